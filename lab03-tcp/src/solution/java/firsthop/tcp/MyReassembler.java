package firsthop.tcp;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stores the waiting bytes as pieces in a sorted map, with the index of their first byte as the
 * key. The pieces never overlap. This one rule is enough: of a new segment, only the bytes that
 * fall into the gaps between the pieces are stored. So no byte is stored twice, {@code pending} is
 * a sum, and the byte at the wanted index can only be the first byte of the first piece.
 *
 * <p>Before that, both ends of a segment are cut off. The bytes below the wanted index have been
 * returned already. The bytes at the limit and beyond are dropped. The limit is computed once,
 * before anything is returned.
 *
 * <p>The end of the stream is an index, too. It is stored separately from the bytes. So a last
 * segment without a new byte is not a special case.
 *
 * <p>The simplest alternative is a map from each index to its byte. It is short and right, and it
 * costs about fifty bytes of memory for one byte of data. For a small capacity, a ring buffer with
 * a bit set beside it is the fastest. Here, the capacity may be larger than the memory.
 */
public final class MyReassembler implements Reassembler {
  private static final int MAX_CAPACITY = 1 << 30;
  private static final long UNKNOWN = -1;

  private final TreeMap<Long, byte[]> pieces = new TreeMap<>();
  private int capacity;
  private long wanted;
  private long end = UNKNOWN;
  private int pending;

  /** Creates a reassembler that has not been opened yet. */
  public MyReassembler() {}

  @Override
  public void open(int capacity) {
    if (this.capacity != 0) {
      throw new IllegalStateException("open has been called before");
    }
    if (capacity < 1 || capacity > MAX_CAPACITY) {
      throw new IllegalArgumentException(
          "the capacity must be 1 to " + MAX_CAPACITY + ", not " + capacity);
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
    store(Math.max(index, wanted), Math.min(stop, limit), index, data);
    return takeReadable();
  }

  @Override
  public int pending() {
    return pending;
  }

  @Override
  public boolean finished() {
    return wanted == end;
  }

  /** Stores the bytes from {@code from} to {@code to}, except those that are stored already. */
  private void store(long from, long to, long index, byte[] data) {
    long at = from;
    Map.Entry<Long, byte[]> before = pieces.floorEntry(at);
    if (before != null) {
      at = Math.max(at, before.getKey() + before.getValue().length);
    }
    while (at < to) {
      Map.Entry<Long, byte[]> next = pieces.ceilingEntry(at);
      long gapEnd = next == null ? to : Math.min(to, next.getKey());
      if (at < gapEnd) {
        pieces.put(at, Arrays.copyOfRange(data, (int) (at - index), (int) (gapEnd - index)));
        pending += (int) (gapEnd - at);
      }
      at = next == null ? to : next.getKey() + next.getValue().length;
    }
  }

  private byte[] takeReadable() {
    ByteArrayOutputStream readable = new ByteArrayOutputStream();
    while (!pieces.isEmpty() && pieces.firstKey() == wanted) {
      byte[] piece = pieces.pollFirstEntry().getValue();
      readable.writeBytes(piece);
      wanted += piece.length;
      pending -= piece.length;
    }
    return readable.toByteArray();
  }
}
