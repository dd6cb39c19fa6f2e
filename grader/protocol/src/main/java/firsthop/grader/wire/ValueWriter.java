package firsthop.grader.wire;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as plain data, by the types that a contract declares: primitives and their wrapper
 * classes, {@code String}, {@code byte[]}, enums, records, {@code List}, {@code Set}, {@code Map},
 * {@code Optional}, and sealed interfaces of records. A value of another type, or beyond the {@link
 * Bounds}, is a {@link WireException}.
 */
public final class ValueWriter {
  private final ByteWriter out;
  private final Bounds bounds;
  private int values;

  public ValueWriter(Bounds bounds) {
    this.bounds = bounds;
    this.out = new ByteWriter(bounds.frameBytes());
  }

  /** Encodes one value. */
  public static byte[] encode(@Nullable Object value, Type type, Bounds bounds) throws IOException {
    ValueWriter writer = new ValueWriter(bounds);
    writer.write(value, type);
    return writer.toBytes();
  }

  /** Appends {@code value}, which the contract declares as {@code type}. */
  public void write(@Nullable Object value, Type type) throws IOException {
    write(value, type, 1);
  }

  /** Returns the bytes that were written so far. */
  public byte[] toBytes() {
    return out.toByteArray();
  }

  private void write(@Nullable Object value, Type type, int depth) throws IOException {
    if (++values > bounds.values()) {
      throw new WireException("more than " + bounds.values() + " values");
    }
    if (depth > bounds.depth()) {
      throw new WireException("nested deeper than " + bounds.depth());
    }
    if (value == null) {
      out.put8(Tag.NULL);
    } else if (type instanceof ParameterizedType container) {
      writeContainer(
          value, (Class<?>) container.getRawType(), container.getActualTypeArguments(), depth);
    } else if (type instanceof Class<?> plain) {
      writePlain(value, plain, depth);
    } else {
      throw new WireException("a contract cannot use the type " + type.getTypeName());
    }
  }

  private void writeContainer(Object value, Class<?> raw, Type[] of, int depth) throws IOException {
    if (raw == List.class && value instanceof List<?> list) {
      writeElements(Tag.LIST, list, of[0], depth);
    } else if (raw == Set.class && value instanceof Set<?> set) {
      writeElements(Tag.SET, set, of[0], depth);
    } else if (raw == Map.class && value instanceof Map<?, ?> map) {
      writeEntries(map, of, depth);
    } else if (raw == Optional.class && value instanceof Optional<?> optional) {
      out.put8(optional.isPresent() ? Tag.PRESENT : Tag.EMPTY);
      if (optional.isPresent()) {
        write(optional.get(), of[0], depth + 1);
      }
    } else {
      throw mismatch(raw, value);
    }
  }

  private void writeElements(byte tag, Collection<?> elements, Type of, int depth)
      throws IOException {
    int size = elements.size();
    writeCount(tag, size);
    int written = 0;
    for (Object element : elements) {
      write(element, of, depth + 1);
      written++;
    }
    checkSize(size, written);
  }

  private void writeEntries(Map<?, ?> map, Type[] of, int depth) throws IOException {
    int size = map.size();
    writeCount(Tag.MAP, size);
    int written = 0;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      write(entry.getKey(), of[0], depth + 1);
      write(entry.getValue(), of[1], depth + 1);
      written++;
    }
    checkSize(size, written);
  }

  /** Rejects a collection with a wrong size(). An endless one fails at the bound on values. */
  private static void checkSize(int size, int written) throws WireException {
    if (size != written) {
      throw new WireException(
          "a collection whose size() is " + size + " has " + written + " elements");
    }
  }

  private void writeCount(byte tag, int count) throws IOException {
    if (count < 0 || count > bounds.values()) {
      throw new WireException(count + " elements; the limit is " + bounds.values());
    }
    out.put8(tag);
    out.put32(count);
  }

  private void writePlain(Object value, Class<?> type, int depth) throws IOException {
    // Enums come first: an enum whose constants have bodies is sealed, and each has its own class.
    if (type.isEnum() && type.isInstance(value)) {
      out.put8(Tag.ENUM);
      writeText(((Enum<?>) value).name());
    } else if (type.isSealed() && type.isInstance(value) && value instanceof Record) {
      out.put8(Tag.VARIANT);
      writeText(value.getClass().getSimpleName());
      writeRecord(value, value.getClass(), depth);
    } else if (value.getClass() != Primitives.boxed(type)) {
      throw mismatch(type, value);
    } else if (type.isRecord()) {
      writeRecord(value, type, depth);
    } else if (value instanceof String text) {
      writeText(text);
    } else if (value instanceof byte[] array) {
      out.put8(Tag.BYTES);
      out.putBytes(array);
    } else if (!Primitives.write(value, out)) {
      throw new WireException("a contract cannot use the type " + type.getTypeName());
    }
  }

  private void writeRecord(Object value, Class<?> type, int depth) throws IOException {
    RecordShape shape = RecordShape.of(type);
    writeCount(Tag.RECORD, shape.size());
    for (int i = 0; i < shape.size(); i++) {
      write(shape.component(value, i), shape.declared(i), depth + 1);
    }
  }

  private void writeText(String text) throws IOException {
    int length = text.length();
    if (length > bounds.textChars()) {
      throw new WireException(
          "a text of " + length + " characters; the limit is " + bounds.textChars());
    }
    out.putText(text);
  }

  private static WireException mismatch(Class<?> expected, Object value) {
    return new WireException(
        "expected " + expected.getSimpleName() + ", got " + value.getClass().getSimpleName());
  }
}
