package firsthop.udp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.util.Optional;

/**
 * Puts a UDP datagram into an Ethernet frame, takes it out again, and sends a frame one hop on.
 *
 * <p>The datagram travels inside an IPv4 packet, and the packet inside a frame. Numbers of more
 * than one byte are big-endian, the high byte first. A frame without IP options looks like this:
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
 * 16, 17     total length                   20 and the length of the datagram
 * 18, 19     identification                 the frame's
 * 20, 21     flags, fragment offset         0x4000: don't fragment; offset 0
 * 22         time to live (TTL)             the frame's
 * 23         protocol                       17: UDP
 * 24, 25     header checksum                see below
 * 26 to 29   source address                 the frame's
 * 30 to 33   destination address            the frame's
 *            after the header
 * 34 on      the datagram                   the frame's
 *            Ethernet padding               zeros, up to 60 bytes in all
 * }</pre>
 *
 * <ul>
 *   <li>The frame check sequence (FCS) is no part of the bytes here: network cards add it and take
 *       it off.
 *   <li>The header length counts words of 4 bytes, 5 to 15. What is over 5 words is IP options;
 *       they stand behind the destination address, and the datagram follows them.
 *   <li>The total length counts the IPv4 header, its options and what follows in the packet. It
 *       counts neither the Ethernet header nor the padding.
 *   <li>What stands in a frame behind the packet is padding, whatever its bytes are.
 *   <li>Of the 16 bits of flags and fragment offset, 0x8000 is reserved, 0x4000 is don't fragment,
 *       0x2000 is more fragments, and the low 13 bits are the fragment offset.
 * </ul>
 *
 * <p>The header checksum covers the IPv4 header with its options, and nothing else. Take the header
 * as 16-bit numbers, the checksum itself as 0, and add them up in ones' complement: whatever
 * exceeds 16 bits is added in again at the low end, until nothing exceeds them. The checksum is the
 * complement (all 16 bits flipped) of that sum. A header is right if the same sum over all its
 * numbers, the checksum included this time, is 0xFFFF.
 *
 * <p>Bytes are malformed, for {@link #unwrap} and {@link #forward} alike, if any of these holds:
 *
 * <ul>
 *   <li>There are fewer than 34 bytes.
 *   <li>The type is not 0x0800.
 *   <li>The version is not 4.
 *   <li>The header length is under 5.
 *   <li>The total length is less than the header's length in bytes.
 *   <li>The total length is more than the bytes that follow the Ethernet header.
 *   <li>The header checksum is wrong; 0 has no meaning of its own, as it has in UDP.
 * </ul>
 *
 * <p>Not tested: {@code null}; arguments that are wrong in more than one way; a header that arrives
 * with the checksum 0xFFFF, which nobody computes.
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
   *   <li>Every field has the value that the table above gives; there are no IP options.
   *   <li>The header checksum is right.
   *   <li>A frame of fewer than 60 bytes is filled up with zeros to 60 bytes; a longer one gets no
   *       padding.
   *   <li>The datagram is finished already, and not looked into: any bytes will do, 0 to 1,480 of
   *       them, for Ethernet carries packets of 1,500 bytes at most.
   * </ul>
   *
   * @param frame what the frame is to say
   * @return the bytes of the frame, 60 to 1,514
   * @throws IllegalArgumentException if a MAC address has not exactly 6 bytes, an IPv4 address not
   *     exactly 4, the datagram more than 1,480, or if the TTL is not from 0 to 255, or the
   *     identification not from 0 to 65535
   */
  byte[] wrap(Frame frame);

  /**
   * Reads a frame that carries a datagram.
   *
   * <ul>
   *   <li>The datagram begins where the header ends, options and all, and ends where the total
   *       length says.
   *   <li>Options are skipped, whatever is in them.
   *   <li>A frame may have padding or none, and then fewer than 60 bytes; it may be longer than
   *       1,514 bytes too.
   *   <li>The protocol must be 17.
   *   <li>A fragment is malformed: a packet with more fragments set, or with a fragment offset
   *       other than 0.
   *   <li>Nothing else is judged: any DSCP and ECN, don't fragment set or not, the reserved flag
   *       set or not, any TTL, any addresses.
   *   <li>The datagram is not looked into, and may be empty.
   * </ul>
   *
   * @param bytes what arrived, any bytes
   * @return what the frame says; TTL and identification without a sign
   * @throws MalformedPacketException if the bytes are malformed as above, the protocol is another,
   *     or the packet is a fragment
   */
  Frame unwrap(byte[] bytes) throws MalformedPacketException;

  /**
   * Does what a router does with a packet that is on its way (RFC 1812 §5.3.1): takes the frame
   * that arrived and makes the frame that goes out on the next link.
   *
   * <ul>
   *   <li>Bytes that are malformed as above are refused first, whatever the TTL is.
   *   <li>With a TTL of 0 or 1 on arrival the packet ends here: nothing goes out. (A real router
   *       would tell the source host, by ICMP.)
   *   <li>Otherwise both MAC addresses are replaced by the new ones, the TTL is one less, and the
   *       header checksum is right again, as if it were computed anew: never 0xFFFF.
   *   <li>All else stays as it was, byte for byte: DSCP and ECN, flags, options, what the packet
   *       carries, padding, and the number of bytes. The packet is not cut into fragments.
   *   <li>A router looks at nothing else: it forwards any protocol, and fragments too, and it
   *       judges no addresses, neither IPv4 nor MAC.
   *   <li>The array {@code bytes} is left as it was.
   * </ul>
   *
   * @param bytes what arrived, any bytes
   * @param newSourceMac the MAC address of the router on the next link, 6 bytes
   * @param newDestinationMac the MAC address of the next hop, 6 bytes
   * @return the bytes of the frame that goes out, in a new array; empty if the TTL is used up
   * @throws MalformedPacketException if the bytes are malformed as above
   * @throws IllegalArgumentException if a new MAC address has not exactly 6 bytes
   */
  Optional<byte[]> forward(byte[] bytes, byte[] newSourceMac, byte[] newDestinationMac)
      throws MalformedPacketException;
}
