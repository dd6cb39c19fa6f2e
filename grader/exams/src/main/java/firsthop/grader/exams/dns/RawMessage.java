package firsthop.grader.exams.dns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Writes a message byte by byte, wrong ones too: nothing is checked. Each method adds at the end.
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

  /** RFC 3597 §3 tells everybody how to treat types that they don't know; this one is private. */
  static final int PRIVATE = 65_400;

  static final int IN = 1;
  static final int CHAOS = 3;

  static final int RESPONSE = 0x8000;

  /** Of the header, and so where the first name begins. */
  static final int HEADER_BYTES = 12;

  /** Of a record at the root without data. */
  static final int EMPTY_RECORD_BYTES = 11;

  private static final int ID = 0x2B3C;
  private static final int POINTER = 0xC000;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Begin with a header. */
  RawMessage(int id, int flags, int questions, int answers, int authority, int additional) {
    number16(id).number16(flags).number16(questions).number16(answers);
    number16(authority).number16(additional);
  }

  /** Begin with the header of a response. */
  static RawMessage response(int questions, int answers) {
    return new RawMessage(ID, RESPONSE, questions, answers, 0, 0);
  }

  /** Begin a response with one question, whose name is to follow. */
  static RawMessage asks() {
    return response(1, 0);
  }

  /** Return the place of the next byte, counted from the first byte of the header. */
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

  /** Add labels, without a root. */
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

  /** Add bytes that are given as hexadecimal digits; spaces are for the reader. */
  RawMessage hex(String digits) {
    bytes.writeBytes(HexFormat.of().parseHex(digits.replace(" ", "")));
    return this;
  }

  RawMessage bytes(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  /** Add what stands behind the name in a question. */
  RawMessage typeAndClass(int type, int questionClass) {
    return number16(type).number16(questionClass);
  }

  /** Add what stands between the name and the data in a record of class IN. */
  RawMessage fields(int type, long ttl, int length) {
    return typeAndClass(type, IN).number32(ttl).number16(length);
  }

  /** Add what makes a name a question. */
  RawMessage question() {
    return typeAndClass(A, IN);
  }

  /** Add what makes a name a record, of a class other than IN. */
  RawMessage fieldsOfClass(int recordClass, int type, int length) {
    return typeAndClass(type, recordClass).number32(0).number16(length);
  }

  /** Add what makes a name a record, without data. */
  RawMessage empty() {
    return fields(PRIVATE, 1, 0);
  }

  /** Add what makes a name a record that says 10.0.2.{@code host}. */
  RawMessage address(long ttl, int host) {
    return fields(A, ttl, 4).hex("0a0002").number8(host);
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
