package firsthop.grader.exams.udp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;

/** Creates and describes the payloads of datagrams. */
final class UdpPayloads {
  private static final int MAX_SHOWN = 24;

  private UdpPayloads() {}

  /** Returns the bytes of an ASCII text. */
  static byte[] text(String text) {
    return text.getBytes(US_ASCII);
  }

  /**
   * Returns printable ASCII bytes that do not repeat soon, so that a part in the wrong place is
   * noticed.
   */
  static byte[] ascii(int length) {
    byte[] payload = new byte[length];
    for (int i = 0; i < length; i++) {
      payload[i] = (byte) ('a' + (i + i / 26 + i / 676) % 26);
    }
    return payload;
  }

  /** Fails unless the answer has the same bytes as the payload that was sent. */
  static void assertSame(byte[] sent, byte[] answer) {
    int differs = Arrays.mismatch(sent, answer);
    if (differs >= 0) {
      boolean cut = differs == Math.min(sent.length, answer.length);
      throw new AssertionError(
          "sent "
              + describe(sent)
              + ", but got "
              + describe(answer)
              + (cut ? "" : "; they differ from index " + differs + " on"));
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
