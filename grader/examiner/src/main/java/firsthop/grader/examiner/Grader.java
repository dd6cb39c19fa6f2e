package firsthop.grader.examiner;

import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.ToExaminer;
import firsthop.grader.wire.FrameChannel;
import java.io.IOException;

/** The grader, as the examiner sees it: the two ends of its standard streams. */
final class Grader {
  private final FrameChannel channel;

  Grader(FrameChannel channel) {
    this.channel = channel;
  }

  void tell(FromExaminer message) throws IOException {
    channel.send(message, FromExaminer.class);
  }

  /** Waits for the next word; the grader's end counts as the last. */
  ToExaminer listen() throws IOException {
    ToExaminer message = channel.receive(ToExaminer.class);
    return message == null ? new ToExaminer.End() : message;
  }

  /** Waits for a word of this kind; any other is a fault of the grader's. */
  <T extends ToExaminer> T listenFor(Class<T> kind) throws IOException {
    ToExaminer message = listen();
    if (!kind.isInstance(message)) {
      throw new IOException("expected " + kind.getSimpleName() + ", got " + message);
    }
    return kind.cast(message);
  }
}
