// Counts every byte that it takes, new or not.
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
        stored.put(at, data[i]);
        pending++;
      }
    }
    return readable();
  }

  private byte[] readable() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (stored.containsKey(wanted)) {
      out.write(stored.remove(wanted));
      wanted++;
      pending = Math.max(0, pending - 1);
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
