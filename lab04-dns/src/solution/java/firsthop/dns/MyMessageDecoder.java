package firsthop.dns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads a message from left to right with a {@link Cursor}, which knows the end of the message and
 * reads names. The data of a record gets its own cursor, which ends where the data ends. So reading
 * too much throws, and reading too little shows in the number of bytes that are left.
 */
public final class MyMessageDecoder implements MessageDecoder {
  private static final int RESPONSE = 0x8000;
  private static final int AUTHORITATIVE = 0x0400;
  private static final int TRUNCATED = 0x0200;
  private static final int RECURSION_DESIRED = 0x0100;
  private static final int RECURSION_AVAILABLE = 0x0080;
  private static final int RCODE = 0x000F;

  private static final int CLASS_IN = 1;
  private static final int A = 1;
  private static final int NS = 2;
  private static final int CNAME = 5;
  private static final int SOA = 6;
  private static final int PTR = 12;
  private static final int MX = 15;
  private static final int TXT = 16;
  private static final int AAAA = 28;
  private static final int OPT = 41;

  private static final int A_BYTES = 4;
  private static final int AAAA_BYTES = 16;

  /** Serial, refresh, retry, expire, minimum: RFC 1035 §3.3.13. */
  private static final int SOA_NUMBERS = 5;

  /** Creates a decoder. */
  public MyMessageDecoder() {}

  @Override
  public DnsMessage decode(byte[] message) throws MalformedMessageException {
    Cursor cursor = new Cursor(message);
    int id = cursor.unsignedShort();
    int flags = cursor.unsignedShort();
    int questions = cursor.unsignedShort();
    int answers = cursor.unsignedShort();
    int authority = cursor.unsignedShort();
    int additional = cursor.unsignedShort();
    return new DnsMessage(
        id,
        (flags & RESPONSE) != 0,
        (flags & AUTHORITATIVE) != 0,
        (flags & TRUNCATED) != 0,
        (flags & RECURSION_DESIRED) != 0,
        (flags & RECURSION_AVAILABLE) != 0,
        flags & RCODE,
        questions(cursor, questions),
        records(cursor, answers),
        records(cursor, authority),
        records(cursor, additional));
  }

  private static List<DnsQuestion> questions(Cursor cursor, int count)
      throws MalformedMessageException {
    List<DnsQuestion> questions = new ArrayList<>(); // no initial size: count may be false
    for (int i = 0; i < count; i++) {
      String name = cursor.name();
      int type = cursor.unsignedShort();
      if (cursor.unsignedShort() == CLASS_IN) {
        questions.add(new DnsQuestion(name, type));
      }
    }
    return questions;
  }

  private static List<DnsRecord> records(Cursor cursor, int count)
      throws MalformedMessageException {
    List<DnsRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = cursor.name();
      int type = cursor.unsignedShort();
      int recordClass = cursor.unsignedShort();
      long ttl = cursor.unsignedInt();
      Cursor data = cursor.part(cursor.unsignedShort());
      if (recordClass == CLASS_IN && type != OPT) {
        long seconds = ttl > Integer.MAX_VALUE ? 0 : ttl;
        records.add(new DnsRecord(name, type, seconds, data(type, data)));
      }
    }
    return records;
  }

  private static String data(int type, Cursor data) throws MalformedMessageException {
    String text =
        switch (type) {
          case A -> AddressText.ipv4(data.bytes(A_BYTES));
          case AAAA -> AddressText.ipv6(data.bytes(AAAA_BYTES));
          case NS, CNAME, PTR -> data.name();
          case MX -> data.unsignedShort() + " " + NameText.beside(data.name());
          case SOA -> soa(data);
          case TXT -> txt(data);
          default -> HexFormat.of().formatHex(data.bytes(data.left()));
        };
    if (data.left() > 0) {
      throw new MalformedMessageException(
          "data of type " + type + " with " + data.left() + " bytes too many");
    }
    return text;
  }

  private static String soa(Cursor data) throws MalformedMessageException {
    StringBuilder text = new StringBuilder();
    text.append(NameText.beside(data.name())).append(' ').append(NameText.beside(data.name()));
    for (int i = 0; i < SOA_NUMBERS; i++) {
      text.append(' ').append(data.unsignedInt());
    }
    return text.toString();
  }

  /** Joins the bytes before it decodes them: a character may be cut between two strings. */
  private static String txt(Cursor data) throws MalformedMessageException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (data.left() > 0) {
      bytes.writeBytes(data.bytes(data.unsignedByte()));
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
