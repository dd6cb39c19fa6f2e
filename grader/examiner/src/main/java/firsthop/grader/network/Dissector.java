package firsthop.grader.network;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;

/**
 * Summarizes a datagram or a part of a stream, such as {@code DATA 3 (512 bytes)}. The bytes are
 * not trusted: whatever they are, it returns a summary and throws no exception.
 */
@FunctionalInterface
public interface Dissector {
  /** The number of bytes that {@link #BYTES} shows. */
  int BYTES_SHOWN = 16;

  /** The number of characters that {@link #FIRST_LINE} shows. */
  int LINE_SHOWN = 60;

  /** Shows the first bytes. */
  Dissector BYTES =
      datagram ->
          datagram.length
              + " bytes"
              + (datagram.length == 0 ? "" : " ")
              + HexFormat.of().formatHex(datagram, 0, Math.min(datagram.length, BYTES_SHOWN))
              + (datagram.length > BYTES_SHOWN ? "…" : "");

  /** Shows the first line of text. */
  Dissector FIRST_LINE =
      bytes -> {
        String text = new String(bytes, 0, Math.min(bytes.length, LINE_SHOWN), ISO_8859_1);
        String line = text.lines().findFirst().orElse("");
        return bytes.length + " bytes \"" + line + (line.length() < bytes.length ? "…\"" : "\"");
      };

  /** Returns a summary in a few words. */
  String describe(byte[] datagram);
}
