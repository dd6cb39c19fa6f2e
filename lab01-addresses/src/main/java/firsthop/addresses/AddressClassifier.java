package firsthop.addresses;

import firsthop.kit.Exercise;
import firsthop.kit.Points;

/**
 * Classifies addresses by their purpose.
 *
 * <p>Most addresses are ordinary: they belong to a host, and routers can deliver packets to it. But
 * some blocks are reserved for a special purpose, and hosts and routers must recognise them. RFC
 * 6890 lists such blocks. Only the blocks in this table count here. They are written as in exercise
 * 1.3, but the prefix length of an IPv6 block goes up to 128:
 *
 * <pre>{@code
 * IPv4                kind             IPv6                kind
 * 0.0.0.0/32          UNSPECIFIED      ::/128              UNSPECIFIED
 * 127.0.0.0/8         LOOPBACK         ::1/128             LOOPBACK
 * 10.0.0.0/8          PRIVATE          fc00::/7            PRIVATE
 * 172.16.0.0/12       PRIVATE
 * 192.168.0.0/16      PRIVATE
 * 100.64.0.0/10       SHARED
 * 169.254.0.0/16      LINK_LOCAL       fe80::/10           LINK_LOCAL
 * 224.0.0.0/4         MULTICAST        ff00::/8            MULTICAST
 * 255.255.255.255/32  BROADCAST
 * 192.0.2.0/24        DOCUMENTATION    2001:db8::/32       DOCUMENTATION
 * 198.51.100.0/24     DOCUMENTATION    3fff::/20           DOCUMENTATION
 * 203.0.113.0/24      DOCUMENTATION
 * 240.0.0.0/4         RESERVED
 *                                      ::ffff:0:0/96       same as the IPv4 address in it
 * }</pre>
 */
@Exercise(id = "1.4", title = "Special-purpose addresses", rfc = "RFC 6890, 6598, 9637")
@Points(12)
public interface AddressClassifier {

  /**
   * Returns the kind of an address.
   *
   * <ul>
   *   <li>An address has the kind of the block in the table above that contains it. A block
   *       contains every address from its first to its last.
   *   <li>255.255.255.255 is in two blocks and is {@link AddressKind#BROADCAST}. The other
   *       addresses in 240.0.0.0/4 are {@link AddressKind#RESERVED}.
   *   <li>An address in {@code ::ffff:0:0/96} is IPv4-mapped. It has the kind of the IPv4 address
   *       in its last 32 bits, no matter how it is written.
   *   <li>In any other IPv6 address, an IPv4 address inside does not count. Examples are {@code
   *       ::10.0.0.1} and {@code 64:ff9b::10.0.0.1}.
   *   <li>An address that is in no block of the table is {@link AddressKind#GLOBAL}, even if a
   *       registry says something else.
   *   <li>The text is an IPv4 address that exercise 1.1 accepts or an IPv6 address that exercise
   *       1.2 accepts. Any other text is refused.
   * </ul>
   *
   * <pre>{@code
   * 172.31.255.255        PRIVATE, the last address of its block
   * 172.32.0.0            GLOBAL
   * 0.0.0.1               GLOBAL, although RFC 6890 lists all of 0.0.0.0/8
   * febf::1               LINK_LOCAL
   * ::ffff:127.0.0.1      LOOPBACK
   * ::ffff:7f00:1         LOOPBACK, the same address
   * }</pre>
   *
   * @param address any text, but never {@code null}
   * @return the kind of the address
   * @throws IllegalArgumentException if the text is neither an IPv4 address nor an IPv6 address
   */
  AddressKind classify(String address);
}
