package firsthop.addresses;

import firsthop.kit.Exercise;
import firsthop.kit.Points;

/**
 * Reads and writes IPv6 addresses.
 *
 * <p>An IPv6 address is a number of 128 bits. A program keeps it in 16 bytes, in the order in which
 * they travel. People write eight <em>groups</em> of 16 bits in hexadecimal, with colons between
 * them, and there are three forms of that (RFC 4291 §2.2):
 *
 * <pre>{@code
 * 1. eight groups                2001:db8:0:0:8:800:200c:417a
 * 2. :: for groups of zero       2001:db8::8:800:200c:417a
 * 3. IPv4 for the last two       ::ffff:192.0.2.128
 * }</pre>
 *
 * <p>All three may spell the same address, in either case, with zeros in front or without. So one
 * address has many texts: a reader must take them all, and a writer must choose. RFC 5952 §4 makes
 * that choice, so that addresses can be searched for and compared as text.
 */
@Exercise(id = "1.2", title = "IPv6 text", rfc = "RFC 4291 §2.2, RFC 5952")
@Points(18)
public interface Ipv6Codec {

  /**
   * Reads an address.
   *
   * <ul>
   *   <li>The text is eight groups with one colon between each two.
   *   <li>A group is one to four hexadecimal digits: {@code 0} to {@code 9}, {@code a} to {@code f}
   *       or {@code A} to {@code F}.
   *   <li>Zeros in front of a group change nothing, as long as it has no more than four digits.
   *   <li>A {@code ::} stands for one group of zero or more, as many as are missing from eight: at
   *       the start, at the end, between two groups, or alone.
   *   <li>There is at most one {@code ::} in a text.
   *   <li>In place of the last two groups an IPv4 address may stand: the last 32 bits, written as
   *       {@link Ipv4Codec#parse} takes them.
   *   <li>Nothing else stands before, between or after: no zone ({@code %eth0}), no brackets, no
   *       prefix length ({@code /64}), no space, no line end, no colon that is left over.
   * </ul>
   *
   * <pre>{@code
   * text                   the 16 bytes, as eight groups
   * 2001:DB8::0001         2001 0db8 0000 0000 0000 0000 0000 0001
   * ::                     0000 0000 0000 0000 0000 0000 0000 0000
   * 1:2:3:4:5:6:7::        0001 0002 0003 0004 0005 0006 0007 0000
   * 64:ff9b::192.0.2.33    0064 ff9b 0000 0000 0000 0000 c000 0221
   * 1:2:3:4:5:6:7::8       refused: no group is left for the ::
   * 192.0.2.33             refused: IPv4 alone is no IPv6 address
   * }</pre>
   *
   * @param text any text, but never {@code null}; it may be empty, and it may be long
   * @return the 16 bytes of the address, the first group in the first two, the high byte of a group
   *     before its low byte; a new array at each call
   * @throws IllegalArgumentException if the text breaks any of these rules
   */
  byte[] parse(String text);

  /**
   * Writes an address as RFC 5952 §4 and §5 recommend it: one text for each address.
   *
   * <ul>
   *   <li>Hexadecimal digits are in lower case.
   *   <li>A group has no zeros in front; a group of zero is {@code 0}.
   *   <li>The longest run of two or more groups of zero is written as {@code ::}.
   *   <li>Of several longest runs the first is written as {@code ::}, and the others in full.
   *   <li>A single group of zero is never written as {@code ::}.
   *   <li>An address in {@code ::ffff:0:0/96} (80 bits of 0, then 16 bits of 1) is written as
   *       {@code ::ffff:} and its last 32 bits in dotted decimal.
   *   <li>No other address is written with dotted decimal, even where an IPv4 address is inside.
   * </ul>
   *
   * <pre>{@code
   * eight groups                                 text
   * 2001 0db8 0000 0000 0000 0000 0000 0001      2001:db8::1
   * 2001 0db8 0000 0001 0001 0001 0001 0001      2001:db8:0:1:1:1:1:1
   * 2001 0000 0000 0001 0000 0000 0000 0001      2001:0:0:1::1
   * 2001 0db8 0000 0000 0001 0000 0000 0001      2001:db8::1:0:0:1
   * 0000 0000 0000 0000 0000 0000 0000 0000      ::
   * 0000 0000 0000 0000 0000 ffff c000 0280      ::ffff:192.0.2.128
   * 0064 ff9b 0000 0000 0000 0000 c000 0221      64:ff9b::c000:221
   * }</pre>
   *
   * <p>What {@code format} writes, {@code parse} reads as the same address. The array is left as it
   * was.
   *
   * @param address the 16 bytes of the address, the first group in the first two
   * @return the one text that these rules give
   * @throws IllegalArgumentException if there are not exactly 16 bytes
   */
  String format(byte[] address);
}
