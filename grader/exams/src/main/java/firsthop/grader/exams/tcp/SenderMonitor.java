package firsthop.grader.exams.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.exams.tcp.ModelReceiver.Ack;
import firsthop.tcp.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Checks the segments of a sender, without making any of its own. It checks that they carry the
 * right bytes and keep to the segment size and the window, that no more could have gone out, and
 * that a retransmission comes exactly when it is due.
 */
final class SenderMonitor {
  private final byte[] stream;
  private final int segmentSize;
  private final int timeoutMillis;
  private final List<Segment> outstanding = new ArrayList<>();
  private int written;
  private boolean finished;
  private long acknowledged;
  private long sent;
  private int window;
  private long timerStart;
  private int doublings;

  SenderMonitor(byte[] stream, int segmentSize, int window, int timeoutMillis) {
    this.stream = stream;
    this.segmentSize = segmentSize;
    this.window = window;
    this.timeoutMillis = timeoutMillis;
  }

  void written(int bytes) {
    written += bytes;
  }

  void finished() {
    finished = true;
  }

  void acknowledged(long now, Ack ack) {
    if (ack.next() > acknowledged) {
      timerStart = now;
      doublings = 0;
    }
    if (ack.next() >= acknowledged) {
      acknowledged = ack.next();
      window = ack.window();
      outstanding.removeIf(segment -> end(segment) <= acknowledged);
    }
  }

  /** Returns whether the stream has ended, and the receiver has acknowledged all of it. */
  boolean allAcknowledged() {
    return finished && acknowledged == written + 1L;
  }

  /** Fails unless these segments are new, and are all that may go out. */
  void requireNew(long now, List<Segment> segments, String call) {
    if (outstanding.isEmpty()) {
      timerStart = now;
    }
    long limit = acknowledged + Math.max(window, 1);
    long all = written + (finished ? 1 : 0);
    long reach = Math.min(all, limit);
    for (Segment segment : segments) {
      Supplier<String> which =
          () -> " of %s, which %s returned, %s".formatted(SegmentText.of(segment), call, this);
      assertThat(segment.index()).as(() -> "the index" + which.get()).isEqualTo(sent);
      assertThat(sent).as(() -> "more than may go out: the index" + which.get()).isLessThan(reach);
      int size = (int) Math.min(Math.min(segmentSize, written - sent), limit - sent);
      assertThat(segment.data()).as(() -> "the data" + which.get()).isEqualTo(bytes(sent, size));
      boolean fin = finished && sent + size == written && sent + size < limit;
      assertThat(segment.fin()).as(() -> "FIN" + which.get()).isEqualTo(fin);
      sent = end(segment);
      outstanding.add(segment);
    }
    assertThat(sent)
        .as("the first index that has not gone out after %s, %s", call, this)
        .isGreaterThanOrEqualTo(reach);
  }

  /**
   * Fails unless a retransmission that is due has gone out: the earliest outstanding segment alone.
   * If none is due, fails unless nothing has gone out.
   */
  void requireAgain(long now, List<Segment> segments, String call) {
    long waited = now - timerStart;
    boolean due = !outstanding.isEmpty() && waited >= (long) timeoutMillis << doublings;
    assertThat(segments)
        .as("what %s returned, %d ms after the start of the timer, %s", call, waited, this)
        .isEqualTo(due ? outstanding.subList(0, 1) : List.of());
    if (due) {
      timerStart = now;
      doublings += window > 0 ? 1 : 0;
    }
  }

  private byte[] bytes(long from, int size) {
    return Arrays.copyOfRange(stream, (int) from, (int) from + size);
  }

  private static long end(Segment segment) {
    return segment.index() + segment.data().length + (segment.fin() ? 1 : 0);
  }

  @Override
  public String toString() {
    return "with %d written, %d sent, %d acknowledged, window %d, time-out %d doubled %d times"
        .formatted(written, sent, acknowledged, window, timeoutMillis, doublings);
  }
}
