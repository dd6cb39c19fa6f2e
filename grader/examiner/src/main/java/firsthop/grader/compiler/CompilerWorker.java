package firsthop.grader.compiler;

import firsthop.grader.control.Compilation;
import firsthop.grader.wire.Bounds;
import firsthop.grader.wire.FrameChannel;
import firsthop.grader.wire.WireException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The compiler's process. It answers one request after the other over its standard streams, until
 * they end. The grader must limit the time: javac ignores interrupts, so only the end of the
 * process stops an endless compilation.
 */
public final class CompilerWorker {
  private CompilerWorker() {}

  /** Runs until standard input ends. */
  public static void main(String[] args) throws IOException {
    FrameChannel grader =
        new FrameChannel(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            Bounds.STANDARD);
    System.setOut(System.err);
    SourceCompiler compiler = new SourceCompiler();
    Compilation.Request request = grader.receive(Compilation.Request.class);
    while (request != null) {
      answer(grader, compiler.compile(request));
      request = grader.receive(Compilation.Request.class);
    }
    System.exit(0);
  }

  private static void answer(FrameChannel grader, Compilation.Result result) throws IOException {
    try {
      grader.send(result, Compilation.Result.class);
    } catch (WireException tooMuch) {
      Compilation.Problem problem =
          new Compilation.Problem(
              "", 0, "the compiled classes are too large: " + tooMuch.getMessage());
      grader.send(
          new Compilation.Result(false, Map.of(), List.of(problem)), Compilation.Result.class);
    }
  }
}
