package firsthop.dns;

/** Writes labels as text (RFC 1035 §5.1), in the form that {@link DnsMessage} describes. */
final class NameText {
  private static final int FIRST_PLAIN = 0x21;
  private static final int LAST_PLAIN = 0x7E;

  private NameText() {}

  /** Appends a label in lower case, with escapes for bytes that need them. */
  static void appendLabel(StringBuilder text, byte[] label) {
    for (byte each : label) {
      int octet = each & 0xFF;
      if (octet == '.' || octet == '\\') {
        text.append('\\').append((char) octet);
      } else if (octet < FIRST_PLAIN || octet > LAST_PLAIN) {
        text.append('\\').append(octet / 100).append(octet / 10 % 10).append(octet % 10);
      } else {
        text.append(octet >= 'A' && octet <= 'Z' ? (char) (octet - 'A' + 'a') : (char) octet);
      }
    }
  }

  /** Returns a name that stands beside other values; there, the root is a dot. */
  static String beside(String name) {
    return name.isEmpty() ? "." : name;
  }
}
