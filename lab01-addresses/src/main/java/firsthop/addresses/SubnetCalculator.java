package firsthop.addresses;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.util.List;

/**
 * Answers questions about IPv4 subnets: blocks of addresses whose first bits are the same.
 *
 * <p>A block is written as an address, a slash and a <em>prefix length</em> (RFC 4632 §3.1). The
 * length says how many bits, counted from the highest, all addresses of the block share. Those bits
 * are the prefix. The rest are the host bits, and the block holds every combination of them:
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
 *   <li>The address is one that exercise 1.1 reads: what {@link Ipv4Codec#parse} refuses is refused
 *       here too.
 *   <li>The prefix length is a number from 0 to 32 in ASCII digits, {@code 0} to {@code 9}.
 *   <li>The prefix length has no sign, no space and no leading zero, unless it is {@code 0} itself.
 *   <li>Host bits of the address are masked off: {@code 192.0.2.77/26} is the same block as {@code
 *       192.0.2.64/26}.
 * </ul>
 */
@Exercise(id = "1.3", title = "Subnets", rfc = "RFC 4632 §3.1, RFC 3021")
@Points(14)
public interface SubnetCalculator {

  /**
   * Describes a block.
   *
   * <ul>
   *   <li>The first address has zeros for all host bits, the last address has ones.
   *   <li>The netmask has a one for each bit of the prefix, from the highest down, and zeros for
   *       the host bits.
   *   <li>The size is 2 to the power of the number of host bits: 1 for a /32, 256 for a /24,
   *       4,294,967,296 for a /0, and that is more than an {@code int} holds.
   *   <li>From /0 to /30 the first address (it names the subnet) and the last (it means all hosts,
   *       the broadcast address) are no hosts: the hosts are those between them, size − 2 of them.
   *   <li>A /31 joins two routers and sets nothing aside: both of its addresses are hosts (RFC
   *       3021).
   *   <li>A /32 is one single address, which is its first, its last and its only host.
   * </ul>
   *
   * <pre>{@code
   * describe("192.0.2.77/26")  first 192.0.2.64      last 192.0.2.127    netmask 255.255.255.192
   *                            hosts 192.0.2.65  to  192.0.2.126         size 64, hosts 62
   * describe("192.0.2.6/31")   hosts 192.0.2.6   to  192.0.2.7           size 2,  hosts 2
   * }</pre>
   *
   * @param cidr the block, as above; any text, but never {@code null}
   * @return the block's addresses and counts
   * @throws IllegalArgumentException if {@code cidr} breaks a rule
   */
  Subnet describe(String cidr);

  /**
   * Says whether an address is in a block.
   *
   * <p>Every address from the first to the last of the block is in it, these two included, and no
   * other is. Addresses have no sign: 0.0.0.0/0 contains every address, 128.0.0.0 and up too.
   *
   * @param cidr the block, as above
   * @param address an address that exercise 1.1 reads, without a slash
   * @return {@code true} for {@code contains("192.0.2.77/26", "192.0.2.127")}, {@code false} for
   *     {@code contains("192.0.2.77/26", "192.0.2.128")}
   * @throws IllegalArgumentException if {@code cidr} breaks a rule, or {@code address} is no
   *     address, whatever the answer would be
   */
  boolean contains(String cidr, String address);

  /**
   * Splits a block into equal parts.
   *
   * <ul>
   *   <li>The parts have the new prefix length, and together they are the whole block, each address
   *       in one part.
   *   <li>A part is written as its first address, a slash and the new prefix length.
   *   <li>The parts are listed in the order of their addresses, 0.0.0.0 lowest and 255.255.255.255
   *       highest.
   *   <li>The new prefix length is at least that of the block, which then is its own only part, and
   *       at most 32.
   *   <li>A split into more than 65,536 parts is refused, before any part is made.
   * </ul>
   *
   * @param cidr the block, as above
   * @param newPrefixLength the prefix length of the parts; any {@code int} may come
   * @return the parts: {@code split("192.0.2.77/26", 28)} is {@code 192.0.2.64/28}, {@code
   *     192.0.2.80/28}, {@code 192.0.2.96/28}, {@code 192.0.2.112/28}
   * @throws IllegalArgumentException if {@code cidr} breaks a rule, the new prefix length is out of
   *     its range, or there would be too many parts
   */
  List<String> split(String cidr, int newPrefixLength);
}
