package firsthop.tool.explain;

import java.util.HexFormat;

/** Explains the options of a TCP header. */
final class TcpOptionsDissector implements LayerDissector {
  private static final String OPTIONS = "RFC 9293 §3.2";

  @Override
  public void dissect(FieldReader in) throws CutOffException {
    while (in.left() > 0) {
      int kind = in.peek(0);
      if (kind == 0) {
        in.octets("end of options", in.left(), OPTIONS, o -> o.length + " octets, all unused");
        return;
      }
      if (kind == 1) {
        in.number("no-operation", 1, OPTIONS, v -> "1 octet of padding");
        continue;
      }
      int length = in.peek(1);
      if (length < 2) {
        in.rest("option " + kind, OPTIONS);
        in.dissection().problem("an option has at least 2 octets; the rest cannot be read");
        return;
      }
      option(in, kind, length);
    }
  }

  private static void option(FieldReader in, int kind, int length) throws CutOffException {
    switch (kind * 256 + length) {
      case 2 * 256 + 4 ->
          in.number("max. segment size", 4, "RFC 9293 §3.7.1", v -> (v & 0xFFFF) + " octets");
      case 3 * 256 + 3 ->
          in.number("window scale", 3, "RFC 7323 §2.2", v -> "windows times 2^" + (v & 0xFF));
      case 4 * 256 + 2 ->
          in.number("SACK permitted", 2, "RFC 2018 §2", v -> "selective acknowledgment is known");
      case 8 * 256 + 10 ->
          in.octets("timestamps", 10, "RFC 7323 §3.2", TcpOptionsDissector::stamps);
      default ->
          in.octets(
              kind == 5 ? "SACK" : "option " + kind,
              length,
              kind == 5 ? "RFC 2018 §3" : OPTIONS,
              o -> kind == 5 ? (length - 2) / 8 + " blocks" : length + " octets");
    }
  }

  private static String stamps(byte[] option) {
    HexFormat hex = HexFormat.of();
    long value = HexFormat.fromHexDigitsToLong(hex.formatHex(option, 2, 6));
    long echo = HexFormat.fromHexDigitsToLong(hex.formatHex(option, 6, 10));
    return "value " + value + ", echo " + echo;
  }
}
