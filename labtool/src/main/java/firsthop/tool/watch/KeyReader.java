package firsthop.tool.watch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;

/**
 * Reads keys. Where the terminal allows it, a key works without Enter; a dumb terminal gives lines,
 * of which the first letter counts.
 */
final class KeyReader implements Closeable {
  private final InputStream in;
  private final boolean raw;
  private boolean isLineBegin = true;

  KeyReader(InputStream in) {
    this.in = in;
    boolean terminal = System.console() != null && !"dumb".equals(System.getenv("TERM"));
    this.raw = terminal && stty("-icanon -echo min 1");
  }

  boolean isRaw() {
    return raw;
  }

  /** Gives each key to a consumer, on a thread of its own; -1 at the end of the input. */
  void start(IntConsumer keys) {
    Thread thread = new Thread(() -> read(keys), "keys");
    thread.setDaemon(true);
    thread.start();
  }

  private void read(IntConsumer keys) {
    try {
      for (int key = in.read(); key >= 0; key = in.read()) {
        boolean isEnd = key == '\n' || key == '\r';
        if (!isEnd && (raw || isLineBegin)) {
          keys.accept(Character.toLowerCase(key));
        }
        isLineBegin = isEnd;
      }
    } catch (IOException e) {
      // As at the end of the input.
    }
    keys.accept(-1);
  }

  @Override
  public void close() {
    if (raw) {
      stty("icanon echo");
    }
  }

  private static boolean stty(String settings) {
    try {
      return new ProcessBuilder("sh", "-c", "stty " + settings + " </dev/tty")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // Windows: lines work.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
