package firsthop.grader.exams.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.tcp.RetransmittingSender;
import firsthop.tcp.Segment;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Asks a sender step by step, with letters for bytes. A segment is written as its index and its
 * bytes, {@code "0 abcd"}, and its FIN if it has one, {@code "4 ef FIN"} or {@code "6 FIN"}.
 */
final class SenderSteps {
  private final RetransmittingSender sender;
  private final Steps steps = new Steps();

  SenderSteps(
      RetransmittingSender sender,
      int segmentSize,
      int window,
      int timeoutMillis,
      int retransmissions) {
    this.sender = sender;
    steps.add(
        "open(%d, %d, %d, %d)".formatted(segmentSize, window, timeoutMillis, retransmissions));
    sender.open(segmentSize, window, timeoutMillis, retransmissions);
  }

  /** Write, and require the segments that go out. */
  SenderSteps write(String letters, String... segments) {
    steps.add("write(\"" + letters + "\")");
    return require(sender.write(letters.getBytes(StandardCharsets.ISO_8859_1)), segments);
  }

  /** Finish, and require the segments that go out. */
  SenderSteps finish(String... segments) {
    steps.add("finish()");
    return require(sender.finish(), segments);
  }

  /** Acknowledge, and require the segments that go out. */
  SenderSteps acknowledge(long next, int window, String... segments) {
    steps.add("acknowledge(" + next + ", " + window + ")");
    return require(sender.acknowledge(next, window), segments);
  }

  /** Let time pass, and require the segments that go out. */
  SenderSteps tick(int millis, String... segments) {
    steps.add("tick(" + millis + ")");
    return require(sender.tick(millis), segments);
  }

  /** Require that the sender is done, or that it is not. */
  SenderSteps done(boolean expected) {
    assertThat(sender.done()).as("done() after%s%n", steps).isEqualTo(expected);
    return this;
  }

  /** Require that the sender has failed, or that it has not. */
  SenderSteps failed(boolean expected) {
    assertThat(sender.failed()).as("failed() after%s%n", steps).isEqualTo(expected);
    return this;
  }

  private SenderSteps require(List<Segment> sent, String... expected) {
    List<String> texts = sent.stream().map(SenderSteps::text).toList();
    steps.answer(texts.isEmpty() ? "nothing" : String.join(", ", texts));
    assertThat(texts)
        .as("what goes out in the last of these calls:%s%n", steps)
        .isEqualTo(List.of(expected));
    return this;
  }

  private static String text(Segment segment) {
    String data = new String(segment.data(), StandardCharsets.ISO_8859_1);
    return segment.index() + (data.isEmpty() ? "" : " " + data) + (segment.fin() ? " FIN" : "");
  }
}
