package firsthop.grader.exams.udp;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Describes frames for failure messages, and names the first field in which two frames differ. */
final class FrameText {
  private static final int MAX_SHOWN = 80;
  private static final int VERSION_AT = 14;
  private static final int PLAIN_HEADER_END = 34;

  /** The fields of RFC 894 and RFC 791 §3.1, by their offset. */
  private static final NavigableMap<Integer, String> FIELDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(0, "destination MAC address"),
              Map.entry(6, "source MAC address"),
              Map.entry(12, "type"),
              Map.entry(14, "version and header length"),
              Map.entry(15, "DSCP and ECN"),
              Map.entry(16, "total length"),
              Map.entry(18, "identification"),
              Map.entry(20, "flags and fragment offset"),
              Map.entry(22, "TTL"),
              Map.entry(23, "protocol"),
              Map.entry(24, "header checksum"),
              Map.entry(26, "source address"),
              Map.entry(30, "destination address")));

  private FrameText() {}

  /** Fails if the two frames differ. */
  static void assertSame(String asked, byte[] expected, byte[] came) {
    int at = Arrays.mismatch(expected, came);
    if (at >= 0) {
      throw new AssertionError(
          asked
              + ": "
              + difference(expected, came, at)
              + "\nexpected "
              + describe(expected)
              + "\n   but was "
              + describe(came));
    }
  }

  /** Returns the length of a frame and its bytes, with a bar before and after the IPv4 header. */
  static String describe(byte[] frame) {
    StringBuilder text = new StringBuilder(frame.length + " bytes ");
    int shown = Math.min(frame.length, MAX_SHOWN);
    for (int at = 0; at < shown; at++) {
      text.append(at == VERSION_AT || at == headerEnd(frame) ? " | " : "");
      text.append(HexFormat.of().toHexDigits(frame[at]));
    }
    return text.append(shown < frame.length ? "…" : "").toString();
  }

  private static String difference(byte[] expected, byte[] came, int at) {
    if (at == came.length) {
      return "the frame ends after byte " + (at - 1) + ", too early";
    }
    if (at == expected.length) {
      return "the frame goes on after byte " + (at - 1) + ", but it should end there";
    }
    return "byte %d (%s) is %02x, but %02x is expected"
        .formatted(at, fieldAt(at, headerEnd(expected)), came[at], expected[at]);
  }

  private static String fieldAt(int at, int headerEnd) {
    if (at >= headerEnd) {
      return "after the header";
    }
    return at >= PLAIN_HEADER_END ? "IP options" : FIELDS.floorEntry(at).getValue();
  }

  private static int headerEnd(byte[] frame) {
    int words = frame.length > VERSION_AT ? frame[VERSION_AT] & 0xF : 0;
    return Math.max(PLAIN_HEADER_END, VERSION_AT + 4 * words);
  }
}
