package firsthop.grader.network;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

/**
 * Waits for one channel. Selectors are expensive and need file handles, and a test may have
 * hundreds of connections, so selectors are used again.
 */
final class ChannelWait {
  private static final Deque<Selector> IDLE = new ConcurrentLinkedDeque<>();

  private ChannelWait() {}

  /** Returns whether one of the operations is possible; false when the deadline has passed. */
  static boolean await(SelectableChannel channel, int operations, long deadline)
      throws IOException {
    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    if (left < 0) {
      return false;
    }
    Selector selector = IDLE.poll();
    if (selector == null) {
      selector = Selector.open();
    }
    SelectionKey key = channel.register(selector, operations);
    try {
      boolean ready = selector.select(left + 1) > 0;
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("the test was ended while it waited");
      }
      return ready;
    } finally {
      key.cancel();
      selector.selectNow(); // Removes the key: a channel with a key is not closed at once.
      IDLE.push(selector);
    }
  }
}
