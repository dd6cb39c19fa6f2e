package firsthop.dns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Builds a response as bytes, without any of your classes: the header and the question of a query,
 * and then the records that a test adds.
 */
final class HandMadeResponse {
  static final int A = 1;
  static final int CNAME = 5;
  static final int MX = 15;
  static final int TXT = 16;

  private static final int HEADER_BYTES = 12;
  private static final int RESPONSE = 0x80;
  private static final int TRUNCATED = 0x02;
  private static final int TTL_SECONDS = 300;

  private final byte[] header;
  private byte[] question;
  private final ByteArrayOutputStream answers = new ByteArrayOutputStream();

  private HandMadeResponse(byte[] query) {
    header = Arrays.copyOf(query, HEADER_BYTES);
    question = Arrays.copyOfRange(query, HEADER_BYTES, query.length);
    header[2] |= (byte) RESPONSE;
    header[3] = 0;
  }

  /** Begins a response to a query. */
  static HandMadeResponse to(byte[] query) {
    return new HandMadeResponse(query);
  }

  /** Changes the id. */
  HandMadeResponse withOtherId() {
    header[1] ^= 1;
    return this;
  }

  /** Changes the question. */
  HandMadeResponse withQuestion(String name, int type) {
    ByteArrayOutputStream other = new ByteArrayOutputStream();
    other.writeBytes(wire(name));
    writeShort(other, type);
    writeShort(other, 1);
    question = other.toByteArray();
    return this;
  }

  /** Sets the code. */
  HandMadeResponse code(int code) {
    header[3] = (byte) code;
    return this;
  }

  /** Sets the flag TC. */
  HandMadeResponse truncated() {
    header[2] |= (byte) TRUNCATED;
    return this;
  }

  /** Adds an A record to the answer section. */
  HandMadeResponse a(String name, int... address) {
    byte[] data = new byte[address.length];
    for (int i = 0; i < address.length; i++) {
      data[i] = (byte) address[i];
    }
    return record(name, A, data);
  }

  /** Adds a CNAME record to the answer section. */
  HandMadeResponse cname(String name, String target) {
    return record(name, CNAME, wire(target));
  }

  /** Adds a TXT record to the answer section. */
  HandMadeResponse txt(String name, String text) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.write(text.length());
    data.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return record(name, TXT, data.toByteArray());
  }

  byte[] bytes() {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(header);
    message.writeBytes(question);
    message.writeBytes(answers.toByteArray());
    return message.toByteArray();
  }

  /** Returns the record that a decoder must return for an A record. */
  static DnsRecord readA(String name, String address) {
    return new DnsRecord(name, A, TTL_SECONDS, address);
  }

  private HandMadeResponse record(String name, int type, byte[] data) {
    answers.writeBytes(wire(name));
    writeShort(answers, type);
    writeShort(answers, 1);
    writeShort(answers, 0);
    writeShort(answers, TTL_SECONDS);
    writeShort(answers, data.length);
    answers.writeBytes(data);
    header[7]++; // there are few records, so one byte is enough for the count
    return this;
  }

  private static byte[] wire(String name) {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    for (String label : name.split("\\.")) {
      wire.write(label.length());
      wire.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    wire.write(0);
    return wire.toByteArray();
  }

  private static void writeShort(ByteArrayOutputStream to, int value) {
    to.write(value >>> Byte.SIZE);
    to.write(value);
  }
}
