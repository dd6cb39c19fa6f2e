package firsthop.grader.exams.dns;

import java.util.Arrays;

/**
 * Messages that are in order, every byte of them, and made to cost a decoder time or memory.
 * Records of class CHAOS cost it as much as others, and don't come back.
 */
final class HostileMessages {
  static final int MAX_BYTES = 65_535;

  /** A pointer has 14 bits for its target. */
  private static final int MAX_TARGET = 0x3FFF;

  private static final byte[] LAST_ADDRESS = {10, 0, 2, 99};

  /** What a record has behind its name, when it has no data. */
  private static final int FIELDS_BYTES = 10;

  private static final int POINTER_BYTES = 2;

  private HostileMessages() {}

  /**
   * Make a message whose names all end in one chain of some 8,000 pointers, at whose end stands
   * {@code chain}.
   *
   * @param records how many names
   */
  static byte[] chainOfPointers(int records) {
    RawMessage message = RawMessage.response(0, records);
    message.root().fieldsOfClass(RawMessage.CHAOS, RawMessage.PRIVATE, 0);
    int lengthAt = message.here() - Short.BYTES;
    int dataAt = message.here();
    int last = dataAt;
    message.labels("chain").root();
    while (message.here() <= MAX_TARGET) {
      int here = message.here();
      message.pointer(last);
      last = here;
    }
    int dataBytes = message.here() - dataAt;
    for (int record = 2; record < records; record++) {
      message
          .pointer(last)
          .typeAndClass(RawMessage.PRIVATE, RawMessage.CHAOS)
          .number32(0)
          .number16(0);
    }
    byte[] bytes = message.pointer(last).bytes(lastFields()).toBytes();
    bytes[lengthAt] = (byte) (dataBytes >>> Byte.SIZE);
    bytes[lengthAt + 1] = (byte) dataBytes;
    return bytes;
  }

  /**
   * Make a message with as many names of 255 bytes as it can hold, every byte of which a text shows
   * with four characters.
   *
   * @param recordClass that of all records but the last
   * @param maxBytes how long the message may be
   */
  static byte[] longNames(int recordClass, int maxBytes) {
    byte[] name = longName();
    int first = name.length + FIELDS_BYTES;
    int room = maxBytes - RawMessage.HEADER_BYTES - first - LAST_ADDRESS.length;
    int records = 1 + room / (POINTER_BYTES + FIELDS_BYTES);
    RawMessage message = RawMessage.response(0, records).bytes(name);
    for (int record = 1; record < records; record++) {
      message.typeAndClass(RawMessage.PRIVATE, recordClass).number32(0).number16(0);
      message.pointer(RawMessage.HEADER_BYTES);
    }
    return message.bytes(lastFields()).toBytes();
  }

  private static byte[] longName() {
    byte[] name = new byte[255];
    Arrays.fill(name, (byte) 1);
    name[0] = 63;
    name[64] = 63;
    name[128] = 63;
    name[192] = 61;
    name[254] = 0;
    return name;
  }

  private static byte[] lastFields() {
    byte[] all =
        RawMessage.response(0, 0)
            .fields(RawMessage.A, 60, LAST_ADDRESS.length)
            .bytes(LAST_ADDRESS)
            .toBytes();
    return Arrays.copyOfRange(all, RawMessage.HEADER_BYTES, all.length);
  }
}
