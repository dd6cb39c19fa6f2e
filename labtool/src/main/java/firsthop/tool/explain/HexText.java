package firsthop.tool.explain;

import firsthop.tool.PrintableText;
import firsthop.tool.ToolException;
import java.util.Locale;

/** Octets that somebody has typed or pasted as hexadecimal digits. */
public final class HexText {
  /** The longest IPv4 packet, in the longest Ethernet header. */
  static final int MAX_OCTETS = 65_535 + 18;

  private HexText() {}

  /**
   * Returns the octets. Spaces, line ends, colons, hyphens, commas and {@code 0x} are skipped.
   *
   * @throws ToolException if another character is there, a digit is missing, or it is too long
   */
  public static byte[] parse(String text) throws ToolException {
    String digits = text.toLowerCase(Locale.ROOT).replace("0x", " ").replaceAll("[\\s:,-]", "");
    for (int i = 0; i < digits.length(); i++) {
      if (Character.digit(digits.charAt(i), 16) < 0 || digits.charAt(i) > 'f') {
        throw new ToolException(
            "%s is not a hexadecimal digit; write octets such as 4500 or 45:00"
                .formatted(PrintableText.of(digits.substring(i, i + 1))));
      }
    }
    if (digits.isEmpty() || digits.length() % 2 != 0) {
      throw new ToolException(
          digits.length()
              + " hexadecimal digits came; each octet needs two, and there must be one");
    }
    if (digits.length() / 2 > MAX_OCTETS) {
      throw new ToolException(
          "%d octets came; the longest packet has %d".formatted(digits.length() / 2, MAX_OCTETS));
    }
    return java.util.HexFormat.of().parseHex(digits);
  }
}
