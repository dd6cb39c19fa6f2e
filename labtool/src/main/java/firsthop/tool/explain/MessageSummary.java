package firsthop.tool.explain;

import firsthop.tool.PrintableText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Says in a few words what a datagram, or a part of a stream, is. */
public final class MessageSummary {
  private static final int SHOWN_OCTETS = 12;
  private static final int SHOWN_CHARS = 48;
  private static final int DNS_HEADER = 12;

  private MessageSummary() {}

  /** Returns a summary of a datagram, such as {@code DATA 3 (512 octets)}. */
  public static String ofDatagram(byte[] octets) {
    @Nullable ProtocolKind kind = KindDetector.inDatagram(octets);
    if (kind == ProtocolKind.TFTP) {
      return tftp(octets);
    }
    return kind == ProtocolKind.DNS ? dns(octets) : ofStream(octets);
  }

  /** Returns a summary of a part of a stream: how long it is, and its first line or octets. */
  public static String ofStream(byte[] octets) {
    String count = octets.length + (octets.length == 1 ? " octet" : " octets");
    if (octets.length == 0) {
      return count;
    }
    byte[] first = Arrays.copyOf(octets, Math.min(octets.length, SHOWN_CHARS));
    if (PrintableText.isText(first)) {
      String text = new String(first, StandardCharsets.US_ASCII).stripTrailing();
      String line = text.lines().findFirst().orElse("");
      boolean isCut = octets.length > first.length || line.length() < text.length();
      return count + " \"" + PrintableText.of(line) + (isCut ? "...\"" : "\"");
    }
    String hex = HexFormat.of().formatHex(octets, 0, Math.min(octets.length, SHOWN_OCTETS));
    return count + " " + hex + (octets.length > SHOWN_OCTETS ? "..." : "");
  }

  private static String tftp(byte[] octets) {
    int number = (octets[2] & 0xFF) << 8 | octets[3] & 0xFF;
    return switch (octets[1]) {
      case 1, 2 -> (octets[1] == 1 ? "RRQ " : "WRQ ") + texts(octets, 2);
      case 3 -> "DATA " + number + " (" + (octets.length - 4) + " octets)";
      case 4 -> "ACK " + number;
      case 5 -> "ERROR " + number + " " + texts(octets, 4);
      default -> "OACK " + texts(octets, 2);
    };
  }

  /** Returns texts that end with zero octets, with spaces between them. */
  private static String texts(byte[] octets, int from) {
    byte[] spaced = Arrays.copyOfRange(octets, from, Math.max(from, octets.length - 1));
    for (int i = 0; i < spaced.length; i++) {
      spaced[i] = spaced[i] == 0 ? (byte) ' ' : spaced[i];
    }
    return PrintableText.of(spaced);
  }

  private static String dns(byte[] octets) {
    int flags = (octets[2] & 0xFF) << 8 | octets[3] & 0xFF;
    String id = HexFormat.of().formatHex(octets, 0, 2);
    String question = "";
    try {
      if (octets[5] == 1) {
        DnsNames.DnsNameText name = new DnsNames(octets).at(DNS_HEADER);
        int type = DNS_HEADER + name.length();
        question =
            name.text()
                + " "
                + DnsNumbers.type((octets[type] & 0xFF) << 8 | octets[type + 1] & 0xFF);
      }
    } catch (CutOffException e) {
      question = "?";
    }
    if ((flags & 0x8000) == 0) {
      return "DNS query " + id + " " + question;
    }
    int answers = (octets[6] & 0xFF) << 8 | octets[7] & 0xFF;
    return "DNS response %s %s: code %s, %d answers%s"
        .formatted(
            id,
            question,
            DnsNumbers.code(flags & 0xF),
            answers,
            (flags & 0x0200) == 0 ? "" : ", truncated");
  }
}
