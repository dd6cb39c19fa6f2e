package firsthop.grader.exams.udp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import firsthop.grader.network.Dissector;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes, reads and describes TFTP packets (RFC 1350 §5). */
final class TftpPackets {
  static final int READ_REQUEST = 1;
  static final int WRITE_REQUEST = 2;
  static final int DATA = 3;
  static final int ACK = 4;
  static final int ERROR = 5;

  /** The number of bytes in a full block; a shorter block is the last one. */
  static final int BLOCK_BYTES = 512;

  private static final int OPCODE_BYTES = 2;

  /** The length of the opcode and the block number or error code. */
  static final int HEADER_BYTES = 4;

  private static final int UNSIGNED_SHORT = 0xFFFF;

  private TftpPackets() {}

  /** Returns a request with these texts: a file, a mode, options. A zero byte ends each text. */
  static byte[] request(int opcode, String... texts) {
    byte[] body =
        Stream.of(texts).map(text -> text + "\0").collect(Collectors.joining()).getBytes(US_ASCII);
    return ByteBuffer.allocate(OPCODE_BYTES + body.length)
        .putShort((short) opcode)
        .put(body)
        .array();
  }

  /** Returns a DATA packet. */
  static byte[] data(int block, byte[] payload) {
    return numbered(DATA, block, payload);
  }

  /** Returns an ACK. */
  static byte[] ack(int block) {
    return numbered(ACK, block, new byte[0]);
  }

  /** Returns an ERROR. */
  static byte[] error(int code, String text) {
    return numbered(ERROR, code, (text + "\0").getBytes(US_ASCII));
  }

  /** Returns the opcode of a packet of at least 2 bytes. */
  static int opcode(byte[] packet) {
    return unsignedShort(packet, 0);
  }

  /** Returns the block number or error code in a packet of at least 4 bytes. */
  static int number(byte[] packet) {
    return unsignedShort(packet, OPCODE_BYTES);
  }

  /** Describes a packet: {@code DATA 3 (512 bytes)}, {@code ACK 2}, {@code RRQ hosts octet}. */
  static String describe(byte[] packet) {
    if (packet.length < OPCODE_BYTES) {
      return Dissector.BYTES.describe(packet);
    }
    int opcode = unsignedShort(packet, 0);
    if (opcode == READ_REQUEST || opcode == WRITE_REQUEST) {
      return (opcode == READ_REQUEST ? "RRQ " : "WRQ ") + texts(packet, OPCODE_BYTES);
    }
    if (packet.length < HEADER_BYTES) {
      return Dissector.BYTES.describe(packet);
    }
    int number = unsignedShort(packet, OPCODE_BYTES);
    return switch (opcode) {
      case DATA -> "DATA " + number + " (" + (packet.length - HEADER_BYTES) + " bytes)";
      case ACK -> "ACK " + number;
      case ERROR -> "ERROR " + number + " " + texts(packet, HEADER_BYTES);
      default -> Dissector.BYTES.describe(packet);
    };
  }

  private static byte[] numbered(int opcode, int number, byte[] body) {
    return ByteBuffer.allocate(HEADER_BYTES + body.length)
        .putShort((short) opcode)
        .putShort((short) number)
        .put(body)
        .array();
  }

  private static int unsignedShort(byte[] packet, int offset) {
    return ByteBuffer.wrap(packet).getShort(offset) & UNSIGNED_SHORT;
  }

  /** Returns the text from an offset on, with a space for each zero byte. */
  private static String texts(byte[] packet, int offset) {
    return new String(Arrays.copyOfRange(packet, offset, packet.length), ISO_8859_1)
        .replace('\0', ' ')
        .strip();
  }
}
