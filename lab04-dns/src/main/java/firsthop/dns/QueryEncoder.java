package firsthop.dns;

import firsthop.kit.Exercise;
import firsthop.kit.Points;

/**
 * Encodes a question for a name server as the bytes of a DNS message: RFC 1035 §4.1 and §2.3.4.
 *
 * <p>The message has two sections, one right after the other:
 *
 * <ul>
 *   <li>The header has 12 bytes. They are six numbers of 16 bits each: the id, the flags, the
 *       number of questions (1), the number of answers (0), the number of authority records (0),
 *       and the number of additional records (0). The flag RD is the bit with the value 0x0100. It
 *       is 1 if recursion is desired, and 0 if not. All other flags are 0.
 *   <li>The question section has the name, then the type, then the class. The type and the class
 *       have 16 bits each. The class is 1, which means IN.
 * </ul>
 *
 * <p>Numbers are big-endian: the high byte comes first.
 *
 * <p>A name is written label by label. Each label is one byte with its length, and then its
 * characters, one byte for each. After the last label comes a byte 0, which stands for the root.
 *
 * <pre>{@code
 * encode(0x1234, "www.example", 1, true)
 *
 * header   12 34   01 00   00 01   00 00   00 00   00 00
 * name     03 77 77 77   07 65 78 61 6d 70 6c 65   00
 * type     00 01
 * class    00 01
 * }</pre>
 *
 * <p>The rules for names:
 *
 * <ul>
 *   <li>A dot separates two labels. A label has 1 to 63 characters.
 *   <li>One dot at the end is allowed and changes nothing. The root is {@code ""} or {@code "."}.
 *   <li>On the wire, a name has at most 255 bytes. All its length bytes and the byte of the root
 *       count.
 *   <li>All characters are ASCII. A label may have any ASCII character, not only those of host
 *       names: underscores are allowed, and so are spaces.
 *   <li>There are no escapes: a name with a backslash is refused.
 * </ul>
 *
 * <p>Letters may be sent in upper or in lower case. Name servers treat both in the same way.
 */
@Exercise(id = "4.1", title = "A question on the wire", rfc = "RFC 1035 §4.1, §2.3.4")
@Points(10)
public interface QueryEncoder {

  /**
   * Encodes a message that has one question in class IN, and nothing after it.
   *
   * @param id the number that the response will repeat, 0 to 65535
   * @param name the name in the question, such as {@code www.example}
   * @param type the type in the question, 0 to 65535, such as 1 for A
   * @param recursionDesired whether the server should find the answer itself, by asking other
   *     servers
   * @return the bytes of the message, in a new array at each call
   * @throws IllegalArgumentException if {@code name} breaks a rule for names, or if {@code id} or
   *     {@code type} does not fit into 16 bits
   */
  byte[] encode(int id, String name, int type, boolean recursionDesired);
}
