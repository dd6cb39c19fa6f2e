package firsthop.grader.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/**
 * Tells a user who ends the program that nothing is lost.
 *
 * @param err gets the line
 * @param cleanUp removes temporary files
 */
record InterruptNotice(PrintWriter err, Runnable cleanUp) {

  /** Does something that can be interrupted. */
  <T> T during(Callable<T> work) throws Exception {
    Thread hook = new Thread(this::say, "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.call();
    } finally {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException interrupted) {
        // The shutdown has begun already.
      }
    }
  }

  private void say() {
    err.println(
        (Progress.onTerminal() ? "\n" : "")
            + "interrupted: finished results are kept; run the same command again to continue");
    err.flush();
    cleanUp.run();
  }
}
