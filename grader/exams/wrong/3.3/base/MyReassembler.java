package firsthop.tcp;

import java.io.ByteArrayOutputStream;
import java.util.TreeMap;

public class MyReassembler implements Reassembler {
  private final TreeMap<Long, Byte> stored = new TreeMap<>();
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
    if (last && index + data.length <= limit) {
      end = index + data.length;
    }
    for (int i = 0; i < data.length; i++) {
      long at = index + i;
      if (at >= wanted && at < limit) {
        stored.put(at, data[i]);
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
    return stored.size();
  }

  @Override
  public boolean finished() {
    return wanted == end;
  }
}
