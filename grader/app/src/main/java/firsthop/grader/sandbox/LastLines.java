package firsthop.grader.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The last lines of what a process writes, however much that is: of a worker's standard error
 * stream they tell why it ended. Any thread may use it.
 */
public final class LastLines {
  static final int MAX_BYTES = 2_000;
  static final int MAX_LINES = 8;

  private final CountDownLatch end = new CountDownLatch(1);
  private final int maxBytes;
  private final int maxLines;
  private byte[] tail = new byte[0];

  /** Keeps what tells why a worker ended. */
  public LastLines() {
    this(MAX_BYTES, MAX_LINES);
  }

  /** Keeps so many bytes, and show so many lines of them. */
  public LastLines(int maxBytes, int maxLines) {
    this.maxBytes = maxBytes;
    this.maxLines = maxLines;
  }

  /** Takes in what was written. */
  public synchronized void add(byte[] bytes) {
    byte[] all = Arrays.copyOf(tail, tail.length + bytes.length);
    System.arraycopy(bytes, 0, all, tail.length, bytes.length);
    tail = Arrays.copyOfRange(all, Math.max(0, all.length - maxBytes), all.length);
  }

  /** Notes that nothing more will come. */
  public void end() {
    end.countDown();
  }

  /** Takes in a stream until it ends, in a thread of its own. */
  void addAll(InputStream stream, String name) {
    Thread reader =
        new Thread(
            () -> {
              byte[] buffer = new byte[MAX_BYTES];
              try (stream) {
                for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                  add(Arrays.copyOf(buffer, count));
                }
              } catch (IOException closed) {
                // What came before is all there is.
              } finally {
                end();
              }
            },
            name);
    reader.setDaemon(true);
    reader.start();
  }

  /** Waits for the end, but not for long. */
  public void awaitEnd(Duration patience) {
    try {
      end.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the lines, without what would steer a terminal. */
  public synchronized String text() {
    String[] lines =
        new String(tail, StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.replaceAll("[\\p{C}&&[^\\t]]", "?").strip())
            .filter(line -> !line.isEmpty())
            .toArray(String[]::new);
    return Arrays.stream(lines)
        .skip(Math.max(0, lines.length - maxLines))
        .collect(Collectors.joining("\n"));
  }
}
