package firsthop.kit;

import java.util.concurrent.CountDownLatch;

/** A server as students write them: its start waits, its answer is null, and its close throws. */
final class MyServer implements AutoCloseable {
  void start() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("NullAway") // the mistake
  String answer() {
    return null;
  }

  @Override
  public void close() {
    throw new IllegalStateException("nothing to close");
  }
}
