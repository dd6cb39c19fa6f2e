package firsthop.grader.exams.tcp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;

/** What tests send over a connection, and how they speak of it. */
final class Payloads {
  /** Long payloads repeat; no buffer of anybody's has a multiple of this size, a prime. */
  private static final int PERIOD = 16_381;

  private static final int MAX_SHOWN = 24;

  private Payloads() {}

  /** Return the bytes of a text. */
  static byte[] text(String text) {
    return text.getBytes(US_ASCII);
  }

  /** Return so many bytes of printable ASCII, in which a piece out of place is seen. */
  static byte[] ascii(int length) {
    byte[] payload = new byte[length];
    for (int i = 0; i < Math.min(length, PERIOD); i++) {
      payload[i] = (byte) ('a' + (i + i / 26 + i / 676) % 26);
    }
    for (int i = PERIOD; i < length; i += PERIOD) {
      System.arraycopy(payload, 0, payload, i, Math.min(PERIOD, length - i));
    }
    return payload;
  }

  /** Return the same in capital letters. */
  static byte[] capital(int length) {
    byte[] payload = ascii(length);
    for (int i = 0; i < length; i++) {
      payload[i] = (byte) Character.toUpperCase(payload[i]);
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
              + (cut ? "" : ", which differ from byte " + differs + " on"));
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
