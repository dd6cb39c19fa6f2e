package firsthop.tool;

import java.nio.charset.StandardCharsets;

/** Text from untrusted bytes that cannot move the cursor, forge a line or fill the screen. */
public final class PrintableText {
  private static final int MAX_CHARS = 160;

  private PrintableText() {}

  /** Returns the text with each character outside printable ASCII as a dot, cut when long. */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), MAX_CHARS); i++) {
      char c = text.charAt(i);
      shown.append(c >= ' ' && c <= '~' ? c : '.');
    }
    return text.length() > MAX_CHARS ? shown + "..." : shown.toString();
  }

  /** Returns the octets as text, one character per octet. */
  public static String of(byte[] octets) {
    int shown = Math.min(octets.length, MAX_CHARS + 1);
    return of(new String(octets, 0, shown, StandardCharsets.ISO_8859_1));
  }

  /** Returns whether all octets are printable ASCII, tab, CR or LF, and there is at least one. */
  public static boolean isText(byte[] octets) {
    for (byte octet : octets) {
      boolean visible = octet >= ' ' && octet <= '~';
      if (!visible && octet != '\t' && octet != '\r' && octet != '\n') {
        return false;
      }
    }
    return octets.length > 0;
  }
}
