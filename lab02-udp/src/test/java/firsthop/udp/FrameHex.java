package firsthop.udp;

import java.util.HexFormat;

/**
 * Converts frames to hex digits, with bars between the Ethernet header, the IPv4 header and the
 * rest.
 */
final class FrameHex {
  private static final int TYPE_AT = 12;
  private static final int HEADER_AT = 14;
  private static final int PLAIN_HEADER_BYTES = 20;
  private static final int MAC_BYTES = 6;
  private static final int WORD_BYTES = 4;

  private FrameHex() {}

  /** Returns the bytes for hex digits; ignores spaces and bars. */
  static byte[] bytes(String text) {
    return HexFormat.of().parseHex(text.replaceAll("[ |]", ""));
  }

  /** Returns the size of a frame and its bytes in hex digits. */
  static String show(byte[] frame) {
    StringBuilder text = new StringBuilder(frame.length + " bytes:");
    for (int at = 0; at < frame.length; at++) {
      text.append(separator(frame, at)).append(HexFormat.of().toHexDigits(frame[at]));
    }
    return text.toString();
  }

  private static String separator(byte[] frame, int at) {
    if (at <= TYPE_AT) {
      return at % MAC_BYTES == 0 ? " " : "";
    }
    if (at < HEADER_AT) {
      return "";
    }
    int headerWords = frame[HEADER_AT] & 0xF;
    int headerEnd = HEADER_AT + Math.max(PLAIN_HEADER_BYTES, WORD_BYTES * headerWords);
    if (at == HEADER_AT || at == headerEnd) {
      return " | ";
    }
    return at < headerEnd && (at - HEADER_AT) % WORD_BYTES == 0 ? " " : "";
  }
}
