package firsthop.grader.exams.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.tcp.RetransmittingSender;
import firsthop.tcp.Segment;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Calls a sender and checks each result. A segment is written as its index and its bytes ({@code "0
 * abcd"}), and its FIN if it has one ({@code "4 ef FIN"} or {@code "6 FIN"}). Bytes are written as
 * letters.
 */
final class CheckedSender {
  private final RetransmittingSender sender;
  private final NumberedCalls calls = new NumberedCalls();

  CheckedSender(
      RetransmittingSender sender,
      int segmentSize,
      int window,
      int timeoutMillis,
      int retransmissions) {
    this.sender = sender;
    calls.add(
        "open(%d, %d, %d, %d)".formatted(segmentSize, window, timeoutMillis, retransmissions));
    sender.open(segmentSize, window, timeoutMillis, retransmissions);
  }

  /** Writes bytes, and fails unless exactly these segments go out. */
  CheckedSender write(String letters, String... segments) {
    calls.add("write(\"" + letters + "\")");
    return require(sender.write(letters.getBytes(StandardCharsets.ISO_8859_1)), segments);
  }

  /** Finishes the stream, and fails unless exactly these segments go out. */
  CheckedSender finish(String... segments) {
    calls.add("finish()");
    return require(sender.finish(), segments);
  }

  /** Acknowledges, and fails unless exactly these segments go out. */
  CheckedSender acknowledge(long next, int window, String... segments) {
    calls.add("acknowledge(" + next + ", " + window + ")");
    return require(sender.acknowledge(next, window), segments);
  }

  /** Lets time pass, and fails unless exactly these segments go out. */
  CheckedSender tick(int millis, String... segments) {
    calls.add("tick(" + millis + ")");
    return require(sender.tick(millis), segments);
  }

  /** Fails unless {@code done} returns this. */
  CheckedSender done(boolean expected) {
    assertThat(sender.done()).as("done() after%s%n", calls).isEqualTo(expected);
    return this;
  }

  /** Fails unless {@code failed} returns this. */
  CheckedSender failed(boolean expected) {
    assertThat(sender.failed()).as("failed() after%s%n", calls).isEqualTo(expected);
    return this;
  }

  private CheckedSender require(List<Segment> sent, String... expected) {
    List<String> texts = sent.stream().map(CheckedSender::text).toList();
    calls.addResult(texts.isEmpty() ? "nothing" : String.join(", ", texts));
    assertThat(texts)
        .as("the segments that go out in the last of these calls:%s%n", calls)
        .isEqualTo(List.of(expected));
    return this;
  }

  private static String text(Segment segment) {
    String data = new String(segment.data(), StandardCharsets.ISO_8859_1);
    return segment.index() + (data.isEmpty() ? "" : " " + data) + (segment.fin() ? " FIN" : "");
  }
}
