package firsthop.grader.exams.tcp;

import firsthop.grader.network.Dissector;
import firsthop.grader.network.TcpPeer;
import firsthop.tcp.Conversation;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of one call of a client's {@code converse}.
 *
 * @param call the call, as failures show it
 * @param returned the value that the call returned; empty if it threw
 * @param thrown the exception that the call threw; empty if it returned
 * @param startNanos the start of the call, by {@link System#nanoTime()}
 * @param endNanos the end of the call
 * @param peer the server's end of the connection, after the server has done its part
 */
record ConversationResult(
    String call,
    Optional<Conversation> returned,
    Optional<IOException> thrown,
    long startNanos,
    long endNanos,
    TcpPeer peer) {

  /** Returns the conversation; fails if there is none. */
  Conversation conversation() {
    return returned.orElseThrow(
        () ->
            new AssertionError(
                call + " should return a conversation, but threw " + thrown.orElseThrow(),
                cause()));
  }

  /** Fails unless the call returned exactly this response. */
  void assertResponse(byte[] expected) {
    byte[] response = conversation().response();
    int differs = Arrays.mismatch(expected, response);
    if (differs >= 0) {
      throw new AssertionError(
          "%s: the peer sent %s and FIN; the response is %s, which differs from byte %d on"
              .formatted(
                  call,
                  Dissector.FIRST_LINE.describe(expected),
                  Dissector.FIRST_LINE.describe(response),
                  differs));
    }
  }

  /** Fails unless the call threw an exception of this type. */
  void assertThrew(Class<? extends IOException> type, String when) {
    if (thrown.filter(type::isInstance).isEmpty()) {
      String came =
          returned
              .map(it -> "it returned " + Dissector.FIRST_LINE.describe(it.response()))
              .orElseGet(() -> "it threw " + thrown.orElseThrow());
      throw new AssertionError(
          "%s, %s, should throw %s, but %s".formatted(call, when, type.getSimpleName(), came),
          cause());
    }
  }

  private @Nullable Throwable cause() {
    return thrown.orElse(null);
  }
}
