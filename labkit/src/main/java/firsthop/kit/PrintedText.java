package firsthop.kit;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text that the student's code printed during one test, and that its threads printed later. It
 * keeps the first lines and counts the rest. Any thread may write.
 */
final class PrintedText {
  static final int SHOWN_LINES = 40;
  private static final int SHOWN_BYTES_OF_A_LINE = 400;

  private final Charset charset;
  private final @Nullable PrintStream live;
  private final List<String> firstLines = new ArrayList<>();
  private final byte[] line = new byte[SHOWN_BYTES_OF_A_LINE];
  private int lineLength;
  private boolean lineBegun;
  private long lines;
  private boolean ended;

  /**
   * Creates an empty text.
   *
   * @param live the stream that also gets the first lines at once; null for none
   */
  PrintedText(Charset charset, @Nullable PrintStream live) {
    this.charset = charset;
    this.live = live;
  }

  synchronized void write(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      write(bytes[i]);
    }
  }

  private void write(byte octet) {
    if (live != null && lines < SHOWN_LINES) {
      live.write(octet);
    }
    if (octet == '\n') {
      endLine();
      return;
    }
    lineBegun = true;
    if (lines < SHOWN_LINES && lineLength < line.length) {
      line[lineLength++] = octet;
    }
  }

  private void endLine() {
    if (lines < SHOWN_LINES) {
      firstLines.add(currentLine());
    }
    lines++;
    lineLength = 0;
    lineBegun = false;
  }

  private String currentLine() {
    String cut = lineLength == line.length ? " ..." : "";
    return new String(Arrays.copyOf(line, lineLength), charset).stripTrailing() + cut;
  }

  /** Notes that the test has ended; threads that it left behind may still write. */
  synchronized void end() {
    ended = true;
  }

  synchronized boolean isEnded() {
    return ended;
  }

  synchronized boolean isEmpty() {
    return lines() == 0;
  }

  /** Returns the number of lines that were printed. */
  synchronized long lines() {
    return lines + (lineBegun ? 1 : 0);
  }

  /** Returns the first lines, at most {@value #SHOWN_LINES}. */
  synchronized List<String> firstLines() {
    List<String> shown = new ArrayList<>(firstLines);
    if (lineBegun && lines < SHOWN_LINES) {
      shown.add(currentLine());
    }
    return List.copyOf(shown);
  }

  /** Returns the sentence about the lines that are not kept; empty if every line is. */
  synchronized Optional<String> rest() {
    long rest = lines() - Math.min(SHOWN_LINES, lines());
    return rest == 0
        ? Optional.empty()
        : Optional.of(String.format("... and %,d more line%s", rest, rest == 1 ? "" : "s"));
  }
}
