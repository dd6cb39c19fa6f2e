package firsthop.udp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.util.Optional;

/**
 * Puts a UDP datagram into an Ethernet frame, takes it out again, and forwards a frame by one hop.
 *
 * <p>The datagram is inside an IPv4 packet, and the packet is inside a frame. Numbers of more than
 * one byte are big-endian: the high byte comes first. A frame without IP options looks like this:
 *
 * <pre>{@code
 * bytes      what                           what wrap writes
 *            Ethernet II header, RFC 894
 *  0 to 5    destination MAC address        the frame's
 *  6 to 11   source MAC address             the frame's
 * 12, 13     type                           0x0800: IPv4
 *            IPv4 header, RFC 791 §3.1
 * 14         version (the high 4 bits)      4
 *            header length (the low 4)      5
 * 15         DSCP and ECN                   0
 * 16, 17     total length                   20 + the length of the datagram
 * 18, 19     identification                 the frame's
 * 20, 21     flags, fragment offset         0x4000: don't fragment; offset 0
 * 22         time to live (TTL)             the frame's
 * 23         protocol                       17: UDP
 * 24, 25     header checksum                see below
 * 26 to 29   source address                 the frame's
 * 30 to 33   destination address            the frame's
 *            after the header
 * from 34    the datagram                   the frame's
 *            Ethernet padding               zeros, up to 60 bytes in all
 * }</pre>
 *
 * <p>"The frame's" means: the value from the {@link Frame}.
 *
 * <ul>
 *   <li>The frame check sequence (FCS) is not part of these bytes: network cards add it and remove
 *       it.
 *   <li>The header length counts words of 4 bytes, 5 to 15. If it is more than 5, the header has IP
 *       options. They follow the destination address, and the datagram follows them.
 *   <li>The total length counts the IPv4 header, its options and the rest of the packet. It does
 *       not count the Ethernet header or the padding.
 *   <li>All bytes of a frame after the packet are padding, whatever their values are.
 *   <li>Flags and fragment offset share 16 bits: 0x8000 is the reserved flag, 0x4000 is don't
 *       fragment (DF), 0x2000 is more fragments (MF), and the low 13 bits are the fragment offset.
 * </ul>
 *
 * <p>The header checksum covers the IPv4 header with its options, and nothing else. Take the header
 * as 16-bit numbers, with 0 in place of the checksum, and add them up in ones' complement: what
 * exceeds 16 bits is added again at the low end, until nothing exceeds 16 bits. The checksum is the
 * complement of that sum: all 16 bits are inverted. A header is correct if the same sum over all
 * its numbers, this time including the checksum, is 0xFFFF.
 *
 * <p>For {@link #unwrap} and for {@link #forward}, bytes are malformed if one of these is true:
 *
 * <ul>
 *   <li>There are fewer than 34 bytes.
 *   <li>The type is not 0x0800.
 *   <li>The version is not 4.
 *   <li>The header length is less than 5.
 *   <li>The total length is less than the length of the header in bytes.
 *   <li>The total length is more than the number of bytes after the Ethernet header.
 *   <li>The header checksum is wrong. A checksum of 0 has no special meaning here, unlike in UDP.
 * </ul>
 *
 * <p>No method changes an array that it gets, and none keeps one: after a call, its arrays belong
 * to the caller again. Each array in a result is new.
 *
 * <p>Not tested: {@code null}; arguments that are wrong in more than one way; a header that arrives
 * with the checksum 0xFFFF, which no computation gives.
 */
@Exercise(
    id = "2.2",
    title = "Encapsulation and one hop",
    rfc = "RFC 791 §3.1, RFC 894, RFC 1812 §5.3.1")
@Points(16)
public interface Encapsulator {

  /**
   * Builds the frame that carries a datagram.
   *
   * <ul>
   *   <li>Every field has the value that the table above gives. There are no IP options.
   *   <li>The header checksum is correct.
   *   <li>A frame of fewer than 60 bytes is filled up with zeros to 60 bytes. A longer frame gets
   *       no padding.
   *   <li>The datagram is complete already, and {@code wrap} does not check it: it may be any
   *       bytes, 0 to 1,480 of them, because Ethernet carries packets of at most 1,500 bytes.
   * </ul>
   *
   * @param frame the contents of the frame
   * @return the bytes of the frame, 60 to 1,514
   * @throws IllegalArgumentException if a MAC address does not have exactly 6 bytes, an IPv4
   *     address does not have exactly 4 bytes, the datagram has more than 1,480 bytes, the TTL is
   *     not from 0 to 255, or the identification is not from 0 to 65535
   */
  byte[] wrap(Frame frame);

  /**
   * Reads a frame that carries a datagram.
   *
   * <ul>
   *   <li>The datagram begins after the header and its options, and it ends where the total length
   *       says.
   *   <li>Options are skipped, whatever they contain.
   *   <li>A frame may have padding or no padding. It may have fewer than 60 bytes or more than
   *       1,514 bytes.
   *   <li>The protocol must be 17.
   *   <li>A fragment is malformed: a packet with the flag MF set, or with a fragment offset other
   *       than 0.
   *   <li>Nothing else is checked: DSCP and ECN, TTL and addresses may have any values, and DF and
   *       the reserved flag may be set or not.
   *   <li>The datagram may be empty, and {@code unwrap} does not check it.
   * </ul>
   *
   * @param bytes the bytes that arrived, of any length
   * @return the contents of the frame; TTL and identification without a sign
   * @throws MalformedPacketException if the bytes are malformed (see the list above), the protocol
   *     is not 17, or the packet is a fragment
   */
  Frame unwrap(byte[] bytes) throws MalformedPacketException;

  /**
   * Forwards a packet as a router does (RFC 1812 §5.3.1): takes the frame that arrived and makes
   * the frame that goes out on the next link.
   *
   * <ul>
   *   <li>Malformed bytes are refused first, whatever the TTL is.
   *   <li>If the TTL is 0 or 1 on arrival, the packet is dropped: nothing goes out. (A real router
   *       would tell the source host, with an ICMP message.)
   *   <li>Otherwise both MAC addresses are replaced by the new ones, the TTL becomes one less, and
   *       the header checksum is correct again. It is the checksum that a new computation gives, so
   *       it is never 0xFFFF.
   *   <li>Everything else stays as it was, byte for byte: DSCP and ECN, flags, options, the data of
   *       the packet, padding, and the number of bytes. The packet is not cut into fragments.
   *   <li>Nothing else is checked: any protocol is forwarded, fragments too, and IPv4 and MAC
   *       addresses may have any values.
   *   <li>The array {@code bytes} is not changed.
   * </ul>
   *
   * @param bytes the bytes that arrived, of any length
   * @param newSourceMac the MAC address of the router on the next link, 6 bytes
   * @param newDestinationMac the MAC address of the next hop, 6 bytes
   * @return the bytes of the frame that goes out, in a new array; empty if the packet is dropped
   * @throws MalformedPacketException if the bytes are malformed (see the list above)
   * @throws IllegalArgumentException if a new MAC address does not have exactly 6 bytes
   */
  Optional<byte[]> forward(byte[] bytes, byte[] newSourceMac, byte[] newDestinationMac)
      throws MalformedPacketException;
}
