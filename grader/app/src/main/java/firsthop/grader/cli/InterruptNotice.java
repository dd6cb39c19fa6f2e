package firsthop.grader.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/**
 * Says, where somebody ends the program, that nothing is lost by it.
 *
 * @param err gets the line
 * @param cleanUp removes what would stay behind
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
        // It has begun.
      }
    }
  }

  private void say() {
    err.println(
        (Progress.onTerminal() ? "\n" : "")
            + "interrupted: what was decided is kept; the same command goes on");
    err.flush();
    cleanUp.run();
  }
}
