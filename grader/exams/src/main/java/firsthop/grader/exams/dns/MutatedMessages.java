package firsthop.grader.exams.dns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes small random changes to valid messages: about half of the results are still valid. The
 * messages are short, so that thousands of them, and their results, fit into one call of a
 * candidate.
 */
final class MutatedMessages {
  private static final int MAX_CHANGES = 2;
  private static final int POINTER = 0xC0;

  /** Values at the limits of a length byte, a count, or the high byte of a number. */
  private static final int[] EDGES = {0, 1, 0x3F, 0x40, 0x7F, 0x80, 0xBF, POINTER, 0xFF};

  private static final List<byte[]> GOOD =
      List.of(
          new DnsjavaMessageBuilder(0x1001)
              .question("www.example.", RawMessage.A)
              .answer("www.example.", RawMessage.CNAME, "a.web.example.")
              .answer("a.web.example.", RawMessage.A, "192.0.2.200")
              .answer("a.web.example.", RawMessage.AAAA, "2001:db8:0:0:1:0:0:1")
              .toBytes(),
          new DnsjavaMessageBuilder(0x2002)
              .question("gone.example.", RawMessage.TXT)
              .authority(
                  "example.",
                  RawMessage.SOA,
                  "ns.example. Host\\.Master.example. 1 2 3 4 4294967295")
              .toBytes(),
          new DnsjavaMessageBuilder(0x3003)
              .question("example.", RawMessage.MX)
              .answer("example.", RawMessage.MX, "10 mail.example.")
              .answer("example.", RawMessage.MX, "65535 .")
              .authority("example.", RawMessage.NS, "ns.Example.")
              .additional("mail.example.", RawMessage.A, "203.0.113.25")
              .toBytes(),
          new DnsjavaMessageBuilder(0x4004)
              .question("7.2.0.192.in-addr.arpa.", RawMessage.PTR)
              .answer("7.2.0.192.in-addr.arpa.", RawMessage.PTR, "host\\032seven.example.")
              .answer("in-addr.arpa.", RawMessage.TXT, "\"one\" \"\\195\" \"\\188\" \"\"")
              .additional("arpa.", RawMessage.PRIVATE, "\\# 4 c00c0180")
              .toBytes());

  private MutatedMessages() {}

  /** Returns that many changed messages. */
  static List<byte[]> of(int count, SplittableRandom random) {
    List<byte[]> mutated = new ArrayList<>();
    while (mutated.size() < count) {
      byte[] message = GOOD.get(random.nextInt(GOOD.size())).clone();
      for (int changes = 1 + random.nextInt(MAX_CHANGES); changes > 0; changes--) {
        message = changed(message, random);
      }
      mutated.add(message);
    }
    return mutated;
  }

  private static byte[] changed(byte[] message, SplittableRandom random) {
    int at = random.nextInt(message.length);
    switch (random.nextInt(8)) {
      case 0 -> message[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      case 1 -> message[at] = (byte) random.nextInt(256);
      case 2, 3 -> message[at] = (byte) EDGES[random.nextInt(EDGES.length)];
      case 4, 5 -> {
        message[at] = (byte) POINTER;
        message[Math.min(at + 1, message.length - 1)] = (byte) random.nextInt(message.length);
      }
      case 6 -> {
        return with(message, at, random);
      }
      default -> {
        return without(message, at, random);
      }
    }
    return message;
  }

  /** Repeats some bytes. */
  private static byte[] with(byte[] message, int at, SplittableRandom random) {
    int more = random.nextInt(Math.min(message.length - at, 12) + 1);
    byte[] longer = Arrays.copyOf(message, message.length + more);
    System.arraycopy(message, at, longer, at + more, message.length - at);
    return longer;
  }

  /** Removes some bytes, at the end or before it; very short messages stay as they are. */
  private static byte[] without(byte[] message, int at, SplittableRandom random) {
    if (message.length < 20) {
      return message;
    }
    int less = 1 + random.nextInt(Math.min(message.length - at, 8));
    byte[] shorter = Arrays.copyOf(message, message.length - less);
    System.arraycopy(message, at + less, shorter, at, shorter.length - at);
    return shorter;
  }
}
