package firsthop.udp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;

/**
 * Writes and reads UDP datagrams, as RFC 768 lays them out.
 *
 * <p>A datagram is a header of eight bytes, and behind it the payload. The header is four numbers
 * of 16 bits each, the high byte of a number before its low byte:
 *
 * <pre>{@code
 * byte   0      1      2      3      4      5      6      7      8 …
 *      +------+------+------+------+------+------+------+------+---------
 *      | source port | dest. port  |   length    |  checksum   | payload
 *      +------+------+------+------+------+------+------+------+---------
 * }</pre>
 *
 * <ul>
 *   <li>A port is a number from 0 to 65535.
 *   <li>The length is the number of bytes of header and payload together: 8 for an empty payload.
 *   <li>The checksum is the {@link #checksum checksum} of three things in a row: the pseudo header,
 *       the header with 0 in place of the checksum, and the payload.
 * </ul>
 *
 * <p>The <em>pseudo header</em> is twelve bytes that are never sent. Both sides make them up, from
 * what they know of the IP packet around the datagram, and so notice a datagram that was brought to
 * the wrong host:
 *
 * <pre>{@code
 * byte   0  1  2  3      4  5  6  7      8     9     10 11
 *      +--------------+---------------+-----+-----+---------+
 *      | source       | destination   |  0  | 17  | length  |
 *      | address      | address       |     |     |         |
 *      +--------------+---------------+-----+-----+---------+
 * }</pre>
 *
 * <p>17 is the number of UDP among the protocols over IP, and the length is that of the header once
 * more. An address is the 4 bytes of an IPv4 address, in the order in which they travel: 192, 0, 2,
 * 1 for 192.0.2.1.
 *
 * <p>A datagram with {@code hello} from 10.0.0.5, port 51213, to 10.0.0.9, port 7, byte by byte in
 * hexadecimal:
 *
 * <pre>{@code
 * pseudo header   0a 00 00 05   0a 00 00 09   00   11   00 0d      not sent
 * header          c8 0d   00 07   00 0d   df df
 * payload         68 65 6c 6c 6f
 * }</pre>
 *
 * <p>No method changes an array that it is given, and each result has an array of its own.
 */
@Exercise(id = "2.1", title = "The UDP datagram", rfc = "RFC 768, RFC 1071")
@Points(16)
public interface UdpCodec {

  /**
   * Computes the Internet checksum of some bytes (RFC 1071 §1).
   *
   * <ul>
   *   <li>Every two bytes are a number of 16 bits, the high byte before the low byte.
   *   <li>A byte has no sign: it counts from 0 to 255.
   *   <li>If there is a byte left at the end, it is the high byte of a number whose low byte is 0.
   *   <li>These numbers are added up. What the sum has above its lowest 16 bits is cut off and
   *       added to these 16 bits, again and again until nothing is above them.
   *   <li>The checksum is the complement of that: each of the 16 bits is inverted.
   * </ul>
   *
   * <pre>{@code
   * data                         sum       16 bits   checksum
   * 00 01 f2 03 f4 f5 f6 f7      2ddf0     ddf2      220d       the example of RFC 1071 §3
   * 00 01 f2 03 f4 f5 f6         2dcf9     dcfb      2304       without its last byte
   * ff ff                        ffff      ffff      0
   * none                         0         0         ffff
   * }</pre>
   *
   * <p>What 0 means in a datagram is no matter of this method: 0 is returned as 0.
   *
   * @param data any bytes; tests give at most 65,535, as many as the longest IPv4 packet has
   * @return the checksum, 0 to 0xFFFF
   */
  int checksum(byte[] data);

  /**
   * Writes a datagram.
   *
   * <ul>
   *   <li>The result is the header and the payload, and nothing before, between or after.
   *   <li>A checksum that comes out as 0 is written as 0xFFFF, because 0 means that none was
   *       computed.
   *   <li>The payload is at most 65,507 bytes: 65,535 of an IPv4 packet, less 20 for its header,
   *       less 8 for the header of UDP.
   * </ul>
   *
   * @param datagram what to write; its numbers may be any
   * @param sourceAddress the address of the host that sends
   * @param destinationAddress the address of the host that is to get it
   * @return the bytes that travel
   * @throws IllegalArgumentException if a port is below 0 or above 65535, the payload is longer
   *     than 65,507 bytes, or an address is not 4 bytes
   */
  byte[] encode(UdpDatagram datagram, byte[] sourceAddress, byte[] destinationAddress);

  /**
   * Reads a datagram, and checks that it has arrived as it was sent.
   *
   * <ul>
   *   <li>What the datagram is, its length field says. Bytes after that are ignored: they are no
   *       part of the payload, and the checksum does not count them.
   *   <li>The length field must be at least 8, and at most the number of bytes that are there.
   *   <li>A checksum field of 0 means that none was computed: the datagram is taken without one.
   *   <li>Any other checksum field, 0xFFFF too, must be what {@link #encode encode} would write.
   *   <li>Any port will do, 0 too, and the payload may be empty.
   * </ul>
   *
   * <p>Where both the bytes and an address are wrong, no test asks which is said. Tests give at
   * most 65,515 bytes: no IPv4 packet has room for more.
   *
   * @param bytes the datagram, and possibly bytes after it
   * @param sourceAddress the address that the packet came from
   * @param destinationAddress the address that the packet went to
   * @return the ports, without a sign, and the payload
   * @throws MalformedPacketException if there are fewer than 8 bytes, the length field breaks its
   *     rule, or the checksum is wrong
   * @throws IllegalArgumentException if an address is not 4 bytes, even where there is no checksum
   *     to need it
   */
  UdpDatagram decode(byte[] bytes, byte[] sourceAddress, byte[] destinationAddress)
      throws MalformedPacketException;
}
