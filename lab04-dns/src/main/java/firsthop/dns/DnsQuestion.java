package firsthop.dns;

/**
 * A question of a DNS message, in class IN (RFC 1035 §4.1.2).
 *
 * @param name the name, as {@link DnsMessage} writes names
 * @param type the type asked for, 0 to 65535, such as 1 for A
 */
public record DnsQuestion(String name, int type) {}
