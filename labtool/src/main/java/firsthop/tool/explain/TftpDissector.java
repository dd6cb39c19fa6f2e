package firsthop.tool.explain;

import firsthop.tool.PrintableText;
import java.util.Arrays;
import java.util.Map;

/** Explains a TFTP packet. */
final class TftpDissector implements LayerDissector {
  static final int MAX_DATA = 512;

  static final Map<Integer, String> OPCODES =
      Map.of(
          1, "read request", 2, "write request", 3, "DATA", 4, "ACK", 5, "ERROR", 6, "option ACK");
  private static final Map<Integer, String> ERRORS =
      Map.of(
          0,
          "see the text",
          1,
          "file not found",
          2,
          "access violation",
          3,
          "disk full",
          4,
          "illegal operation",
          5,
          "unknown transfer ID",
          6,
          "file exists",
          7,
          "no such user",
          8,
          "option refused");

  @Override
  public void dissect(FieldReader in) throws CutOffException {
    in.dissection().heading("TFTP packet, %d octets".formatted(in.left()), "RFC 1350 §5");
    int opcode = (int) in.number("opcode", 2, "RFC 1350 §5", v -> Numbers.named(OPCODES, v));
    switch (opcode) {
      case 1, 2 -> {
        text(in, "file name", "RFC 1350 §5");
        text(in, "mode", "RFC 1350 §1");
        options(in);
      }
      case 3 -> data(in);
      case 4 -> in.number("block", 2, "RFC 1350 §2");
      case 5 -> {
        in.number("error code", 2, "RFC 1350 appendix", v -> Numbers.named(ERRORS, v));
        text(in, "text", "RFC 1350 §5");
      }
      case 6 -> options(in);
      default -> in.dissection().problem("RFC 1350 has no opcode " + opcode);
    }
    in.rest("after the packet", "");
  }

  private static void data(FieldReader in) throws CutOffException {
    in.number("block", 2, "RFC 1350 §2");
    int length = in.left();
    in.detail(
        "length",
        length + (length < MAX_DATA ? " octets: the last block" : " octets: more follow"),
        "RFC 1350 §6");
    in.rest("data", "RFC 1350 §5");
    if (length > MAX_DATA) {
      in.dissection().problem("a block has at most 512 octets without options, RFC 2348");
    }
  }

  private static void options(FieldReader in) throws CutOffException {
    while (in.left() > 0) {
      text(in, "option", "RFC 2347");
      text(in, "value", "RFC 2347");
    }
  }

  private static void text(FieldReader in, String name, String section) throws CutOffException {
    int length = 0;
    while (in.peek(length) > 0) {
      length++;
    }
    if (in.peek(length) < 0) {
      in.rest(name, section);
      throw new CutOffException("no zero octet ends the " + name);
    }
    in.octets(
        name,
        length + 1,
        section,
        o -> "\"" + PrintableText.of(Arrays.copyOf(o, o.length - 1)) + "\"");
  }
}
