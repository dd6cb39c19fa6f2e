package firsthop.dns;

import java.util.List;

/**
 * A DNS message (RFC 1035 §4.1), read. Records of other classes than IN are left out, and so are
 * OPT records (type 41).
 *
 * <p><b>Names</b> are in lower case, without a final dot, labels with dots between them; the root
 * is the empty text. In a label a dot is written {@code \.}, a backslash {@code \\}, and a byte
 * below 0x21 or above 0x7E as a backslash and three decimal digits, such as {@code \032} for a
 * space (RFC 1035 §5.1). Nothing else is escaped. Names in data are written in the same way.
 *
 * <p><b>The data</b> of a record, by its type:
 *
 * <table>
 *   <caption>How data is written</caption>
 *   <tr><th>type</th><th>data</th></tr>
 *   <tr><td>A (1)</td><td>the address in dotted decimal, such as {@code 192.0.2.1}</td></tr>
 *   <tr><td>AAAA (28)</td><td>the address in the form of RFC 5952 §4, such as {@code 2001:db8::1};
 *       {@code ::ffff:192.0.2.1} for those within ::ffff:0:0/96</td></tr>
 *   <tr><td>NS (2), CNAME (5), PTR (12)</td><td>the name; the root is the empty text</td></tr>
 *   <tr><td>MX (15)</td><td>the preference and the name, such as {@code 10 mail.example}</td></tr>
 *   <tr><td>SOA (6)</td><td>{@code mname rname serial refresh retry expire minimum}, the numbers
 *       unsigned</td></tr>
 *   <tr><td>TXT (16)</td><td>its strings joined, and then read as UTF-8 as {@code new
 *       String(bytes, UTF_8)} does it: what is no UTF-8 becomes U+FFFD; nothing is escaped</td></tr>
 *   <tr><td>any other</td><td>its bytes in lower-case hexadecimal, without spaces, whatever they
 *       are</td></tr>
 * </table>
 *
 * <p>In MX and SOA, where a name stands beside other things, the root is written {@code .}.
 *
 * @param id the number by which a response finds its question, 0 to 65535
 * @param response whether it is a response (QR)
 * @param authoritative whether who answers is an authority for the name (AA)
 * @param truncated whether the answer did not fit (TC)
 * @param recursionDesired whether the server is to ask others (RD)
 * @param recursionAvailable whether the server does ask others (RA)
 * @param rcode the code of the response, 0 to 15: 0 for no error, 3 for a name that does not exist
 * @param questions the question section
 * @param answers the answer section
 * @param authority the authority section: who is responsible, or why there is no answer
 * @param additional the additional section: what may help, such as addresses of name servers
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
