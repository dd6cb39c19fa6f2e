package firsthop.grader.exams.dns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Builds a message byte by byte. Nothing is checked, so a message may be malformed. Each method
 * adds bytes at the end.
 */
final class RawMessage {
  static final int A = 1;
  static final int NS = 2;
  static final int CNAME = 5;
  static final int SOA = 6;
  static final int PTR = 12;
  static final int MX = 15;
  static final int TXT = 16;
  static final int AAAA = 28;
  static final int OPT = 41;

  /** A type that no decoder knows, from the range for private use (RFC 3597 §3). */
  static final int PRIVATE = 65_400;

  static final int IN = 1;
  static final int CHAOS = 3;

  static final int RESPONSE = 0x8000;

  /** The length of the header; the first name begins at this place. */
  static final int HEADER_BYTES = 12;

  /** The length of a record without data whose name is the root. */
  static final int EMPTY_RECORD_BYTES = 11;

  private static final int ID = 0x2B3C;
  private static final int POINTER = 0xC000;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Begins with a header. */
  RawMessage(int id, int flags, int questions, int answers, int authority, int additional) {
    number16(id).number16(flags).number16(questions).number16(answers);
    number16(authority).number16(additional);
  }

  /** Begins with the header of a response. */
  static RawMessage response(int questions, int answers) {
    return new RawMessage(ID, RESPONSE, questions, answers, 0, 0);
  }

  /** Begins a response with one question, whose name comes next. */
  static RawMessage asks() {
    return response(1, 0);
  }

  /** Returns the place of the next byte, counted from the first byte of the header. */
  int here() {
    return bytes.size();
  }

  RawMessage number8(int value) {
    bytes.write(value);
    return this;
  }

  RawMessage number16(int value) {
    return number8(value >>> 8).number8(value);
  }

  RawMessage number32(long value) {
    return number16((int) (value >>> 16)).number16((int) value);
  }

  /** Adds labels, without the root. */
  RawMessage labels(String... labels) {
    for (String label : labels) {
      number8(label.length()).ascii(label);
    }
    return this;
  }

  RawMessage root() {
    return number8(0);
  }

  RawMessage pointer(int target) {
    return number16(POINTER | target);
  }

  RawMessage ascii(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /** Adds bytes that are given as hexadecimal digits; spaces are ignored. */
  RawMessage hex(String digits) {
    bytes.writeBytes(HexFormat.of().parseHex(digits.replace(" ", "")));
    return this;
  }

  RawMessage bytes(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  /** Adds the part of a question after its name. */
  RawMessage typeAndClass(int type, int questionClass) {
    return number16(type).number16(questionClass);
  }

  /** Adds the part of a record of class IN between its name and its data. */
  RawMessage fields(int type, long ttl, int length) {
    return typeAndClass(type, IN).number32(ttl).number16(length);
  }

  /** Adds the part of a question after its name, with type A and class IN. */
  RawMessage question() {
    return typeAndClass(A, IN);
  }

  /** Adds the part of a record of any class between its name and its data; the TTL is 0. */
  RawMessage fieldsOfClass(int recordClass, int type, int length) {
    return typeAndClass(type, recordClass).number32(0).number16(length);
  }

  /** Adds the part of a record after its name, without data. */
  RawMessage empty() {
    return fields(PRIVATE, 1, 0);
  }

  /** Adds the part of an A record after its name, with the address 10.0.2.{@code host}. */
  RawMessage address(long ttl, int host) {
    return fields(A, ttl, 4).hex("0a0002").number8(host);
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
