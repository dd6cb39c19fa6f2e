// Reserves an array as large as the capacity.
package firsthop.tcp;

import java.io.ByteArrayOutputStream;
import java.util.BitSet;

public class MyReassembler implements Reassembler {
  private final BitSet stored = new BitSet();
  private byte[] ring = new byte[0];
  private long wanted;
  private long end = -1;

  @Override
  public void open(int capacity) {
    if (ring.length > 0) {
      throw new IllegalStateException("already open");
    }
    if (capacity < 1 || capacity > 1 << 30) {
      throw new IllegalArgumentException("capacity: " + capacity);
    }
    ring = new byte[capacity];
  }

  @Override
  public byte[] insert(long index, byte[] data, boolean last) {
    long limit = wanted + ring.length;
    if (last && index + data.length <= limit) {
      end = index + data.length;
    }
    for (long at = Math.max(index, wanted); at < Math.min(index + data.length, limit); at++) {
      stored.set((int) (at % ring.length));
      ring[(int) (at % ring.length)] = data[(int) (at - index)];
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (stored.get((int) (wanted % ring.length))) {
      stored.clear((int) (wanted % ring.length));
      out.write(ring[(int) (wanted % ring.length)]);
      wanted++;
    }
    return out.toByteArray();
  }

  @Override
  public int pending() {
    return stored.cardinality();
  }

  @Override
  public boolean finished() {
    return wanted == end;
  }
}
