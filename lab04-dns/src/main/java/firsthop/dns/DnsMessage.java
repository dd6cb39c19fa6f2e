package firsthop.dns;

import java.util.List;

/**
 * A DNS message after decoding (RFC 1035 §4.1). It has no questions and records of a class other
 * than IN, and no OPT records (type 41).
 *
 * <p><b>Names</b> are in lower case. They have dots between the labels and no dot at the end. The
 * root is the empty text. In a label, a dot is written as {@code \.} and a backslash as {@code \\}.
 * A byte below 0x21 or above 0x7E is written as a backslash and three decimal digits, such as
 * {@code \032} for a space (RFC 1035 §5.1). Nothing else is escaped. Names in data have the same
 * form.
 *
 * <p><b>The data</b> of a record has a form that depends on the type:
 *
 * <table>
 *   <caption>The form of the data</caption>
 *   <tr><th>type</th><th>data</th></tr>
 *   <tr><td>A (1)</td><td>the address in dotted decimal, such as {@code 192.0.2.1}</td></tr>
 *   <tr><td>AAAA (28)</td><td>the address in the form of RFC 5952 §4, such as {@code 2001:db8::1};
 *       {@code ::ffff:192.0.2.1} for an address in ::ffff:0:0/96</td></tr>
 *   <tr><td>NS (2), CNAME (5), PTR (12)</td><td>the name; the root is the empty text</td></tr>
 *   <tr><td>MX (15)</td><td>the preference and the name, such as {@code 10 mail.example}</td></tr>
 *   <tr><td>SOA (6)</td><td>{@code mname rname serial refresh retry expire minimum}, the numbers
 *       unsigned</td></tr>
 *   <tr><td>TXT (16)</td><td>the bytes of all its strings joined, and then decoded like {@code new
 *       String(bytes, UTF_8)}: bytes that are not UTF-8 become U+FFFD; nothing is escaped</td></tr>
 *   <tr><td>any other</td><td>its bytes in lower-case hexadecimal, without spaces</td></tr>
 * </table>
 *
 * <p>In MX and SOA, where a name stands beside other values, the root is written as {@code .}.
 *
 * @param id the id, 0 to 65535; a response has the id of its question
 * @param response whether the message is a response (QR)
 * @param authoritative whether the server is an authority for the name (AA)
 * @param truncated whether the answer did not fit and was cut (TC)
 * @param recursionDesired whether the server should ask other servers (RD)
 * @param recursionAvailable whether the server can ask other servers (RA)
 * @param rcode the code of the response, 0 to 15: 0 means no error, 3 means that the name does not
 *     exist
 * @param questions the question section
 * @param answers the answer section
 * @param authority the authority section: the servers that are responsible, or why there is no
 *     answer
 * @param additional the additional section: records that may help, such as addresses of name
 *     servers
 */
public record DnsMessage(
    int id,
    boolean response,
    boolean authoritative,
    boolean truncated,
    boolean recursionDesired,
    boolean recursionAvailable,
    int rcode,
    List<DnsQuestion> questions,
    List<DnsRecord> answers,
    List<DnsRecord> authority,
    List<DnsRecord> additional) {}
