package firsthop.grader.exams.udp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;

/** What tests put into datagrams, and how they speak of it. */
final class Payloads {
  private static final int MAX_SHOWN = 24;

  private Payloads() {}

  /** Return the bytes of a text. */
  static byte[] text(String text) {
    return text.getBytes(US_ASCII);
  }

  /**
   * Return so many bytes of printable ASCII that do not repeat soon, so that a piece out of place
   * is seen.
   */
  static byte[] ascii(int length) {
    byte[] payload = new byte[length];
    for (int i = 0; i < length; i++) {
      payload[i] = (byte) ('a' + (i + i / 26 + i / 676) % 26);
    }
    return payload;
  }

  /** Fail unless the answer is what was sent. */
  static void assertSame(byte[] sent, byte[] answer) {
    int differs = Arrays.mismatch(sent, answer);
    if (differs >= 0) {
      boolean cut = differs == Math.min(sent.length, answer.length);
      throw new AssertionError(
          "sent "
              + describe(sent)
              + "; back came "
              + describe(answer)
              + (cut ? "" : ", which differ from index " + differs + " on"));
    }
  }

  /** Return a payload in words: its length and how it begins. */
  static String describe(byte[] payload) {
    int shown = Math.min(payload.length, MAX_SHOWN);
    return payload.length
        + " bytes ("
        + HexFormat.ofDelimiter(" ").formatHex(payload, 0, shown)
        + (shown < payload.length ? " …)" : ")");
  }
}
