package firsthop.grader.network;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;

/**
 * Says in words what a datagram is, or a piece of a stream, such as {@code DATA 3 (512 bytes)}. It
 * reads untrusted bytes: whatever they are, it returns something and throws nothing.
 */
@FunctionalInterface
public interface Dissector {
  /** How many bytes {@link #BYTES} shows. */
  int BYTES_SHOWN = 16;

  /** How much of a line {@link #FIRST_LINE} shows. */
  int LINE_SHOWN = 60;

  /** Shows the first bytes of anything. */
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

  /** Returns what it is, in a few words. */
  String describe(byte[] datagram);
}
