package firsthop.addresses;

import firsthop.kit.Exercise;
import firsthop.kit.Points;

/**
 * Parses and formats IPv4 addresses in dotted decimal.
 *
 * <p>An IPv4 address is a number of 32 bits. People write it as four octets (groups of 8 bits), in
 * decimal, with dots between them. A program keeps it in one {@code int}. The first octet of the
 * text is the highest 8 bits of the number:
 *
 * <pre>{@code
 * text               number       the same int in Java
 * 0.0.0.0            0x00000000              0
 * 0.0.0.1            0x00000001              1
 * 127.0.0.1          0x7F000001     2130706433
 * 192.168.0.1        0xC0A80001    -1062731775
 * 255.255.255.255    0xFFFFFFFF             -1
 * }</pre>
 *
 * <p>A Java {@code int} has a sign, but an address has none. So every address from 128.0.0.0 on is
 * a negative {@code int}. The sign is only the way in which Java prints the 32 bits. The bits are
 * the address.
 *
 * <p>The text is the strict form of RFC 6943 §3.1.1, without leading zeros. Some other programs
 * also read loose forms: they read {@code 127.1} as 127.0.0.1, and {@code 010.0.0.1} as 8.0.0.1. If
 * two programs read one text as two different addresses, that is a security hole. So in this
 * exercise every address has exactly one text.
 */
@Exercise(id = "1.1", title = "Dotted decimal", rfc = "RFC 6943 §3.1.1")
@Points(12)
public interface Ipv4Codec {

  /**
   * Parses an address.
   *
   * <ul>
   *   <li>The text is exactly four octets, separated by single dots.
   *   <li>An octet is one to three ASCII digits, {@code 0} to {@code 9}.
   *   <li>An octet is at most 255.
   *   <li>An octet has no leading zero, unless it is {@code 0} itself.
   *   <li>There is nothing else before, between or after: no sign, no space, no line end, no fifth
   *       octet.
   * </ul>
   *
   * @param text any text, but never {@code null}; it may be empty, and it may be long
   * @return the 32 bits of the address, with the first octet in the highest 8 bits: {@code
   *     parse("192.168.0.1")} is {@code 0xC0A80001}
   * @throws IllegalArgumentException if the text breaks any of these rules
   */
  int parse(String text);

  /**
   * Formats an address.
   *
   * <p>Every {@code int} is an address, so this method never refuses its argument. {@code parse}
   * reads the result as the same address.
   *
   * @param address the 32 bits of the address, with the first octet in the highest 8 bits
   * @return the four octets, each from 0 to 255 without leading zeros: {@code format(0xC0A80001)}
   *     is {@code "192.168.0.1"}
   */
  String format(int address);
}
