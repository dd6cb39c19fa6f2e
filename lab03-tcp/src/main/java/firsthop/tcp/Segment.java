package firsthop.tcp;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A piece of a stream on its way: some of its bytes, and perhaps its end.
 *
 * <p>Two segments are equal if they say the same: index, bytes and FIN.
 *
 * @param index the index in the stream of the first byte of {@code data}; the stream begins with
 *     index 0. If {@code data} is empty, the index that its first byte would have
 * @param data the bytes, perhaps none
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

  /** Returns the segment in words, its bytes in hexadecimal. */
  @Override
  public String toString() {
    return "Segment[index=%d, data=%s, fin=%b]"
        .formatted(index, HexFormat.ofDelimiter(" ").formatHex(data), fin);
  }
}
