package firsthop.tcp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Keeps two queues: bytes that have not gone out, and segments that are outstanding. What goes out
 * for the first time leaves the one and enters the other; what is acknowledged leaves the second.
 *
 * <p>{@code write}, {@code finish} and {@code acknowledge} each change one thing and then ask the
 * same question: what may go out now? All rules about window, segment size and FIN stand in {@link
 * #sendNew}, and hold whoever asks.
 *
 * <p>The timer needs no switch. It runs exactly while something is outstanding, and its time is 0
 * whenever nothing is: the acknowledgement that empties the queue has set it back. So time counts
 * if the queue is not empty, and that is all.
 *
 * <p>A segment is kept as it went out and is never cut again, so sending it again is giving back
 * the same object. The alternative is to keep the bytes and cut them anew from the index that is
 * acknowledged. TCP allows it, and it saves the part that has arrived; but then the receiver sees
 * pieces that overlap in new ways (it can deal with them, see exercise 3.3), and the sender has
 * more to get wrong.
 */
public final class MyRetransmittingSender implements RetransmittingSender {
  private boolean open;
  private int maximumSegmentSize;
  private int firstTimeout;
  private int retransmissions;

  private byte[] written = {};

  /** How many bytes of {@code written} have gone out. */
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

  /** Makes a sender that has not been opened. */
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

  /** Makes segments of all that has not gone out and may, and returns them. */
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

  /** Returns the first bytes that have not gone out. */
  private byte[] unsent(int size) {
    return Arrays.copyOfRange(written, taken, taken + size);
  }

  private int unsentBytes() {
    return written.length - taken;
  }

  /** Returns the index after the last one of a segment. */
  private static long end(Segment segment) {
    return segment.index() + segment.data().length + (segment.fin() ? 1 : 0);
  }

  private static int atLeast(int least, int value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(name + " is " + least + " or more, and not " + value);
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
