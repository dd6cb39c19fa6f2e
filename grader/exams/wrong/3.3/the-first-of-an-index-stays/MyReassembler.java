// Of two pieces that begin at one index, keeps the first, even if the second is longer.
package firsthop.tcp;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.TreeMap;

public class MyReassembler implements Reassembler {
  private final TreeMap<Long, byte[]> pieces = new TreeMap<>();
  private int capacity;
  private long wanted;
  private long end = -1;

  @Override
  public void open(int capacity) {
    if (this.capacity > 0) {
      throw new IllegalStateException("already open");
    }
    if (capacity < 1 || capacity > 1 << 30) {
      throw new IllegalArgumentException("capacity: " + capacity);
    }
    this.capacity = capacity;
  }

  @Override
  public byte[] insert(long index, byte[] data, boolean last) {
    long limit = wanted + capacity;
    long stop = index + data.length;
    if (last && stop <= limit) {
      end = stop;
    }
    long from = Math.max(index, wanted);
    long to = Math.min(stop, limit);
    if (from < to) {
      add(from, Arrays.copyOfRange(data, (int) (from - index), (int) (to - index)));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (!pieces.isEmpty() && pieces.firstKey() <= wanted) {
      byte[] piece = pieces.pollFirstEntry().getValue();
      out.writeBytes(piece);
      wanted += piece.length;
    }
    return out.toByteArray();
  }

  /** Adds a piece. What is stored and overlaps it is merged into it. */
  private void add(long from, byte[] data) {
    if (pieces.containsKey(from)) {
      return;
    }
    Long before = pieces.floorKey(from);
    if (before != null && before + pieces.get(before).length > from) {
      byte[] old = pieces.remove(before);
      data = merge(before, old, from, data);
      from = before;
    }
    Long next = pieces.ceilingKey(from);
    while (next != null && next < from + data.length) {
      data = merge(from, data, next, pieces.remove(next));
      next = pieces.ceilingKey(from);
    }
    pieces.put(from, data);
  }

  /** Puts two pieces together that overlap, of which the first begins first. */
  private static byte[] merge(long first, byte[] data, long second, byte[] more) {
    int offset = (int) (second - first);
    byte[] both = Arrays.copyOf(data, Math.max(data.length, offset + more.length));
    System.arraycopy(more, 0, both, offset, more.length);
    return both;
  }

  @Override
  public int pending() {
    return pieces.values().stream().mapToInt(piece -> piece.length).sum();
  }

  @Override
  public boolean finished() {
    return wanted == end;
  }
}
