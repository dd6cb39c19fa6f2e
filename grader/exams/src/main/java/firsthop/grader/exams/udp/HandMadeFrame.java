package firsthop.grader.exams.udp;

import firsthop.udp.Frame;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A frame written field by field, right unless a test says otherwise: a field that is not set has
 * the value that the others call for. Its checksum comes by division, not by adding words up.
 *
 * <p>A frame of which nothing is set goes from one MAC address to the same, and so does its packet;
 * no number in its header has its high bit set, and no sum of them a carry. So a mistake about
 * order, signs or carries costs the tests that are about these, and few others.
 */
final class HandMadeFrame {
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
   * Return the checksum of a header whose checksum field is 0. The header as one large number
   * leaves the same remainder modulo 0xFFFF as the sum of its words, since 0x10000 leaves 1; what
   * is missing to 0xFFFF is the checksum.
   */
  static int checksumOf(byte[] header) {
    return Math.floorMod(-new BigInteger(1, header).mod(MODULUS).intValue(), ALL_ONES);
  }

  HandMadeFrame macs(String source, String destination) {
    sourceMac = hex(source);
    destinationMac = hex(destination);
    return this;
  }

  HandMadeFrame addresses(String source, String destination) {
    sourceAddress = hex(source);
    destinationAddress = hex(destination);
    return this;
  }

  HandMadeFrame type(int value) {
    type = value;
    return this;
  }

  HandMadeFrame version(int value) {
    version = value;
    return this;
  }

  /** Set the header length field, in words of 4 bytes, to another value than the right one. */
  HandMadeFrame headerWords(int value) {
    headerWords = value;
    return this;
  }

  /** Set the byte of DSCP and ECN. */
  HandMadeFrame tos(int value) {
    tos = value;
    return this;
  }

  HandMadeFrame totalLength(int value) {
    totalLength = value;
    return this;
  }

  HandMadeFrame identification(int value) {
    identification = value;
    return this;
  }

  /** Set the 16 bits of flags and fragment offset. */
  HandMadeFrame fragment(int value) {
    fragment = value;
    return this;
  }

  HandMadeFrame ttl(int value) {
    ttl = value;
    return this;
  }

  HandMadeFrame protocol(int value) {
    protocol = value;
    return this;
  }

  /** Set the checksum field, right or wrong. */
  HandMadeFrame checksum(int value) {
    checksum = value;
    return this;
  }

  /** Have the checksum computed over so many bytes, whatever the header's length is. */
  HandMadeFrame checksumCovers(int bytes) {
    checksumCovers = bytes;
    return this;
  }

  /** Set the identification that makes a checksum right; every checksum but 0xFFFF has one. */
  HandMadeFrame identificationForChecksum(int wanted) {
    identification = 0;
    identification = Math.floorMod(rightChecksum() - wanted, ALL_ONES);
    return this;
  }

  /** Set the IP options, a multiple of 4 bytes. */
  HandMadeFrame options(String bytes) {
    options = hex(bytes);
    return this;
  }

  HandMadeFrame payload(byte[] bytes) {
    payload = bytes;
    return this;
  }

  /** Set what stands in the frame behind the packet. */
  HandMadeFrame behind(String bytes) {
    behind = hex(bytes);
    return this;
  }

  /** Fill the frame up with zeros as Ethernet asks for. */
  HandMadeFrame padded() {
    int length = ETHERNET_HEADER_BYTES + PLAIN_HEADER_BYTES + options.length + payload.length;
    behind = new byte[Math.max(0, MIN_FRAME_BYTES - length)];
    return this;
  }

  /** Make it the frame that a router sends on: new MAC addresses, and a TTL of one less. */
  HandMadeFrame nextHop(byte[] newSourceMac, byte[] newDestinationMac) {
    sourceMac = newSourceMac;
    destinationMac = newDestinationMac;
    ttl--;
    return this;
  }

  /** Return what the frame says to who unwraps it. */
  Frame frame() {
    return new Frame(
        sourceMac, destinationMac, sourceAddress, destinationAddress, ttl, identification, payload);
  }

  /** Return the bytes of the frame. */
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
