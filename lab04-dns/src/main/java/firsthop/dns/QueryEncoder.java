package firsthop.dns;

import firsthop.kit.Exercise;
import firsthop.kit.Points;

/**
 * Writes a question for a name server as the bytes of a DNS message: RFC 1035 §4.1 and §2.3.4.
 *
 * <p>A question is two sections, one right after the other:
 *
 * <ul>
 *   <li>The header is 12 bytes, six numbers of 16 bits each: the id; the flags; how many questions
 *       there are, which is 1; and how many answers, authority records and additional records,
 *       which is 0 each. All flags are 0, but RD, the bit with the value 0x0100, is 1 when
 *       recursion is desired.
 *   <li>The question is the name, then the type and the class, 16 bits each. The class is 1, IN.
 * </ul>
 *
 * <p>Numbers are big-endian: the high byte comes first.
 *
 * <p>A name is written label by label, each as one byte with its length and then its characters, a
 * byte each; after the last label comes a byte 0, which stands for the root.
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
 * <p>Which names there are:
 *
 * <ul>
 *   <li>Labels stand with dots between them. A label has 1 to 63 characters.
 *   <li>One dot at the end is allowed and changes nothing. The root is {@code ""} or {@code "."}.
 *   <li>On the wire a name has at most 255 bytes, with all its length bytes and the byte of the
 *       root.
 *   <li>Characters are ASCII. Any will do in a label, not only those of host names: underscores are
 *       fine, and so are spaces.
 *   <li>There are no escapes: a backslash is refused.
 * </ul>
 *
 * <p>Whether letters are sent in upper or in lower case is up to you; name servers do not care.
 */
@Exercise(id = "4.1", title = "A question on the wire", rfc = "RFC 1035 §4.1, §2.3.4")
@Points(10)
public interface QueryEncoder {

  /**
   * Writes a message with one question in class IN, and with nothing after it.
   *
   * @param id the number by which the response will be known, 0 to 65535
   * @param name the name that is asked about, such as {@code www.example}
   * @param type the type that is asked for, 0 to 65535, such as 1 for A
   * @param recursionDesired whether the server is to find the answer itself, by asking others
   * @return the message
   * @throws IllegalArgumentException if {@code name} is no such name, or {@code id} or {@code type}
   *     does not fit into 16 bits
   */
  byte[] encode(int id, String name, int type, boolean recursionDesired);
}
