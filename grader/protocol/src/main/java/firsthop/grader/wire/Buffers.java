package firsthop.grader.wire;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arrays in a value that a contract allows, at any depth. */
public final class Buffers {
  private Buffers() {}

  /** Returns what an array holds after it was overwritten. The array itself does not change. */
  public static byte[] overwritten(byte[] array) {
    byte[] inverted = new byte[array.length];
    for (int i = 0; i < array.length; i++) {
      inverted[i] = (byte) ~array[i];
    }
    return inverted;
  }

  /**
   * Inverts every bit of every array in a value, as a caller may do who uses its arrays again.
   *
   * @throws WireException if a record in it cannot be read
   */
  public static void overwrite(@Nullable Object value) throws WireException {
    if (value instanceof byte[] array) {
      System.arraycopy(overwritten(array), 0, array, 0, array.length);
    } else if (value instanceof Collection<?> elements) {
      for (Object element : elements) {
        overwrite(element);
      }
    } else if (value instanceof Map<?, ?> map) {
      overwrite(map.values());
    } else if (value instanceof Optional<?> optional) {
      overwrite(optional.orElse(null));
    } else if (value instanceof Record) {
      RecordShape shape = RecordShape.of(value.getClass());
      for (int i = 0; i < shape.size(); i++) {
        overwrite(shape.component(value, i));
      }
    }
  }
}
