package firsthop.tool.run;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for Ctrl-C, and then closes what runs. */
public final class UntilEnd {
  private static final int CLOSE_SECONDS = 3;

  private UntilEnd() {}

  /** Waits until this process is told to end; everything is closed in the given order. */
  public static void await(PrintStream out, AutoCloseable... running) throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(out, running, closed)));
    closed.await();
  }

  private static void close(PrintStream out, AutoCloseable[] running, CountDownLatch closed) {
    out.println();
    Thread closing =
        new Thread(
            () -> {
              for (AutoCloseable each : running) {
                try {
                  each.close();
                } catch (Exception e) {
                  out.println("lab: " + e.getMessage());
                }
              }
            });
    closing.setDaemon(true);
    closing.start();
    try {
      closing.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    out.println(
        closing.isAlive()
            ? "lab: close did not return within 3 seconds"
            : "Ended; the port is free.");
    closed.countDown();
  }
}
