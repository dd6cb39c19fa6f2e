package firsthop.grader.network;

import java.util.HexFormat;

/**
 * Says in words what a datagram is, such as {@code DATA 3 (512 bytes)}. It reads untrusted bytes:
 * whatever they are, it returns something and throws nothing.
 */
@FunctionalInterface
public interface Dissector {
  /** How many bytes {@link #BYTES} shows. */
  int BYTES_SHOWN = 16;

  /** Shows the first bytes of anything. */
  Dissector BYTES =
      datagram ->
          datagram.length
              + " bytes"
              + (datagram.length == 0 ? "" : " ")
              + HexFormat.of().formatHex(datagram, 0, Math.min(datagram.length, BYTES_SHOWN))
              + (datagram.length > BYTES_SHOWN ? "…" : "");

  /** Return what it is, in a few words. */
  String describe(byte[] datagram);
}
