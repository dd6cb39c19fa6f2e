package firsthop.grader.exams.dns;

import firsthop.dns.DnsMessage;
import firsthop.dns.DnsQuestion;
import firsthop.dns.DnsRecord;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.xbill.DNS.DNSInput;
import org.xbill.DNS.Name;
import org.xbill.DNS.WireParseException;

/**
 * An independent decoder that follows the contract. Its cursor and its names are those of dnsjava.
 *
 * <p>The class {@code Message} of dnsjava cannot be used for damaged messages. It accepts a
 * truncated message whose end is missing, it reads data that the contract skips, and it accepts a
 * pointer into the piece of the name that the pointer stands in.
 */
final class DnsjavaDecoder {
  private static final int KIND = 0xC0;
  private static final int SOA_NUMBERS = 5;
  private static final String[] ESCAPED = escaped();

  private final byte[] message;
  private final DNSInput in;

  private DnsjavaDecoder(byte[] message) {
    this.message = message;
    this.in = new DNSInput(message);
  }

  /** Returns the decoded message; empty if it is malformed. */
  static Optional<DnsMessage> read(byte[] message) {
    try {
      return Optional.of(new DnsjavaDecoder(message).message());
    } catch (WireParseException malformed) {
      return Optional.empty();
    }
  }

  private DnsMessage message() throws WireParseException {
    int id = in.readU16();
    int flags = in.readU16();
    int[] counts = {in.readU16(), in.readU16(), in.readU16(), in.readU16()};
    return new DnsMessage(
        id,
        flags >> 15 == 1,
        (flags >> 10 & 1) == 1,
        (flags >> 9 & 1) == 1,
        (flags >> 8 & 1) == 1,
        (flags >> 7 & 1) == 1,
        flags % 16,
        questions(counts[0]),
        records(counts[1]),
        records(counts[2]),
        records(counts[3]));
  }

  private List<DnsQuestion> questions(int count) throws WireParseException {
    List<DnsQuestion> questions = new ArrayList<>();
    for (int left = count; left > 0; left--) {
      DnsQuestion question = new DnsQuestion(name(), in.readU16());
      if (in.readU16() == RawMessage.IN) {
        questions.add(question);
      }
    }
    return questions;
  }

  private List<DnsRecord> records(int count) throws WireParseException {
    List<DnsRecord> records = new ArrayList<>();
    for (int left = count; left > 0; left--) {
      String name = name();
      int type = in.readU16();
      boolean kept = in.readU16() == RawMessage.IN && type != RawMessage.OPT;
      long ttl = in.readU32();
      int length = in.readU16();
      if (length > in.remaining()) {
        throw new WireParseException("data of " + length + " bytes, " + in.remaining() + " left");
      }
      int before = in.saveActive();
      in.setActive(length);
      String data = kept ? data(type) : HexFormat.of().formatHex(in.readByteArray());
      if (in.remaining() > 0) {
        throw new WireParseException(in.remaining() + " bytes of data are left");
      }
      in.restoreActive(before);
      if (kept) {
        records.add(new DnsRecord(name, type, ttl >> 31 == 0 ? ttl : 0, data));
      }
    }
    return records;
  }

  private String data(int type) throws WireParseException {
    return switch (type) {
      case RawMessage.A -> address(in.readByteArray(4)).getHostAddress();
      case RawMessage.AAAA -> CanonicalIpv6Text.ipv6(address(in.readByteArray(16)));
      case RawMessage.NS, RawMessage.CNAME, RawMessage.PTR -> name();
      case RawMessage.MX -> in.readU16() + " " + shown(name());
      case RawMessage.SOA -> {
        StringJoiner words = new StringJoiner(" ").add(shown(name())).add(shown(name()));
        for (int i = 0; i < SOA_NUMBERS; i++) {
          words.add(Long.toString(in.readU32()));
        }
        yield words.toString();
      }
      case RawMessage.TXT -> {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        while (in.remaining() > 0) {
          joined.writeBytes(in.readCountedString());
        }
        yield joined.toString(StandardCharsets.UTF_8);
      }
      default -> HexFormat.of().formatHex(in.readByteArray());
    };
  }

  private String name() throws WireParseException {
    checkThatPiecesGoBack(in.current());
    Name name = new Name(in);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.labels() - 1; i++) { // without the root
      text.append(i == 0 ? "" : ".");
      byte[] label = name.getLabel(i);
      for (int j = 1; j < label.length; j++) { // without the length
        text.append(ESCAPED[label[j] & 0xFF]);
      }
    }
    return text.toString();
  }

  private static String shown(String name) {
    return name.isEmpty() ? "." : name;
  }

  /** Rejects a pointer into its own piece; dnsjava finds all other mistakes in a name. */
  private void checkThatPiecesGoBack(int start) throws WireParseException {
    int piece = start;
    int at = start;
    while (at + 1 < message.length && message[at] != 0) {
      int first = message[at] & 0xFF;
      if (first < KIND) {
        at += 1 + first;
      } else {
        at = (first - KIND) * 256 + (message[at + 1] & 0xFF);
        if (at >= piece) {
          throw new WireParseException("a pointer to " + at + " in a piece from " + piece);
        }
        piece = at;
      }
    }
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String[] escaped() {
    String[] escaped = new String[256];
    for (int octet = 0; octet < escaped.length; octet++) {
      String character = String.valueOf((char) octet).toLowerCase(Locale.ROOT);
      escaped[octet] = character.matches("[!-~]") ? character : "\\%03d".formatted(octet);
    }
    escaped['.'] = "\\.";
    escaped['\\'] = "\\\\";
    return escaped;
  }
}
