package firsthop.grader.wire;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
   * Inverts every bit of every array in a value, as a caller may do who uses its arrays again. An
   * array that is in the value twice is inverted once.
   *
   * @throws WireException if a record in it cannot be read
   */
  public static void overwrite(@Nullable Object value) throws WireException {
    overwrite(value, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static void overwrite(@Nullable Object value, Set<byte[]> done) throws WireException {
    if (value instanceof byte[] array) {
      if (done.add(array)) {
        System.arraycopy(overwritten(array), 0, array, 0, array.length);
      }
    } else if (value instanceof Collection<?> elements) {
      for (Object element : elements) {
        overwrite(element, done);
      }
    } else if (value instanceof Map<?, ?> map) {
      overwrite(map.values(), done);
    } else if (value instanceof Optional<?> optional) {
      overwrite(optional.orElse(null), done);
    } else if (value instanceof Record) {
      RecordShape shape = RecordShape.of(value.getClass());
      for (int i = 0; i < shape.size(); i++) {
        overwrite(shape.component(value, i), done);
      }
    }
  }
}
