package firsthop.grader.agent;

import firsthop.grader.control.Program;
import firsthop.grader.wire.Bounds;
import firsthop.grader.wire.FrameChannel;
import firsthop.grader.wire.ToCandidate;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Connects to the examiner, sends a one-time token to prove that it is the expected candidate,
 * receives the classes, and answers calls until the examiner closes the connection.
 */
public final class Agent {
  private Agent() {}

  /**
   * Runs until the examiner closes the connection, then ends the JVM without running shutdown
   * hooks: they would be the student's.
   *
   * @param args the examiner's port on the loopback address
   */
  public static void main(String[] args) {
    // Keep the original: the student's code can replace System.err by a stream that blocks.
    PrintStream log = System.err;
    int status = 1;
    try {
      serve(Integer.parseInt(args[0]), System.getenv(Program.TOKEN_VARIABLE));
      status = 0;
    } catch (Throwable failed) {
      // Errors too: the student's code can use up all threads, and no JVM may be left running.
      log.println("agent: " + failed);
    } finally {
      Runtime.getRuntime().halt(status);
    }
  }

  /**
   * Connects to an examiner and answers its calls until it hangs up. The threads of the calls end
   * then, too. A call that has not returned keeps its thread.
   *
   * @param port the examiner's port on the loopback address
   * @param token the one-time token of this candidate
   * @throws IOException when the connection breaks, or the examiner breaks the protocol
   */
  public static void serve(int port, String token) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      out.write(token.getBytes(StandardCharsets.US_ASCII));
      answer(new FrameChannel(socket.getInputStream(), out, Bounds.STANDARD));
    }
  }

  static void answer(FrameChannel examiner) throws IOException {
    if (!(examiner.receive(ToCandidate.class) instanceof ToCandidate.Classes classes)) {
      throw new IOException("the first frame must contain the classes");
    }
    ClassBytes handedIn = new ClassBytes(new ClassBytes(null, classes.given()), classes.handedIn());
    Subjects subjects = new Subjects(handedIn);
    // One thread per running call, so that a call that hangs does not block the others.
    ExecutorService calls = Executors.newCachedThreadPool(new CallThreads(handedIn));
    try {
      ToCandidate message = examiner.receive(ToCandidate.class);
      while (message != null) {
        if (message instanceof ToCandidate.Drop drop) {
          subjects.drop(drop.subject());
        } else if (message instanceof ToCandidate.Classes) {
          throw new IOException("the classes were sent twice");
        } else {
          calls.execute(new CallHandler(message, subjects, examiner));
        }
        message = examiner.receive(ToCandidate.class);
      }
    } finally {
      calls.shutdown();
    }
  }
}
