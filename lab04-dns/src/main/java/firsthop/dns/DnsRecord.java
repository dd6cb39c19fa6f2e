package firsthop.dns;

/**
 * A resource record of class IN (RFC 1035 §4.1.3).
 *
 * @param name the name that it belongs to, as {@link DnsMessage} writes names
 * @param type its type, 0 to 65535, such as 1 for A
 * @param ttl for how many seconds it may be remembered, 0 to 2^31 - 1
 * @param data what it says, as text, in the form that {@link DnsMessage} gives for its type
 */
public record DnsRecord(String name, int type, long ttl, String data) {}
