package firsthop.dns;

/**
 * A resource record of class IN (RFC 1035 §4.1.3).
 *
 * @param name the name that the record belongs to, in the form that {@link DnsMessage} describes
 * @param type the type, 0 to 65535, such as 1 for A
 * @param ttl for how many seconds the record may be remembered, 0 to 2^31 - 1
 * @param data the data as text, in the form that {@link DnsMessage} describes for the type
 */
public record DnsRecord(String name, int type, long ttl, String data) {}
