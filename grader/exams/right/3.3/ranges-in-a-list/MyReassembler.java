// A sorted list of ranges that never touch: a new one swallows all that it meets.
package firsthop.tcp;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.OptionalLong;

public class MyReassembler implements Reassembler {
  private enum Phase {
    NEW,
    OPEN
  }

  private record Range(long from, byte[] bytes) {
    static final Range NONE = new Range(0, new byte[0]);

    long to() {
      return from + bytes.length;
    }

    boolean isEmpty() {
      return bytes.length == 0;
    }

    boolean meets(Range other) {
      return from <= other.to() && other.from <= to();
    }

    /** Joins two ranges that meet. */
    Range with(Range other) {
      long start = Math.min(from, other.from);
      byte[] joined = new byte[(int) (Math.max(to(), other.to()) - start)];
      System.arraycopy(bytes, 0, joined, (int) (from - start), bytes.length);
      System.arraycopy(other.bytes, 0, joined, (int) (other.from - start), other.bytes.length);
      return new Range(start, joined);
    }

    /** Cuts off what lies outside. */
    Range within(long start, long stop) {
      long first = Math.max(from, start);
      long length = Math.min(to(), stop) - first;
      if (length <= 0) {
        return NONE;
      }
      byte[] cut = new byte[(int) length];
      System.arraycopy(bytes, (int) (first - from), cut, 0, cut.length);
      return new Range(first, cut);
    }
  }

  private final List<Range> waiting = new ArrayList<>();
  private Phase phase = Phase.NEW;
  private long capacity;
  private long next;
  private OptionalLong length = OptionalLong.empty();

  @Override
  public void open(int capacity) {
    if (phase == Phase.OPEN) {
      throw new IllegalStateException("open");
    }
    if (capacity <= 0 || capacity > 0x4000_0000) {
      throw new IllegalArgumentException("no capacity: " + capacity);
    }
    this.capacity = capacity;
    phase = Phase.OPEN;
  }

  @Override
  public byte[] insert(long index, byte[] data, boolean last) {
    Range segment = new Range(index, data);
    if (last && segment.to() - next <= capacity) {
      length = OptionalLong.of(segment.to());
    }
    Range inside = segment.within(next, next + capacity);
    if (!inside.isEmpty()) {
      put(inside);
    }
    if (waiting.isEmpty() || waiting.get(0).from() > next) {
      return new byte[0];
    }
    Range readable = waiting.remove(0);
    next = readable.to();
    return readable.bytes();
  }

  private void put(Range range) {
    Range all = range;
    ListIterator<Range> iterator = waiting.listIterator();
    while (iterator.hasNext()) {
      Range old = iterator.next();
      if (old.from() > all.to()) {
        iterator.previous();
        break;
      }
      if (old.meets(all)) {
        all = old.with(all);
        iterator.remove();
      }
    }
    iterator.add(all);
  }

  @Override
  public int pending() {
    int sum = 0;
    for (Range range : waiting) {
      sum += range.bytes().length;
    }
    return sum;
  }

  @Override
  public boolean finished() {
    return length.isPresent() && length.getAsLong() == next;
  }
}
