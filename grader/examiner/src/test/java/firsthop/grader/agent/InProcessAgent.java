package firsthop.grader.agent;

import firsthop.grader.wire.Bounds;
import firsthop.grader.wire.FrameChannel;
import java.io.IOException;
import java.net.Socket;

/** Runs the agent on a thread of this JVM, which halts no JVM at its end. */
public final class InProcessAgent {
  private InProcessAgent() {}

  /** Answers over this socket, until the other side hangs up. */
  public static void start(Socket socket) {
    Thread agent =
        new Thread(
            () -> {
              try (socket) {
                Agent.answer(
                    new FrameChannel(
                        socket.getInputStream(), socket.getOutputStream(), Bounds.STANDARD));
              } catch (IOException ended) {
                // The test has closed the socket.
              }
            },
            "agent");
    agent.setDaemon(true);
    agent.start();
  }
}
