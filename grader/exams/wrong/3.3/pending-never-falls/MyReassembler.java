// Counts what it stores, and forgets to take off what it returns.
package firsthop.tcp;

import java.io.ByteArrayOutputStream;
import java.util.TreeMap;

public class MyReassembler implements Reassembler {
  private final TreeMap<Long, Byte> stored = new TreeMap<>();
  private int capacity;
  private long wanted;
  private long end = -1;
  private int pending;

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
    if (last && index + data.length <= limit) {
      end = index + data.length;
    }
    for (int i = 0; i < data.length; i++) {
      long at = index + i;
      if (at >= wanted && at < limit) {
        if (stored.put(at, data[i]) == null) {
          pending++;
        }
      }
    }
    return readable();
  }

  private byte[] readable() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (stored.containsKey(wanted)) {
      out.write(stored.remove(wanted));
      wanted++;
    }
    return out.toByteArray();
  }

  @Override
  public int pending() {
    return pending;
  }

  @Override
  public boolean finished() {
    return wanted == end;
  }
}
