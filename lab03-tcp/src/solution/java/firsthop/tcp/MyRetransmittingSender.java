package firsthop.tcp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Keeps two queues: bytes that have not gone out yet, and outstanding segments. Bytes that go out
 * for the first time move from the first queue to the second. Segments that are acknowledged leave
 * the second queue.
 *
 * <p>{@code write}, {@code finish} and {@code acknowledge} each change one thing, and then they all
 * call {@link #sendNew}. This method contains all rules about the window, the segment size and FIN.
 *
 * <p>The timer needs no switch. It runs exactly while something is outstanding. When nothing is
 * outstanding, its time is 0, because the acknowledgement that emptied the queue has set it to 0.
 * So {@code tick} adds the time only if the queue is not empty.
 *
 * <p>A segment is kept as it went out, and it is never cut again. So a retransmission returns the
 * same object. The alternative is to keep the bytes, and to cut them again from the acknowledged
 * index on. TCP allows this, and it does not repeat the part that has arrived. But then the
 * receiver gets segments that overlap in new ways (it can handle them, see exercise 3.3), and the
 * sender is more complicated.
 */
public final class MyRetransmittingSender implements RetransmittingSender {
  private boolean open;
  private int maximumSegmentSize;
  private int firstTimeout;
  private int retransmissions;

  private byte[] written = {};

  /** The number of bytes of {@code written} that have gone out. */
  private int taken;

  private final Deque<Segment> outstanding = new ArrayDeque<>();
  private boolean finishing;
  private boolean finSent;
  private long acknowledged;
  private long sent;
  private int window;

  private long elapsed;
  private long timeout;
  private int count;
  private boolean failed;

  /** Creates a sender that has not been opened yet. */
  public MyRetransmittingSender() {}

  @Override
  public void open(int maximumSegmentSize, int window, int timeoutMillis, int retransmissions) {
    if (open) {
      throw new IllegalStateException("open has been called before");
    }
    this.maximumSegmentSize = atLeast(1, maximumSegmentSize, "maximumSegmentSize");
    this.window = atLeast(0, window, "window");
    this.firstTimeout = atLeast(1, timeoutMillis, "timeoutMillis");
    this.retransmissions = atLeast(0, retransmissions, "retransmissions");
    timeout = firstTimeout;
    open = true;
  }

  @Override
  public List<Segment> write(byte[] data) {
    requireOpen();
    if (failed) {
      return List.of();
    }
    requireUnfinished();
    byte[] all = Arrays.copyOf(unsent(unsentBytes()), unsentBytes() + data.length);
    System.arraycopy(data, 0, all, unsentBytes(), data.length);
    written = all;
    taken = 0;
    return sendNew();
  }

  @Override
  public List<Segment> finish() {
    requireOpen();
    if (failed) {
      return List.of();
    }
    requireUnfinished();
    finishing = true;
    return sendNew();
  }

  @Override
  public List<Segment> acknowledge(long next, int window) {
    requireOpen();
    if (failed || next < acknowledged || next > sent) {
      return List.of();
    }
    this.window = window;
    if (next > acknowledged) {
      acknowledged = next;
      outstanding.removeIf(segment -> end(segment) <= acknowledged);
      elapsed = 0;
      timeout = firstTimeout;
      count = 0;
    }
    return sendNew();
  }

  @Override
  public List<Segment> tick(int millis) {
    requireOpen();
    if (failed || outstanding.isEmpty()) {
      return List.of();
    }
    elapsed += millis;
    if (elapsed < timeout) {
      return List.of();
    }
    if (window > 0) {
      if (count == retransmissions) {
        failed = true;
        return List.of();
      }
      count++;
      timeout *= 2;
    }
    elapsed = 0;
    return List.of(outstanding.getFirst());
  }

  @Override
  public boolean done() {
    return finSent && acknowledged == sent;
  }

  @Override
  public boolean failed() {
    return failed;
  }

  /** Makes segments of everything that may go out now, and returns them. */
  private List<Segment> sendNew() {
    List<Segment> made = new ArrayList<>();
    long limit = acknowledged + Math.max(window, 1);
    while (sent < limit && (unsentBytes() > 0 || finishing && !finSent)) {
      int size = (int) Math.min(limit - sent, Math.min(maximumSegmentSize, unsentBytes()));
      boolean fin = finishing && size == unsentBytes() && sent + size < limit;
      Segment segment = new Segment(sent, unsent(size), fin);
      taken += size;
      finSent = fin;
      sent = end(segment);
      made.add(segment);
    }
    outstanding.addAll(made);
    return made;
  }

  /** Returns the first bytes that have not gone out yet. */
  private byte[] unsent(int size) {
    return Arrays.copyOfRange(written, taken, taken + size);
  }

  private int unsentBytes() {
    return written.length - taken;
  }

  /** Returns the index after the last index of a segment. */
  private static long end(Segment segment) {
    return segment.index() + segment.data().length + (segment.fin() ? 1 : 0);
  }

  private static int atLeast(int least, int value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be " + least + " or more, not " + value);
    }
    return value;
  }

  private void requireOpen() {
    if (!open) {
      throw new IllegalStateException("open has not been called");
    }
  }

  private void requireUnfinished() {
    if (finishing) {
      throw new IllegalStateException("finish has been called before");
    }
  }
}
