package firsthop.grader.examiner;

import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.ToExaminer;
import firsthop.grader.wire.Bounds;
import firsthop.grader.wire.FrameChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A grader in the hands of a test, and what the examiner has of it. */
final class FakeGrader implements AutoCloseable {
  private static final int DEADLINE_MILLIS = 20_000;

  final Grader asSeen;
  private final Socket examiners;
  private final Socket graders;
  private final FrameChannel channel;

  FakeGrader() throws IOException {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      examiners = new Socket(InetAddress.getLoopbackAddress(), door.getLocalPort());
      graders = door.accept();
    }
    examiners.setSoTimeout(DEADLINE_MILLIS);
    graders.setSoTimeout(DEADLINE_MILLIS);
    asSeen =
        new Grader(
            new FrameChannel(
                examiners.getInputStream(), examiners.getOutputStream(), Bounds.STANDARD));
    channel =
        new FrameChannel(graders.getInputStream(), graders.getOutputStream(), Bounds.STANDARD);
  }

  /** Waits for what the examiner says next, which is to be of this kind. */
  <T extends FromExaminer> T hear(Class<T> kind) throws IOException {
    return kind.cast(channel.receive(FromExaminer.class));
  }

  void say(ToExaminer message) throws IOException {
    channel.send(message, ToExaminer.class);
  }

  @Override
  public void close() throws IOException {
    examiners.close();
    graders.close();
  }
}
