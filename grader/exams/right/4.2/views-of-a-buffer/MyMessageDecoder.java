// Reads through ByteBuffers: a view for the data, a duplicate for what a pointer leads to.
package firsthop.dns;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;

public class MyMessageDecoder implements MessageDecoder {

  @Override
  public DnsMessage decode(byte[] message) throws MalformedMessageException {
    try {
      return message(ByteBuffer.wrap(message).asReadOnlyBuffer());
    } catch (BufferUnderflowException e) {
      throw new MalformedMessageException("the message is too short, or a part of it");
    }
  }

  private static DnsMessage message(ByteBuffer in) throws MalformedMessageException {
    int id = in.getChar();
    int flags = in.getChar();
    char[] counts = {in.getChar(), in.getChar(), in.getChar(), in.getChar()};
    List<DnsQuestion> questions = new LinkedList<>();
    while (counts[0]-- > 0) {
      String name = name(in);
      char type = in.getChar();
      if (in.getChar() == 1) {
        questions.add(new DnsQuestion(name, type));
      }
    }
    return new DnsMessage(
        id,
        bit(flags, 15),
        bit(flags, 10),
        bit(flags, 9),
        bit(flags, 8),
        bit(flags, 7),
        flags & 15,
        questions,
        records(in, counts[1]),
        records(in, counts[2]),
        records(in, counts[3]));
  }

  private static boolean bit(int flags, int number) {
    return (flags >> number & 1) != 0;
  }

  private static List<DnsRecord> records(ByteBuffer in, int count)
      throws MalformedMessageException {
    List<DnsRecord> records = new LinkedList<>();
    while (count-- > 0) {
      String name = name(in);
      char type = in.getChar();
      char dnsClass = in.getChar();
      int ttl = in.getInt();
      char length = in.getChar();
      if (length > in.remaining()) {
        throw new BufferUnderflowException();
      }
      ByteBuffer data = in.duplicate();
      data.limit(in.position() + length);
      in.position(in.position() + length);
      if (dnsClass == 1 && type != 41) {
        records.add(new DnsRecord(name, type, Math.max(ttl, 0), data(type, data)));
        if (data.hasRemaining()) {
          throw new MalformedMessageException(data.remaining() + " bytes of data are left");
        }
      }
    }
    return records;
  }

  private static String data(char type, ByteBuffer in) throws MalformedMessageException {
    StringBuilder text = new StringBuilder();
    switch (type) {
      case 1 -> {
        for (String dot : new String[] {"", ".", ".", "."}) {
          text.append(dot).append(Byte.toUnsignedInt(in.get()));
        }
      }
      case 28 -> text.append(ipv6(in));
      case 2, 5, 12 -> text.append(name(in));
      case 15 -> text.append((int) in.getChar()).append(' ').append(visible(name(in)));
      case 6 -> {
        text.append(visible(name(in))).append(' ').append(visible(name(in)));
        for (int i = 0; i < 5; i++) {
          text.append(' ').append(Integer.toUnsignedString(in.getInt()));
        }
      }
      case 16 -> {
        ByteBuffer joined = ByteBuffer.allocate(in.remaining());
        while (in.hasRemaining()) {
          byte[] string = new byte[in.get() & 0xFF];
          in.get(string);
          joined.put(string);
        }
        CharBuffer characters = StandardCharsets.UTF_8.decode(joined.flip());
        text.append(characters);
      }
      default -> {
        while (in.hasRemaining()) {
          int octet = in.get() & 0xFF;
          text.append(Character.forDigit(octet >> 4, 16)).append(Character.forDigit(octet & 15, 16));
        }
      }
    }
    return text.toString();
  }

  /** Makes ":0:0:...:" of the groups first, and looks for the longest row of zeros in that. */
  private static String ipv6(ByteBuffer in) {
    byte[] last = new byte[4];
    StringBuilder groups = new StringBuilder(":");
    for (int i = 0; i < 8; i++) {
      if (i == 6) {
        in.duplicate().get(last);
      }
      groups.append(Integer.toHexString(in.getChar())).append(':');
    }
    if (groups.indexOf(":0:0:0:0:0:ffff:") == 0) {
      return "::ffff:%d.%d.%d.%d"
          .formatted(last[0] & 0xFF, last[1] & 0xFF, last[2] & 0xFF, last[3] & 0xFF);
    }
    for (int zeros = 8; zeros >= 2; zeros--) {
      int at = groups.indexOf(":0".repeat(zeros) + ":");
      if (at >= 0) {
        groups.replace(at, at + 2 * zeros + 1, "::");
        break;
      }
    }
    int start = groups.charAt(1) == ':' ? 0 : 1;
    int end = groups.charAt(groups.length() - 2) == ':' ? groups.length() : groups.length() - 1;
    return groups.substring(start, Math.max(end, start));
  }

  private static String visible(String name) {
    return name.isEmpty() ? "." : name;
  }

  private static String name(ByteBuffer in) throws MalformedMessageException {
    StringBuilder text = new StringBuilder();
    ByteBuffer piece = in;
    int start = in.position();
    int left = 254;
    for (int first = in.get(); first != 0; first = piece.get()) {
      if (first < -64 || first >= 64) { // as a signed byte: 10 and 01
        throw new MalformedMessageException("a label that begins with " + first);
      }
      if (first < 0) {
        int target = (first + 64) * 256 + Byte.toUnsignedInt(piece.get());
        if (target >= start) {
          throw new MalformedMessageException("from " + start + " to " + target);
        }
        if (piece == in) {
          piece = in.duplicate();
          piece.clear();
        }
        piece.position(target);
        start = target;
      } else {
        left -= 1 + first;
        if (left < 0) {
          throw new MalformedMessageException("a name of more than 255 bytes");
        }
        byte[] label = new byte[first];
        piece.get(label);
        text.append(text.isEmpty() ? "" : ".").append(escaped(label));
      }
    }
    return text.toString();
  }

  private static String escaped(byte[] label) {
    StringBuilder text = new StringBuilder();
    String characters = new String(label, StandardCharsets.ISO_8859_1);
    for (char c : characters.toCharArray()) {
      switch (c) {
        case '.', '\\' -> text.append('\\').append(c);
        default -> {
          if (c > ' ' && c < 127) {
            text.append(c);
          } else {
            text.append('\\').append((char) ('0' + c / 100)).append(c / 10 % 10).append(c % 10);
          }
        }
      }
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
