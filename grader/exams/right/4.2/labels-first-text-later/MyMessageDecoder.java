// Finds where the labels of a name lie, and makes text of them in a second step; a table by type.
package firsthop.dns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public class MyMessageDecoder implements MessageDecoder {

  /** Bytes from one place to another, and where to find the rest of the message. */
  private record Span(byte[] message, int from, int to) {
    int size() {
      return to - from;
    }

    int unsigned(int index, int count) throws MalformedMessageException {
      long value = longValue(index, count);
      return (int) value;
    }

    long longValue(int index, int count) throws MalformedMessageException {
      check(index, count);
      long value = 0;
      for (int i = 0; i < count; i++) {
        value = value << 8 | message[from + index + i] & 0xFF;
      }
      return value;
    }

    Span part(int index, int count) throws MalformedMessageException {
      check(index, count);
      return new Span(message, from + index, from + index + count);
    }

    private void check(int index, int count) throws MalformedMessageException {
      if (count > size() - index) {
        throw new MalformedMessageException("no " + count + " bytes at " + (from + index));
      }
    }

    IntStream octets() {
      return IntStream.range(from, to).map(i -> message[i] & 0xFF);
    }
  }

  /** A name, and how many bytes it takes up where it stands. */
  private record Named(String text, int size) {
    String visible() {
      return text.isEmpty() ? "." : text;
    }
  }

  private interface Form {
    String text(Span data) throws MalformedMessageException;
  }

  private static final Map<Integer, Form> FORMS =
      Map.of(
          1, MyMessageDecoder::ipv4,
          28, MyMessageDecoder::ipv6,
          2, MyMessageDecoder::nameAlone,
          5, MyMessageDecoder::nameAlone,
          12, MyMessageDecoder::nameAlone,
          15, MyMessageDecoder::mx,
          6, MyMessageDecoder::soa,
          16, MyMessageDecoder::txt);

  @Override
  public DnsMessage decode(byte[] bytes) throws MalformedMessageException {
    Span message = new Span(bytes, 0, bytes.length);
    int flags = message.unsigned(2, 2);
    int at = 12;
    List<DnsQuestion> questions = new ArrayList<>();
    for (int left = message.unsigned(4, 2); left > 0; left--) {
      Named name = name(message, at);
      at += name.size() + 4;
      DnsQuestion question = new DnsQuestion(name.text(), message.unsigned(at - 4, 2));
      if (message.unsigned(at - 2, 2) == 1) {
        questions.add(question);
      }
    }
    List<List<DnsRecord>> sections = new ArrayList<>();
    for (int count = 6; count < 12; count += 2) {
      List<DnsRecord> section = new ArrayList<>();
      for (int left = message.unsigned(count, 2); left > 0; left--) {
        Named name = name(message, at);
        at += name.size() + 10;
        Span data = message.part(at, message.unsigned(at - 2, 2));
        record(message, at - 10, name.text(), data).ifPresent(section::add);
        at += data.size();
      }
      sections.add(section);
    }
    return new DnsMessage(
        message.unsigned(0, 2),
        flags >= 0x8000,
        (flags & 0x400) > 0,
        (flags & 0x200) > 0,
        (flags & 0x100) > 0,
        (flags & 0x80) > 0,
        flags % 16,
        questions,
        sections.get(0),
        sections.get(1),
        sections.get(2));
  }

  private static Optional<DnsRecord> record(Span message, int at, String name, Span data)
      throws MalformedMessageException {
    int type = message.unsigned(at, 2);
    if (type == 41 || message.unsigned(at + 2, 2) != 1) {
      return Optional.empty();
    }
    long ttl = message.longValue(at + 4, 4);
    Form form = FORMS.getOrDefault(type, MyMessageDecoder::hex);
    return Optional.of(new DnsRecord(name, type, ttl < 1L << 31 ? ttl : 0, form.text(data)));
  }

  private static String ipv4(Span data) throws MalformedMessageException {
    exactly(4, data);
    return data.octets().mapToObj(Integer::toString).collect(Collectors.joining("."));
  }

  private static String ipv6(Span data) throws MalformedMessageException {
    exactly(16, data);
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = data.unsigned(2 * i, 2);
    }
    if (Arrays.equals(Arrays.copyOf(groups, 6), new int[] {0, 0, 0, 0, 0, 0xFFFF})) {
      return "::ffff:" + ipv4(data.part(12, 4));
    }
    for (int length = 8; length >= 2; length--) {
      for (int start = 0; start + length <= 8; start++) {
        if (Arrays.stream(groups, start, start + length).allMatch(group -> group == 0)) {
          return hex(groups, 0, start) + "::" + hex(groups, start + length, 8);
        }
      }
    }
    return hex(groups, 0, 8);
  }

  private static String hex(int[] groups, int from, int to) {
    return Arrays.stream(groups, from, to)
        .mapToObj(Integer::toHexString)
        .collect(Collectors.joining(":"));
  }

  private static String nameAlone(Span data) throws MalformedMessageException {
    Named name = name(data, 0);
    exactly(name.size(), data);
    return name.text();
  }

  private static String mx(Span data) throws MalformedMessageException {
    Named name = name(data, 2);
    exactly(2 + name.size(), data);
    return data.unsigned(0, 2) + " " + name.visible();
  }

  private static String soa(Span data) throws MalformedMessageException {
    Named server = name(data, 0);
    Named person = name(data, server.size());
    int at = server.size() + person.size();
    exactly(at + 20, data);
    StringBuilder text = new StringBuilder(server.visible() + " " + person.visible());
    for (int i = 0; i < 5; i++) {
      text.append(' ').append(data.longValue(at + 4 * i, 4));
    }
    return text.toString();
  }

  private static String txt(Span data) throws MalformedMessageException {
    byte[] joined = new byte[data.size()];
    int size = 0;
    int at = 0;
    while (at < data.size()) {
      Span string = data.part(at + 1, data.unsigned(at, 1));
      System.arraycopy(data.message(), string.from(), joined, size, string.size());
      size += string.size();
      at += 1 + string.size();
    }
    return new String(joined, 0, size, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String hex(Span data) {
    return HexFormat.of().formatHex(data.message(), data.from(), data.to());
  }

  private static void exactly(int bytes, Span data) throws MalformedMessageException {
    if (bytes != data.size()) {
      throw new MalformedMessageException(bytes + " bytes of data, said to be " + data.size());
    }
  }

  private static Named name(Span within, int index) throws MalformedMessageException {
    List<Span> labels = new ArrayList<>();
    Span all = new Span(within.message(), 0, within.message().length);
    Span piece = within;
    int at = index;
    int start = within.from() + index;
    int size = 0;
    int bytes = 1;
    int length = piece.unsigned(at, 1);
    while (length > 0) {
      if (length >= 192) {
        int target = piece.unsigned(at, 2) - 0xC000;
        size = size == 0 ? at + 2 - index : size;
        if (target >= start) {
          throw new MalformedMessageException("not before " + start + ": " + target);
        }
        piece = all;
        at = target;
        start = target;
      } else if (length >= 64 || (bytes += 1 + length) > 255) {
        throw new MalformedMessageException("a label of " + length + ", a name of " + bytes);
      } else {
        labels.add(piece.part(at + 1, length));
        at += 1 + length;
      }
      length = piece.unsigned(at, 1);
    }
    String text = labels.stream().map(MyMessageDecoder::label).collect(Collectors.joining("."));
    return new Named(text, size == 0 ? at + 1 - index : size);
  }

  private static String label(Span label) {
    StringBuilder text = new StringBuilder();
    label
        .octets()
        .forEach(
            octet -> {
              if (octet < 0x21 || octet > 0x7E) {
                String digits = "00" + octet;
                text.append('\\').append(digits.substring(digits.length() - 3));
              } else {
                text.append(octet == '.' || octet == '\\' ? "\\" : "");
                text.append((char) (octet >= 'A' && octet <= 'Z' ? octet + 32 : octet));
              }
            });
    return text.toString();
  }
}
