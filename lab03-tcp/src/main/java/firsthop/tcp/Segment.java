package firsthop.tcp;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A piece of a stream that is sent or received: some of its bytes, and perhaps its end.
 *
 * <p>Two segments are equal if their indexes, their bytes and their FINs are equal.
 *
 * @param index the index in the stream of the first byte of {@code data}, where the stream begins
 *     with index 0; if {@code data} is empty, the index that its first byte would have
 * @param data the bytes; the array may be empty
 * @param fin whether the stream ends after {@code data}
 */
public record Segment(long index, byte[] data, boolean fin) {

  @Override
  public boolean equals(Object other) {
    return other instanceof Segment segment
        && index == segment.index
        && fin == segment.fin
        && Arrays.equals(data, segment.data);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Long.hashCode(index) + Arrays.hashCode(data)) + Boolean.hashCode(fin);
  }

  /** Returns the segment as text, with its bytes in hexadecimal. */
  @Override
  public String toString() {
    return "Segment[index=%d, data=%s, fin=%b]"
        .formatted(index, HexFormat.ofDelimiter(" ").formatHex(data), fin);
  }
}
