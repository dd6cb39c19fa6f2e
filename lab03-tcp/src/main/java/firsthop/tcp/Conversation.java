package firsthop.tcp;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of a conversation that a {@link LifecycleClient} has held: the socket pair of the
 * connection, and the peer's response.
 *
 * <p>Two conversations are equal if both sockets and the bytes of the responses are equal. The
 * record keeps the array that it gets, and does not copy it.
 *
 * @param local the client's socket, such as {@code 192.0.2.5:51213} or {@code [2001:db8::5]:51213}
 * @param remote the peer's socket, written in the same way
 * @param response all bytes that the peer sent; the array may be empty
 */
public record Conversation(String local, String remote, byte[] response) {
  private static final int MAX_SHOWN = 24;

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Conversation that
        && local.equals(that.local)
        && remote.equals(that.remote)
        && Arrays.equals(response, that.response);
  }

  @Override
  public int hashCode() {
    return Objects.hash(local, remote, Arrays.hashCode(response));
  }

  /** Returns the socket pair, the length of the response, and its first bytes in hexadecimal. */
  @Override
  public String toString() {
    int shown = Math.min(response.length, MAX_SHOWN);
    return "Conversation[%s to %s, %d bytes: %s%s]"
        .formatted(
            local,
            remote,
            response.length,
            HexFormat.ofDelimiter(" ").formatHex(response, 0, shown),
            shown < response.length ? " …" : "");
  }
}
