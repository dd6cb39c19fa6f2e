// A timer, a window and a queue of letters, each in a class of its own.
package firsthop.tcp;

import java.util.ArrayDeque;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;

public class MyRetransmittingSender implements RetransmittingSender {
  /** Counts milliseconds while it is on. */
  private static final class Timer {
    private final long first;
    private final long retransmissions;
    private long limit;
    private long passed;
    private long expiries;
    private boolean on;

    Timer(int first, int retransmissions) {
      this.first = first;
      this.retransmissions = retransmissions;
      this.limit = first;
    }

    void start() {
      if (!on) {
        on = true;
        passed = 0;
      }
    }

    void reset(boolean goOn) {
      on = goOn;
      passed = 0;
      limit = first;
      expiries = 0;
    }

    boolean expires(int millis) {
      if (!on) {
        return false;
      }
      passed += millis;
      if (passed < limit) {
        return false;
      }
      passed = 0;
      return true;
    }

    /** Says whether there may be another one. */
    boolean lost() {
      expiries++;
      limit <<= 1;
      return expiries <= retransmissions;
    }
  }

  private final Queue<Byte> letters = new ArrayDeque<>();
  private final LinkedList<Segment> flight = new LinkedList<>();
  private Optional<Timer> clock = Optional.empty();
  private int size;
  private long room;
  private long lowest;
  private long highest;
  private boolean closing;
  private boolean closed;
  private boolean dead;

  @Override
  public void open(int maximumSegmentSize, int window, int timeoutMillis, int retransmissions) {
    if (clock.isPresent()) {
      throw new IllegalStateException();
    }
    Stream.of(maximumSegmentSize, window + 1L, timeoutMillis, retransmissions + 1L)
        .mapToLong(Number::longValue)
        .filter(number -> number < 1)
        .forEach(
            number -> {
              throw new IllegalArgumentException();
            });
    clock = Optional.of(new Timer(timeoutMillis, retransmissions));
    size = maximumSegmentSize;
    room = window;
  }

  @Override
  public List<Segment> write(byte[] data) {
    if (!mayAct(true)) {
      return List.of();
    }
    for (byte letter : data) {
      letters.add(letter);
    }
    return launch();
  }

  @Override
  public List<Segment> finish() {
    if (!mayAct(true)) {
      return List.of();
    }
    closing = true;
    return launch();
  }

  @Override
  public List<Segment> acknowledge(long next, int window) {
    if (!mayAct(false) || next < lowest || next > highest) {
      return List.of();
    }
    room = window;
    if (next > lowest) {
      lowest = next;
      while (!flight.isEmpty() && lowest >= after(flight.peek())) {
        flight.poll();
      }
      timer().reset(!flight.isEmpty());
    }
    return launch();
  }

  @Override
  public List<Segment> tick(int millis) {
    if (!mayAct(false) || !timer().expires(millis)) {
      return List.of();
    }
    if (room > 0 && !timer().lost()) {
      dead = true;
      return List.of();
    }
    return List.of(flight.peek());
  }

  @Override
  public boolean done() {
    return closed && flight.isEmpty();
  }

  @Override
  public boolean failed() {
    return dead;
  }

  private List<Segment> launch() {
    LinkedList<Segment> launched = new LinkedList<>();
    for (Optional<Segment> next = cut(); next.isPresent(); next = cut()) {
      highest = after(next.get());
      closed |= next.get().fin();
      launched.add(next.get());
      flight.add(next.get());
      timer().start();
    }
    return launched;
  }

  private Optional<Segment> cut() {
    long free = lowest + Math.max(1, room) - highest;
    if (free <= 0) {
      return Optional.empty();
    }
    byte[] data = new byte[(int) Math.min(free, Math.min(size, letters.size()))];
    for (int i = 0; i < data.length; i++) {
      data[i] = letters.remove();
    }
    boolean fin = closing && !closed && letters.isEmpty() && data.length < free;
    return data.length > 0 || fin
        ? Optional.of(new Segment(highest, data, fin))
        : Optional.empty();
  }

  private static long after(Segment segment) {
    return segment.index() + segment.data().length + (segment.fin() ? 1 : 0);
  }

  private Timer timer() {
    return clock.orElseThrow(IllegalStateException::new);
  }

  private boolean mayAct(boolean asApplication) {
    timer();
    if (!dead && asApplication && closing) {
      throw new IllegalStateException();
    }
    return !dead;
  }
}
