package firsthop.addresses;

import firsthop.kit.Exercise;
import firsthop.kit.Points;

/**
 * Parses and formats IPv6 addresses.
 *
 * <p>An IPv6 address is a number of 128 bits. A program keeps it in 16 bytes, in the order in which
 * they are sent. People write eight <em>groups</em> of 16 bits in hexadecimal, with colons between
 * them. There are three forms (RFC 4291 §2.2):
 *
 * <pre>{@code
 * 1. eight groups                2001:db8:0:0:8:800:200c:417a
 * 2. :: for groups of zero       2001:db8::8:800:200c:417a
 * 3. IPv4 for the last two       ::ffff:192.0.2.128
 * }</pre>
 *
 * <p>The same address may be written in each of these forms, in upper or lower case, and with or
 * without leading zeros. So one address has many texts. A reader must accept all of them, and a
 * writer must choose one. RFC 5952 §4 says which one, so that addresses can be searched for and
 * compared as text.
 */
@Exercise(id = "1.2", title = "IPv6 text", rfc = "RFC 4291 §2.2, RFC 5952")
@Points(18)
public interface Ipv6Codec {

  /**
   * Parses an address.
   *
   * <ul>
   *   <li>The text is eight groups, separated by single colons.
   *   <li>A group is one to four hexadecimal digits: {@code 0} to {@code 9}, {@code a} to {@code f}
   *       or {@code A} to {@code F}.
   *   <li>A group may have leading zeros, as long as it has at most four digits. They do not change
   *       its value.
   *   <li>A {@code ::} stands for one or more groups of zero, as many as are missing from eight. It
   *       may be at the start, at the end or between two groups, or it may be the whole text.
   *   <li>There is at most one {@code ::} in a text.
   *   <li>An IPv4 address may replace the last two groups. It is the last 32 bits, written in the
   *       form that {@link Ipv4Codec#parse} accepts.
   *   <li>There is nothing else before, between or after: no zone ({@code %eth0}), no brackets, no
   *       prefix length ({@code /64}), no space, no line end, no extra colon.
   * </ul>
   *
   * <pre>{@code
   * text                   the 16 bytes, as eight groups
   * 2001:DB8::0001         2001 0db8 0000 0000 0000 0000 0000 0001
   * ::                     0000 0000 0000 0000 0000 0000 0000 0000
   * 1:2:3:4:5:6:7::        0001 0002 0003 0004 0005 0006 0007 0000
   * 64:ff9b::192.0.2.33    0064 ff9b 0000 0000 0000 0000 c000 0221
   * 1:2:3:4:5:6:7::8       refused: no group is left for the ::
   * 192.0.2.33             refused: an IPv4 address alone is not an IPv6 address
   * }</pre>
   *
   * @param text any text, but never {@code null}; it may be empty, and it may be long
   * @return the 16 bytes of the address, in a new array at each call: the first group in the first
   *     two bytes, the high byte of a group before its low byte
   * @throws IllegalArgumentException if the text breaks any of these rules
   */
  byte[] parse(String text);

  /**
   * Formats an address as RFC 5952 §4 and §5 recommend. Every address has exactly one such text.
   *
   * <ul>
   *   <li>Hexadecimal digits are in lower case.
   *   <li>A group has no leading zeros. A group of zero is written as {@code 0}.
   *   <li>The longest run of two or more groups of zero is written as {@code ::}.
   *   <li>If there are several longest runs, the first is written as {@code ::}, and the others are
   *       written in full.
   *   <li>A single group of zero is never written as {@code ::}.
   *   <li>An address in {@code ::ffff:0:0/96} (80 bits of 0, then 16 bits of 1) is written as
   *       {@code ::ffff:} and its last 32 bits in dotted decimal.
   *   <li>No other address is written with dotted decimal, even if it contains an IPv4 address.
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
   * <p>{@code parse} reads the result as the same address. This method neither changes the array
   * nor keeps it.
   *
   * @param address the 16 bytes of the address, the first group in the first two bytes
   * @return the one text that these rules give
   * @throws IllegalArgumentException if there are not exactly 16 bytes
   */
  String format(byte[] address);
}
