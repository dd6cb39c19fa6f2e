package firsthop.grader.exams.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.exams.tcp.ModelReceiver.Ack;
import firsthop.tcp.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Watches what a sender sends. It decides nothing that a sender decides: it looks whether what went
 * out keeps to the stream, the segment size and the window, and whether more could have gone out.
 */
final class SenderWatch {
  private final byte[] stream;
  private final int segmentSize;
  private final List<Segment> outstanding = new ArrayList<>();
  private int written;
  private boolean finished;
  private long acknowledged;
  private long sent;
  private int window;

  SenderWatch(byte[] stream, int segmentSize, int window) {
    this.stream = stream;
    this.segmentSize = segmentSize;
    this.window = window;
  }

  void written(int bytes) {
    written += bytes;
  }

  void finished() {
    finished = true;
  }

  void acknowledged(Ack ack) {
    if (ack.next() >= acknowledged && ack.next() <= sent) {
      acknowledged = ack.next();
      window = ack.window();
      outstanding.removeIf(segment -> end(segment) <= acknowledged);
    }
  }

  /** Require that these segments are new, and all that may go out. */
  void requireNew(List<Segment> segments, String call) {
    long limit = acknowledged + Math.max(window, 1);
    for (Segment segment : segments) {
      String which = "%s, which %s returned, %s".formatted(Words.of(segment), call, this);
      assertThat(segment.index()).as("the index of %s", which).isEqualTo(sent);
      int size = (int) Math.min(Math.min(segmentSize, written - sent), limit - sent);
      assertThat(segment.data()).as("the data of %s", which).isEqualTo(bytes(sent, size));
      boolean fin = finished && sent + size == written && sent + size < limit;
      assertThat(segment.fin()).as("FIN of %s", which).isEqualTo(fin);
      sent = end(segment);
      outstanding.add(segment);
    }
    long all = written + (finished ? 1 : 0);
    assertThat(sent)
        .as("how far the stream has gone out after %s, %s", call, this)
        .isGreaterThanOrEqualTo(Math.min(all, limit));
  }

  /** Require that this is nothing, or the earliest segment that is outstanding. */
  void requireAgain(List<Segment> segments, String call) {
    if (!segments.isEmpty()) {
      assertThat(outstanding).as("outstanding when %s returned %s", call, segments).isNotEmpty();
      assertThat(segments)
          .as("what %s returned, %s", call, this)
          .isEqualTo(List.of(outstanding.get(0)));
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
    return "with %d written, %d sent, %d acknowledged, window %d"
        .formatted(written, sent, acknowledged, window);
  }
}
