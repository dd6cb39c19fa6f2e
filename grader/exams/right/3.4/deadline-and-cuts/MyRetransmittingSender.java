// The whole stream in one array, the places where it was cut, and a clock with a deadline.
package firsthop.tcp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

public class MyRetransmittingSender implements RetransmittingSender {
  private static final long NEVER = Long.MAX_VALUE;

  private enum State {
    CLOSED,
    WRITING,
    FINISHING,
    FAILED
  }

  private State state = State.CLOSED;
  private int mss;
  private int window;
  private long rto;
  private long interval;
  private int tries;
  private int triesLeft;

  private byte[] stream = new byte[16];
  private int length;

  /** Where segments begin, and where the last one ends. */
  private final NavigableSet<Long> cuts = new TreeSet<>(List.of(0L));

  private long acknowledged;
  private long clock;
  private long deadline = NEVER;

  @Override
  public void open(int maximumSegmentSize, int window, int timeoutMillis, int retransmissions) {
    if (state != State.CLOSED) {
      throw new IllegalStateException("open");
    }
    if (Math.min(maximumSegmentSize, timeoutMillis) <= 0 || Math.min(window, retransmissions) < 0) {
      throw new IllegalArgumentException();
    }
    mss = maximumSegmentSize;
    this.window = window;
    rto = timeoutMillis;
    interval = rto;
    tries = retransmissions;
    triesLeft = tries;
    state = State.WRITING;
  }

  @Override
  public List<Segment> write(byte[] data) {
    return switch (state) {
      case WRITING -> {
        if (length + data.length > stream.length) {
          stream = Arrays.copyOf(stream, 2 * (length + data.length));
        }
        System.arraycopy(data, 0, stream, length, data.length);
        length += data.length;
        yield fresh();
      }
      case FAILED -> List.of();
      default -> throw new IllegalStateException("write while " + state);
    };
  }

  @Override
  public List<Segment> finish() {
    return switch (state) {
      case WRITING -> {
        state = State.FINISHING;
        yield fresh();
      }
      case FAILED -> List.of();
      default -> throw new IllegalStateException("finish while " + state);
    };
  }

  @Override
  public List<Segment> acknowledge(long next, int window) {
    if (state == State.CLOSED) {
      throw new IllegalStateException("closed");
    }
    if (state == State.FAILED || next < acknowledged || next > cuts.last()) {
      return List.of();
    }
    this.window = window;
    if (next != acknowledged) {
      acknowledged = next;
      interval = rto;
      triesLeft = tries;
      deadline = acknowledged == cuts.last() ? NEVER : clock + interval;
    }
    return fresh();
  }

  @Override
  public List<Segment> tick(int millis) {
    if (state == State.CLOSED) {
      throw new IllegalStateException("closed");
    }
    clock += millis;
    if (state == State.FAILED || clock < deadline) {
      return List.of();
    }
    if (window != 0) {
      if (triesLeft-- == 0) {
        state = State.FAILED;
        return List.of();
      }
      interval += interval;
    }
    deadline = clock + interval;
    long start = cuts.floor(acknowledged);
    return List.of(segment(start, cuts.higher(start)));
  }

  @Override
  public boolean done() {
    return acknowledged > length;
  }

  @Override
  public boolean failed() {
    return state == State.FAILED;
  }

  private List<Segment> fresh() {
    long all = length + (state == State.FINISHING ? 1 : 0);
    long reach = Math.min(all, acknowledged + (window == 0 ? 1 : window));
    List<Segment> segments = new ArrayList<>();
    for (long from = cuts.last(); from < reach; from = cuts.last()) {
      long to = Math.min(reach, from + mss);
      if (to == length && reach > length) {
        to++;
      }
      cuts.add(to);
      segments.add(segment(from, to));
      if (deadline == NEVER) {
        deadline = clock + interval;
      }
    }
    return segments;
  }

  private Segment segment(long from, long to) {
    int stop = (int) Math.min(to, length);
    return new Segment(from, Arrays.copyOfRange(stream, (int) from, stop), to > length);
  }
}
