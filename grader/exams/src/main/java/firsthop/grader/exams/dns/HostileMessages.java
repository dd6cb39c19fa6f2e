package firsthop.grader.exams.dns;

import java.util.Arrays;

/**
 * Valid messages that are made to cost a decoder as much time or memory as possible. Records of
 * class CHAOS cost as much to read as others, but they are not in the result.
 */
final class HostileMessages {
  static final int MAX_BYTES = 65_535;

  /** A pointer has 14 bits for its target. */
  private static final int MAX_TARGET = 0x3FFF;

  private static final byte[] LAST_ADDRESS = {10, 0, 2, 99};

  /** The bytes of a record after its name, if it has no data. */
  private static final int FIELDS_BYTES = 10;

  private static final int POINTER_BYTES = 2;

  private HostileMessages() {}

  /**
   * Makes a message whose names all end in one chain of some 8,000 pointers. The last pointer leads
   * to the label {@code chain}.
   *
   * @param records the number of records, each with such a name
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
   * Makes a message with as many names of 255 bytes as fit into it. In text, each byte of a label
   * takes four characters.
   *
   * @param recordClass the class of all records except the last one
   * @param maxBytes the largest length of the message
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
