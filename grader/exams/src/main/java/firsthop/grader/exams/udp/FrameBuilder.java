package firsthop.grader.exams.udp;

import firsthop.udp.Frame;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Builds a frame field by field. A field that a test does not set has a value that makes the frame
 * correct. The checksum is computed by division, not by adding words.
 *
 * <p>By default, source and destination have the same MAC address and the same IPv4 address, no
 * number in the header has its high bit set, and the sum of the header has no carry. So a mistake
 * about order, signs or carries fails the tests for these, and few others.
 */
final class FrameBuilder {
  private static final int MIN_FRAME_BYTES = 60;
  private static final int ETHERNET_HEADER_BYTES = 14;
  private static final int PLAIN_HEADER_BYTES = 20;
  private static final int ALL_ONES = 0xFFFF;
  private static final BigInteger MODULUS = BigInteger.valueOf(ALL_ONES);

  private byte[] sourceMac = hex("02a5c3000001");
  private byte[] destinationMac = sourceMac;
  private byte[] sourceAddress = hex("0a000001");
  private byte[] destinationAddress = sourceAddress;
  private int type = 0x0800;
  private int version = 4;
  private int headerWords = -1;
  private int tos;
  private int totalLength = -1;
  private int identification = 0x0123;
  private int fragment = 0x4000;
  private int ttl = 64;
  private int protocol = 17;
  private int checksum = -1;
  private int checksumCovers = -1;
  private byte[] options = {};
  private byte[] payload = hex("8235f0c1001e000080ff007f0a0d20c3a9000102030405060708090a0b0c");
  private byte[] behind = {};

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  /**
   * Returns the checksum of a header whose checksum field is 0. The header as one large number has
   * the same remainder modulo 0xFFFF as the sum of its words, because 0x10000 has the remainder 1.
   * The checksum is 0xFFFF minus this remainder, or 0 if the remainder is 0.
   */
  static int checksumOf(byte[] header) {
    return Math.floorMod(-new BigInteger(1, header).mod(MODULUS).intValue(), ALL_ONES);
  }

  FrameBuilder macs(String source, String destination) {
    sourceMac = hex(source);
    destinationMac = hex(destination);
    return this;
  }

  FrameBuilder addresses(String source, String destination) {
    sourceAddress = hex(source);
    destinationAddress = hex(destination);
    return this;
  }

  FrameBuilder type(int value) {
    type = value;
    return this;
  }

  FrameBuilder version(int value) {
    version = value;
    return this;
  }

  /** Sets the header length field, in words of 4 bytes, to a value that may be wrong. */
  FrameBuilder headerWords(int value) {
    headerWords = value;
    return this;
  }

  /** Sets the byte with DSCP and ECN. */
  FrameBuilder tos(int value) {
    tos = value;
    return this;
  }

  FrameBuilder totalLength(int value) {
    totalLength = value;
    return this;
  }

  FrameBuilder identification(int value) {
    identification = value;
    return this;
  }

  /** Sets the 16 bits with the flags and the fragment offset. */
  FrameBuilder fragment(int value) {
    fragment = value;
    return this;
  }

  FrameBuilder ttl(int value) {
    ttl = value;
    return this;
  }

  FrameBuilder protocol(int value) {
    protocol = value;
    return this;
  }

  /** Sets the checksum field to a value that may be wrong. */
  FrameBuilder checksum(int value) {
    checksum = value;
    return this;
  }

  /** Sets the number of bytes that the checksum covers, independent of the header length. */
  FrameBuilder checksumCovers(int bytes) {
    checksumCovers = bytes;
    return this;
  }

  /** Sets the identification for which this checksum is correct; 0xFFFF is never correct. */
  FrameBuilder identificationForChecksum(int wanted) {
    identification = 0;
    identification = Math.floorMod(rightChecksum() - wanted, ALL_ONES);
    return this;
  }

  /** Sets the IP options, in hexadecimal; their length must be a multiple of 4 bytes. */
  FrameBuilder options(String bytes) {
    options = hex(bytes);
    return this;
  }

  FrameBuilder payload(byte[] bytes) {
    payload = bytes;
    return this;
  }

  /** Sets the bytes of the frame after the packet, in hexadecimal. */
  FrameBuilder behind(String bytes) {
    behind = hex(bytes);
    return this;
  }

  /** Fills the frame up with zeros to the minimum length of Ethernet. */
  FrameBuilder padded() {
    int length = ETHERNET_HEADER_BYTES + PLAIN_HEADER_BYTES + options.length + payload.length;
    behind = new byte[Math.max(0, MIN_FRAME_BYTES - length)];
    return this;
  }

  /** Changes the frame as a router does: sets new MAC addresses and subtracts 1 from the TTL. */
  FrameBuilder nextHop(byte[] newSourceMac, byte[] newDestinationMac) {
    sourceMac = newSourceMac;
    destinationMac = newDestinationMac;
    ttl--;
    return this;
  }

  /** Returns the contents of the frame, as {@code unwrap} should return them. */
  Frame frame() {
    return new Frame(
        sourceMac, destinationMac, sourceAddress, destinationAddress, ttl, identification, payload);
  }

  /** Returns the bytes of the frame. */
  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(destinationMac);
    out.writeBytes(sourceMac);
    write16(out, type);
    out.writeBytes(header(checksum < 0 ? rightChecksum() : checksum));
    out.writeBytes(payload);
    out.writeBytes(behind);
    return out.toByteArray();
  }

  private int rightChecksum() {
    byte[] header = header(0);
    int covered = checksumCovers < 0 ? header.length : checksumCovers;
    byte[] all = Arrays.copyOf(header, Math.max(header.length, covered));
    System.arraycopy(payload, 0, all, header.length, all.length - header.length);
    return checksumOf(Arrays.copyOf(all, covered));
  }

  private byte[] header(int checksumField) {
    int length = PLAIN_HEADER_BYTES + options.length;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(version << 4 | (headerWords < 0 ? length / 4 : headerWords));
    out.write(tos);
    write16(out, totalLength < 0 ? length + payload.length : totalLength);
    write16(out, identification);
    write16(out, fragment);
    out.write(ttl);
    out.write(protocol);
    write16(out, checksumField);
    out.writeBytes(sourceAddress);
    out.writeBytes(destinationAddress);
    out.writeBytes(options);
    return out.toByteArray();
  }

  private static void write16(ByteArrayOutputStream out, int number) {
    out.write(number >>> 8);
    out.write(number);
  }
}
