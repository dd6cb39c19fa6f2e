package firsthop.dns;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

public class MyMessageDecoder implements MessageDecoder {

  @Override
  public DnsMessage decode(byte[] message) throws MalformedMessageException {
    return new Reader(message).message();
  }

  private static class Reader {
    private final byte[] bytes;
    private int at;
    private int end;

    Reader(byte[] bytes) {
      this.bytes = bytes;
      this.end = bytes.length;
    }

    DnsMessage message() throws MalformedMessageException {
      int id = number16();
      int flags = number16();
      int questionCount = number16();
      int answerCount = number16();
      int authorityCount = number16();
      int additionalCount = number16();
      List<DnsQuestion> questions = questions(questionCount);
      List<DnsRecord> answers = records(answerCount);
      List<DnsRecord> authority = records(authorityCount);
      List<DnsRecord> additional = records(additionalCount);
      return new DnsMessage(
          id,
          (flags & 0x8000) != 0,
          (flags & 0x0400) != 0,
          (flags & 0x0200) != 0,
          (flags & 0x0100) != 0,
          (flags & 0x0080) != 0,
          flags & 0x000F,
          questions,
          answers,
          authority,
          additional);
    }

    private List<DnsQuestion> questions(int count) throws MalformedMessageException {
      List<DnsQuestion> questions = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        String name = name();
        int type = number16();
        int dnsClass = number16();
        if (dnsClass == 1) {
          questions.add(new DnsQuestion(name, type));
        }
      }
      return questions;
    }

    private List<DnsRecord> records(int count) throws MalformedMessageException {
      List<DnsRecord> records = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        String name = name();
        int type = number16();
        int dnsClass = number16();
        long ttl = number32();
        if (ttl > Integer.MAX_VALUE) {
          ttl = 0;
        }
        int length = number16();
        need(at, length, end);
        int dataEnd = at + length;
        if (dnsClass != 1 || type == 41) {
          at = dataEnd;
          continue;
        }
        end = dataEnd;
        String data = data(type);
        end = bytes.length;
        if (at != dataEnd) {
          throw new MalformedMessageException("the data ends at " + dataEnd + ", not at " + at);
        }
        records.add(new DnsRecord(name, type, ttl, data));
      }
      return records;
    }

    private String data(int type) throws MalformedMessageException {
      switch (type) {
        case 1:
          return ipv4(take(4));
        case 28:
          return ipv6(take(16));
        case 2:
        case 5:
        case 12:
          return name();
        case 15:
          return number16() + " " + orDot(name());
        case 6:
          String soa = orDot(name()) + " " + orDot(name());
          for (int i = 0; i < 5; i++) {
            soa += " " + number32();
          }
          return soa;
        case 16:
          byte[] joined = new byte[end - at];
          int size = 0;
          while (at < end) {
            byte[] string = take(number8());
            System.arraycopy(string, 0, joined, size, string.length);
            size += string.length;
          }
          return new String(joined, 0, size, StandardCharsets.UTF_8);
        default:
          StringBuilder hex = new StringBuilder();
          for (byte b : take(end - at)) {
            hex.append(String.format("%02x", b));
          }
          return hex.toString();
      }
    }

    private String name() throws MalformedMessageException {
      StringBuilder name = new StringBuilder();
      int total = 1;
      int from = at;
      int piece = at;
      int limit = end;
      boolean jumped = false;
      while (true) {
        need(from, 1, limit);
        int length = bytes[from] & 0xFF;
        if (length == 0) {
          from++;
          break;
        }
        if (length >= 0xC0) {
          need(from, 2, limit);
          int target = (length & 0x3F) << 8 | bytes[from + 1] & 0xFF;
          if (target >= piece) {
            throw new MalformedMessageException("a pointer to " + target);
          }
          if (!jumped) {
            at = from + 2;
          }
          jumped = true;
          from = target;
          piece = target;
          limit = bytes.length;
          continue;
        }
        if (length > 63) {
          throw new MalformedMessageException("a label of a strange kind: " + length);
        }
        need(from, 1 + length, limit);
        total += 1 + length;
        if (total > 255) {
          throw new MalformedMessageException("a name that is too long");
        }
        if (name.length() > 0) {
          name.append('.');
        }
        for (int i = 1; i <= length; i++) {
          append(name, bytes[from + i] & 0xFF);
        }
        from += 1 + length;
      }
      if (!jumped) {
        at = from;
      }
      return name.toString();
    }

    private static void append(StringBuilder name, int octet) {
      if (octet == '.' || octet == '\\') {
        name.append('\\').append((char) octet);
      } else if (octet <= 0x20 || octet >= 0x7F) {
        name.append('\\').append(octet / 100).append(octet / 10 % 10).append(octet % 10);
      } else {
        name.append(Character.toLowerCase((char) octet));
      }
    }

    private static String orDot(String name) {
      return name.isEmpty() ? "." : name;
    }

    private static String ipv4(byte[] octets) {
      return (octets[0] & 0xFF)
          + "."
          + (octets[1] & 0xFF)
          + "."
          + (octets[2] & 0xFF)
          + "."
          + (octets[3] & 0xFF);
    }

    private static String ipv6(byte[] octets) {
      int[] groups = new int[8];
      for (int i = 0; i < 8; i++) {
        groups[i] = (octets[2 * i] & 0xFF) << 8 | octets[2 * i + 1] & 0xFF;
      }
      boolean mapped = groups[5] == 0xFFFF;
      for (int i = 0; i < 5; i++) {
        mapped &= groups[i] == 0;
      }
      if (mapped) {
        return "::ffff:" + ipv4(Arrays.copyOfRange(octets, 12, 16));
      }
      int best = -1;
      int bestLength = 1;
      for (int i = 0; i < 8; i++) {
        int length = 0;
        while (i + length < 8 && groups[i + length] == 0) {
          length++;
        }
        if (length > bestLength) {
          best = i;
          bestLength = length;
        }
      }
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 8; i++) {
        if (i == best) {
          text.append("::");
          i += bestLength - 1;
        } else {
          if (i > 0 && i != best + bestLength) {
            text.append(':');
          }
          text.append(Integer.toHexString(groups[i]));
        }
      }
      return text.toString();
    }

    private byte[] take(int count) throws MalformedMessageException {
      need(at, count, end);
      at += count;
      return Arrays.copyOfRange(bytes, at - count, at);
    }

    private int number8() throws MalformedMessageException {
      need(at, 1, end);
      return bytes[at++] & 0xFF;
    }

    private int number16() throws MalformedMessageException {
      return number8() << 8 | number8();
    }

    private long number32() throws MalformedMessageException {
      return (long) number16() << 16 | number16();
    }

    private static void need(int from, int count, int limit) throws MalformedMessageException {
      if (from + count > limit) {
        throw new MalformedMessageException(count + " bytes at " + from + " of " + limit);
      }
    }
  }
}
