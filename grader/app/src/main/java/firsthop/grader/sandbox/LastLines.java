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
 * The last lines of a process's output, whatever its size. For a worker's standard error they show
 * why it ended. Any thread may use it.
 */
public final class LastLines {
  static final int MAX_BYTES = 2_000;
  static final int MAX_LINES = 8;

  private final CountDownLatch end = new CountDownLatch(1);
  private final int maxBytes;
  private final int maxLines;
  private byte[] tail = new byte[0];

  /** Keeps enough lines to show why a worker ended. */
  public LastLines() {
    this(MAX_BYTES, MAX_LINES);
  }

  /** Keeps a limited number of bytes and shows a limited number of lines. */
  public LastLines(int maxBytes, int maxLines) {
    this.maxBytes = maxBytes;
    this.maxLines = maxLines;
  }

  /** Adds output. */
  public synchronized void add(byte[] bytes) {
    byte[] all = Arrays.copyOf(tail, tail.length + bytes.length);
    System.arraycopy(bytes, 0, all, tail.length, bytes.length);
    tail = Arrays.copyOfRange(all, Math.max(0, all.length - maxBytes), all.length);
  }

  /** Notes the end of the output. */
  public void end() {
    end.countDown();
  }

  /** Adds a whole stream, on its own thread. */
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
                // Keep what was read before.
              } finally {
                end();
              }
            },
            name);
    reader.setDaemon(true);
    reader.start();
  }

  /** Waits a limited time for the end of the output. */
  public void awaitEnd(Duration patience) {
    try {
      end.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the last lines, without characters that control a terminal. */
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
