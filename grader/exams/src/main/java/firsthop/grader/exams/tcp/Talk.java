package firsthop.grader.exams.tcp;

import firsthop.grader.network.Dissector;
import firsthop.grader.network.TcpPeer;
import firsthop.tcp.Conversation;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of one call of a client.
 *
 * @param call the call, as failures name it
 * @param returned what it returned; empty if it threw
 * @param thrown what it threw; empty if it returned
 * @param startNanos when it began, by {@link System#nanoTime()}
 * @param endNanos when it was over
 * @param peer the server's end of the connection, when the server has done its part
 */
record Talk(
    String call,
    Optional<Conversation> returned,
    Optional<IOException> thrown,
    long startNanos,
    long endNanos,
    TcpPeer peer) {

  /** Return the conversation; fail if there is none. */
  Conversation conversation() {
    return returned.orElseThrow(
        () ->
            new AssertionError(
                call + " is to return a conversation; it threw " + thrown.orElseThrow(), cause()));
  }

  /** Fail unless it returned exactly this response. */
  void assertResponse(byte[] expected) {
    byte[] response = conversation().response();
    int differs = Arrays.mismatch(expected, response);
    if (differs >= 0) {
      throw new AssertionError(
          "%s: the peer sent %s and FIN; the response is %s, and differs from byte %d on"
              .formatted(
                  call,
                  Dissector.FIRST_LINE.describe(expected),
                  Dissector.FIRST_LINE.describe(response),
                  differs));
    }
  }

  /** Fail unless it threw an exception of this type. */
  void assertThrew(Class<? extends IOException> type, String why) {
    if (thrown.filter(type::isInstance).isEmpty()) {
      String came =
          returned
              .map(it -> "it returned " + Dissector.FIRST_LINE.describe(it.response()))
              .orElseGet(() -> "it threw " + thrown.orElseThrow());
      throw new AssertionError(
          "%s, %s, is to throw %s; %s".formatted(call, why, type.getSimpleName(), came), cause());
    }
  }

  private @Nullable Throwable cause() {
    return thrown.orElse(null);
  }
}
