package firsthop.grader.exams.tcp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;

/** Payloads that tests send over a TCP connection, and their descriptions in failures. */
final class TcpPayloads {
  /**
   * Long payloads repeat after so many bytes. No buffer has a multiple of this prime as its size.
   */
  private static final int PERIOD = 16_381;

  private static final int MAX_SHOWN = 24;

  private TcpPayloads() {}

  /** Returns the bytes of a text. */
  static byte[] text(String text) {
    return text.getBytes(US_ASCII);
  }

  /** Returns so many bytes of printable ASCII, in which a piece at a wrong place shows. */
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

  /** Returns the same bytes as {@link #ascii}, but in capital letters. */
  static byte[] capital(int length) {
    byte[] payload = ascii(length);
    for (int i = 0; i < length; i++) {
      payload[i] = (byte) Character.toUpperCase(payload[i]);
    }
    return payload;
  }

  /** Fails unless the answer is equal to what was sent. */
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

  /** Describes a payload: its length and its first bytes. */
  static String describe(byte[] payload) {
    int shown = Math.min(payload.length, MAX_SHOWN);
    return payload.length
        + " bytes ("
        + HexFormat.ofDelimiter(" ").formatHex(payload, 0, shown)
        + (shown < payload.length ? " …)" : ")");
  }
}
