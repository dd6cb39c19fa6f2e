package firsthop.kit;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Captures what the student's code prints. After {@link #begin}, System.out and System.err write to
 * the text of the test that was running when the printing thread was started. So a thread that
 * outlives its test still prints to that test. Other threads print as before.
 */
final class StudentOutput {
  /** The text of this thread. A new thread gets that of the thread that creates it. */
  private static final InheritableThreadLocal<@Nullable PrintedText> TEXT =
      new InheritableThreadLocal<>();

  private static @Nullable Divided out;
  private static @Nullable Divided err;

  private final PrintStream console;
  private final boolean live;

  private StudentOutput(PrintStream console, boolean live) {
    this.console = console;
    this.live = live;
  }

  /**
   * Begins to capture.
   *
   * @param live whether the first lines of each test are also printed at once, as in an IDE
   */
  static synchronized StudentOutput begin(boolean live) {
    Divided dividedOut = out != null && System.out == out ? out : new Divided(System.out);
    Divided dividedErr = err != null && System.err == err ? err : new Divided(System.err);
    System.setOut(dividedOut);
    System.setErr(dividedErr);
    out = dividedOut;
    err = dividedErr;
    return new StudentOutput(dividedOut.console, live);
  }

  /**
   * Ends the capture for this thread. The threads that the tests left behind still print to the
   * texts of their tests, until the JVM ends.
   */
  void end() {
    TEXT.remove();
  }

  /** Returns the standard output that was there before. */
  PrintStream console() {
    return console;
  }

  /** Makes a new text that this thread, and those that it starts from now on, print to. */
  PrintedText next() {
    PrintedText text = new PrintedText(charset(), live ? console : null);
    TEXT.set(text);
    return text;
  }

  /** Returns whether this thread prints to the text of a test that has not ended. */
  static boolean isOfRunningTest() {
    PrintedText text = TEXT.get();
    return text != null && !text.isEnded();
  }

  /** Makes this thread print to a text again. */
  static void resume(@Nullable PrintedText text) {
    TEXT.set(text);
  }

  /** Returns the charset of the console, so that text passes through it unchanged. */
  private static Charset charset() {
    String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
    return name != null && Charset.isSupported(name)
        ? Charset.forName(name)
        : Charset.defaultCharset();
  }

  /** Writes to the text of the thread; to the console if it has none. */
  private static final class Divided extends PrintStream {
    private final PrintStream console;

    Divided(PrintStream console) {
      super(destination(console), true, charset());
      this.console = console;
    }

    private static OutputStream destination(PrintStream console) {
      return new OutputStream() {
        @Override
        public void write(int octet) {
          write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
          PrintedText text = TEXT.get();
          if (text == null) {
            console.write(bytes, offset, length);
          } else {
            text.write(bytes, offset, length);
          }
        }

        @Override
        public void flush() {
          if (TEXT.get() == null) {
            console.flush();
          }
        }
      };
    }
  }
}
