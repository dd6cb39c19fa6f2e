package firsthop.tcp;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps what waits as pieces in a sorted map, by the index at which each begins. The pieces never
 * overlap, and this one rule does all the work: of a segment only what falls into the gaps between
 * the pieces is stored. So no byte is there twice, {@code pending} is a sum, and the byte that is
 * wanted next can only be the first of the first piece.
 *
 * <p>Both ends of a segment are cut off before that: what lies below the index that is wanted has
 * been returned, and what lies at the limit or beyond is dropped. The limit is worked out once,
 * before anything is returned.
 *
 * <p>The end of the stream is an index like any other. It is remembered apart from the bytes, and
 * so a last segment without a single new byte needs no case of its own.
 *
 * <p>The simplest alternative is a map from each index to its byte. It is short and right, and
 * costs some fifty bytes of memory for one of data. Where the capacity is small, a ring of bytes
 * with a bit set beside it is the quickest; here a capacity may be larger than the memory.
 */
public final class MyReassembler implements Reassembler {
  private static final int MAX_CAPACITY = 1 << 30;
  private static final long UNKNOWN = -1;

  private final TreeMap<Long, byte[]> pieces = new TreeMap<>();
  private int capacity;
  private long wanted;
  private long end = UNKNOWN;
  private int pending;

  /** Makes a reassembler that has not been opened. */
  public MyReassembler() {}

  @Override
  public void open(int capacity) {
    if (this.capacity != 0) {
      throw new IllegalStateException("open has been called before");
    }
    if (capacity < 1 || capacity > MAX_CAPACITY) {
      throw new IllegalArgumentException(
          "a capacity is 1 to " + MAX_CAPACITY + ", and not " + capacity);
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

  /** Stores the bytes from {@code from} to {@code to}, but for those that are stored already. */
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
