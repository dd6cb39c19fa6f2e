package firsthop.addresses;

import firsthop.kit.Exercise;
import firsthop.kit.Points;

/**
 * Tells what an address is for.
 *
 * <p>Most addresses are like any other: they belong to some host, and a packet to them finds its
 * way. But some blocks were set aside for a purpose, and a host or a router must know them by
 * sight. RFC 6890 keeps the list; these are the ones that count here, written as in exercise 1.3
 * (in IPv6 the prefix length goes to 128):
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
 *                                      ::ffff:0:0/96       as the IPv4 address in it
 * }</pre>
 */
@Exercise(id = "1.4", title = "Special-purpose addresses", rfc = "RFC 6890, 6598, 9637")
@Points(12)
public interface AddressClassifier {

  /**
   * Tells the kind of an address.
   *
   * <ul>
   *   <li>An address is of the kind of the block in the table above that it is in, from the first
   *       address of the block to the last.
   *   <li>255.255.255.255 is in two blocks and is {@link AddressKind#BROADCAST}; the rest of
   *       240.0.0.0/4 is {@link AddressKind#RESERVED}.
   *   <li>An IPv4-mapped address, which is one in {@code ::ffff:0:0/96}, is of the kind of the IPv4
   *       address in its last 32 bits, however it is spelled.
   *   <li>No other IPv6 address is looked into: an IPv4 address elsewhere, as in {@code ::10.0.0.1}
   *       or {@code 64:ff9b::10.0.0.1}, changes nothing.
   *   <li>What the table does not name is {@link AddressKind#GLOBAL}, even where a registry says
   *       otherwise.
   *   <li>The text is an IPv4 address that exercise 1.1 reads or an IPv6 address that exercise 1.2
   *       reads; what neither of them reads is refused.
   * </ul>
   *
   * <pre>{@code
   * 172.31.255.255        PRIVATE, the last of its block
   * 172.32.0.0            GLOBAL
   * 0.0.0.1               GLOBAL, although RFC 6890 lists all of 0.0.0.0/8
   * febf::1               LINK_LOCAL
   * ::ffff:127.0.0.1      LOOPBACK
   * ::ffff:7f00:1         LOOPBACK, the same address
   * }</pre>
   *
   * @param address any text, but never {@code null}
   * @return the kind of the address
   * @throws IllegalArgumentException if the text is no address of either family
   */
  AddressKind classify(String address);
}
