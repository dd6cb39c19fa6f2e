package firsthop.udp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;

/**
 * Writes and reads UDP datagrams, as RFC 768 lays them out.
 *
 * <p>A datagram is a header of eight bytes, followed by the payload. The header has four numbers of
 * 16 bits. In each number the high byte comes before the low byte:
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
 *   <li>The checksum is the {@link #checksum checksum} of three parts, one after the other: the
 *       pseudo header, the header with 0 in place of the checksum, and the payload.
 * </ul>
 *
 * <p>The <em>pseudo header</em> is twelve bytes that are never sent. Both sides build it from what
 * they know about the IP packet around the datagram. So the receiver notices a datagram that was
 * delivered to the wrong host:
 *
 * <pre>{@code
 * byte   0  1  2  3      4  5  6  7      8     9     10 11
 *      +--------------+---------------+-----+-----+---------+
 *      | source       | destination   |  0  | 17  | length  |
 *      | address      | address       |     |     |         |
 *      +--------------+---------------+-----+-----+---------+
 * }</pre>
 *
 * <p>17 is the protocol number of UDP in IP. The length is the same number as in the header. An
 * address is the 4 bytes of an IPv4 address, in the order in which they are sent: 192, 0, 2, 1 for
 * 192.0.2.1.
 *
 * <p>An example in hexadecimal, byte by byte: a datagram with {@code hello}, from 10.0.0.5, port
 * 51213, to 10.0.0.9, port 7:
 *
 * <pre>{@code
 * pseudo header   0a 00 00 05   0a 00 00 09   00   11   00 0d      not sent
 * header          c8 0d   00 07   00 0d   df df
 * payload         68 65 6c 6c 6f
 * }</pre>
 *
 * <p>No method changes an array that it gets, and none keeps one: after a call, its arrays belong
 * to the caller again. Each array in a result is new.
 */
@Exercise(id = "2.1", title = "The UDP datagram", rfc = "RFC 768, RFC 1071")
@Points(16)
public interface UdpCodec {

  /**
   * Computes the Internet checksum of some bytes (RFC 1071 §1).
   *
   * <ul>
   *   <li>Every two bytes form a number of 16 bits, the high byte before the low byte.
   *   <li>A byte has no sign: it counts from 0 to 255.
   *   <li>If one byte is left at the end, it is the high byte of a number whose low byte is 0.
   *   <li>These numbers are added up. The part of the sum above its lowest 16 bits is cut off and
   *       added to these 16 bits. This is repeated until nothing is left above them.
   *   <li>The checksum is the complement of the result: each of its 16 bits is inverted.
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
   * <p>In a datagram 0 has a special meaning. In this method it has none: 0 is returned as 0.
   *
   * @param data any bytes; tests give at most 65,535, the length of the longest IPv4 packet
   * @return the checksum, 0 to 0xFFFF
   */
  int checksum(byte[] data);

  /**
   * Writes a datagram.
   *
   * <ul>
   *   <li>The result is the header and the payload, with nothing before, between or after them.
   *   <li>A computed checksum of 0 is written as 0xFFFF, because 0 means that no checksum was
   *       computed.
   *   <li>The payload has at most 65,507 bytes: the 65,535 bytes of an IPv4 packet, minus 20 for
   *       the IPv4 header, minus 8 for the UDP header.
   * </ul>
   *
   * @param datagram the datagram to write
   * @param sourceAddress the address of the host that sends the datagram
   * @param destinationAddress the address of the host that receives the datagram
   * @return the bytes to send: header and payload
   * @throws IllegalArgumentException if a port is below 0 or above 65535, the payload is longer
   *     than 65,507 bytes, or an address is not 4 bytes
   */
  byte[] encode(UdpDatagram datagram, byte[] sourceAddress, byte[] destinationAddress);

  /**
   * Reads a datagram and checks that it arrived as it was sent.
   *
   * <ul>
   *   <li>The length field says where the datagram ends. Bytes after its end are ignored: they are
   *       not part of the payload, and the checksum does not cover them.
   *   <li>The length field must be at least 8, and at most the length of {@code bytes}.
   *   <li>A checksum field of 0 means that no checksum was computed: the datagram is accepted
   *       without this check.
   *   <li>Any other value of the checksum field, 0xFFFF included, must be the value that {@link
   *       #encode encode} would write.
   *   <li>Any port is accepted, 0 included. The payload may be empty.
   * </ul>
   *
   * <p>If both the bytes and an address are wrong, {@code decode} may throw either exception; no
   * test checks which one. Tests give at most 65,515 bytes, the most that fit into an IPv4 packet.
   *
   * @param bytes the datagram, and possibly more bytes after it
   * @param sourceAddress the source address of the packet
   * @param destinationAddress the destination address of the packet
   * @return the ports, without a sign, and the payload
   * @throws MalformedPacketException if there are fewer than 8 bytes, the length field is out of
   *     its range, or the checksum is wrong
   * @throws IllegalArgumentException if an address is not 4 bytes, even if the datagram has no
   *     checksum
   */
  UdpDatagram decode(byte[] bytes, byte[] sourceAddress, byte[] destinationAddress)
      throws MalformedPacketException;
}
