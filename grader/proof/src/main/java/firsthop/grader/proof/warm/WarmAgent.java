package firsthop.grader.proof.warm;

import firsthop.grader.agent.Agent;
import firsthop.grader.wire.Bounds;
import firsthop.grader.wire.FrameChannel;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * A candidate's process that outlasts its submission: serves one examiner after the other with the
 * agent's own code, a class loader for each, and says after each what the submission left behind.
 */
public final class WarmAgent {
  private WarmAgent() {}

  /**
   * Runs until standard input ends, or an examiner cannot be served; then ends as the agent does.
   */
  public static void main(String[] args) {
    FrameChannel pool =
        new FrameChannel(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            Bounds.STANDARD);
    // Both streams belong to the pool; a submission finds what a candidate's process has.
    System.setIn(new SilentInput());
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    int status = 1;
    try {
      serve(pool);
      status = 0;
    } catch (Throwable failed) {
      System.err.println("warm agent: " + failed);
    } finally {
      Runtime.getRuntime().halt(status);
    }
  }

  private static void serve(FrameChannel pool) throws IOException, InterruptedException {
    WarmCall call = pool.receive(WarmCall.class);
    while (call != null) {
      JvmState before = JvmState.now();
      Agent.serve(call.port(), call.token());
      pool.send(new WarmAnswer(before.remains()), WarmAnswer.class);
      call = pool.receive(WarmCall.class);
    }
  }

  /** Nothing ever comes, and no end either, as from a pipe that nobody writes to. */
  private static final class SilentInput extends InputStream {
    @Override
    public synchronized int read() throws IOException {
      try {
        while (true) {
          wait();
        }
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        throw new IOException("the wait for input was ended", ended);
      }
    }
  }
}
