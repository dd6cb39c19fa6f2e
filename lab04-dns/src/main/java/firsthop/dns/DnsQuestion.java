package firsthop.dns;

/**
 * A question in a DNS message, in class IN (RFC 1035 §4.1.2).
 *
 * @param name the name, in the form that {@link DnsMessage} describes
 * @param type the type that is asked for, 0 to 65535, such as 1 for A
 */
public record DnsQuestion(String name, int type) {}
