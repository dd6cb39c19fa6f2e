package firsthop.addresses;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.util.List;

/**
 * Calculates with IPv4 subnets. A subnet is a block of addresses whose first bits are the same.
 *
 * <p>A block is written as an address, a slash and a <em>prefix length</em> (RFC 4632 §3.1). The
 * prefix length is the number of bits, counted from the highest bit, that are the same in all
 * addresses of the block. These bits are the prefix. The other bits are the host bits. The block
 * contains every combination of host bits:
 *
 * <pre>{@code
 *                 prefix, 26 bits               host bits
 * 192.0.2.77/26   11000000 00000000 00000010 01 001101
 * netmask         11111111 11111111 11111111 11 000000   255.255.255.192
 * first           11000000 00000000 00000010 01 000000   192.0.2.64
 * last            11000000 00000000 00000010 01 111111   192.0.2.127
 * }</pre>
 *
 * <p>The rules for {@code cidr} are the same in every method:
 *
 * <ul>
 *   <li>The text is an address, one slash and a prefix length, and nothing else.
 *   <li>The address is in the form of exercise 1.1: a text that {@link Ipv4Codec#parse} refuses is
 *       refused here, too.
 *   <li>The prefix length is a number from 0 to 32 in ASCII digits, {@code 0} to {@code 9}.
 *   <li>The prefix length has no sign and no space. It has no leading zero, unless it is {@code 0}
 *       itself.
 *   <li>The host bits of the address are set to 0: {@code 192.0.2.77/26} is the same block as
 *       {@code 192.0.2.64/26}.
 * </ul>
 */
@Exercise(id = "1.3", title = "Subnets", rfc = "RFC 4632 §3.1, RFC 3021")
@Points(14)
public interface SubnetCalculator {

  /**
   * Describes a block.
   *
   * <ul>
   *   <li>In the first address all host bits are 0. In the last address all host bits are 1.
   *   <li>The netmask has a 1 for each bit of the prefix, starting at the highest bit, and a 0 for
   *       each host bit.
   *   <li>The size is 2 to the power of the number of host bits: 1 for a /32, 256 for a /24, and
   *       4,294,967,296 for a /0, which is too large for an {@code int}.
   *   <li>From /0 to /30, two addresses are not hosts: the first address, which names the subnet,
   *       and the last address, which is the broadcast address and means all hosts. The hosts are
   *       the size − 2 addresses between them.
   *   <li>A /31 connects two routers. Both of its addresses are hosts (RFC 3021).
   *   <li>A /32 is a single address. It is the first address, the last address and the only host.
   * </ul>
   *
   * <pre>{@code
   * describe("192.0.2.77/26")  first 192.0.2.64      last 192.0.2.127    netmask 255.255.255.192
   *                            hosts 192.0.2.65  to  192.0.2.126         size 64, hosts 62
   * describe("192.0.2.6/31")   hosts 192.0.2.6   to  192.0.2.7           size 2,  hosts 2
   * }</pre>
   *
   * @param cidr the block, as described above; any text, but never {@code null}
   * @return the addresses and the counts of the block
   * @throws IllegalArgumentException if {@code cidr} breaks a rule
   */
  Subnet describe(String cidr);

  /**
   * Tests whether an address is in a block.
   *
   * <p>A block contains every address from its first to its last, including these two, and no other
   * address. Addresses have no sign: 0.0.0.0/0 contains every address, also those from 128.0.0.0
   * on.
   *
   * @param cidr the block, as described above
   * @param address an address in the form of exercise 1.1, without a slash
   * @return {@code true} for {@code contains("192.0.2.77/26", "192.0.2.127")}, {@code false} for
   *     {@code contains("192.0.2.77/26", "192.0.2.128")}
   * @throws IllegalArgumentException if {@code cidr} breaks a rule, or if {@code address} is not an
   *     address, no matter what the block is
   */
  boolean contains(String cidr, String address);

  /**
   * Splits a block into equal parts.
   *
   * <ul>
   *   <li>Each part has the new prefix length. Together the parts are the whole block, and each
   *       address is in exactly one part.
   *   <li>A part is written as its first address, a slash and the new prefix length.
   *   <li>The parts are in the order of their addresses, from 0.0.0.0 (lowest) to 255.255.255.255
   *       (highest).
   *   <li>The new prefix length is at least the prefix length of the block and at most 32. If both
   *       lengths are equal, the block is its own only part.
   *   <li>A split into more than 65,536 parts is refused, before any part is made.
   * </ul>
   *
   * @param cidr the block, as described above
   * @param newPrefixLength the prefix length of the parts; it may be any {@code int}
   * @return the parts: {@code split("192.0.2.77/26", 28)} is {@code 192.0.2.64/28}, {@code
   *     192.0.2.80/28}, {@code 192.0.2.96/28}, {@code 192.0.2.112/28}
   * @throws IllegalArgumentException if {@code cidr} breaks a rule, if the new prefix length is out
   *     of its range, or if there would be too many parts
   */
  List<String> split(String cidr, int newPrefixLength);
}
