package firsthop.grader.examiner;

import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.ToExaminer;
import firsthop.grader.wire.FrameChannel;
import java.io.IOException;

/** The examiner's connection to the grader, over its standard streams. */
final class Grader {
  private final FrameChannel channel;

  Grader(FrameChannel channel) {
    this.channel = channel;
  }

  void send(FromExaminer message) throws IOException {
    channel.send(message, FromExaminer.class);
  }

  /** Waits for the next message; the end of the stream counts as {@link ToExaminer.End}. */
  ToExaminer receive() throws IOException {
    ToExaminer message = channel.receive(ToExaminer.class);
    return message == null ? new ToExaminer.End() : message;
  }

  /** Waits for a message of this kind; throws an exception if another one comes. */
  <T extends ToExaminer> T receive(Class<T> kind) throws IOException {
    ToExaminer message = receive();
    if (!kind.isInstance(message)) {
      throw new IOException("expected " + kind.getSimpleName() + ", got " + message);
    }
    return kind.cast(message);
  }
}
