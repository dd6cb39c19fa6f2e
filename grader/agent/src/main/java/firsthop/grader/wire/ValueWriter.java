package firsthop.grader.wire;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as plain data, guided by the type that a contract declares: primitives and their
 * boxes, {@code String}, {@code byte[]}, enums, records, {@code List}, {@code Set}, {@code Map},
 * {@code Optional}, and sealed interfaces of records. What is not of the declared type, or beyond
 * the {@link Bounds}, is refused with a {@link WireException}.
 */
public final class ValueWriter {
  private final BoundedBytes bytes;
  private final DataOutputStream out;
  private final Bounds bounds;
  private int values;

  public ValueWriter(Bounds bounds) {
    this.bounds = bounds;
    this.bytes = new BoundedBytes(bounds.frameBytes());
    this.out = new DataOutputStream(bytes);
  }

  /** Encode one value alone. */
  public static byte[] encode(@Nullable Object value, Type type, Bounds bounds) throws IOException {
    ValueWriter writer = new ValueWriter(bounds);
    writer.write(value, type);
    return writer.toBytes();
  }

  /** Append {@code value}, which the contract declares as {@code type}. */
  public void write(@Nullable Object value, Type type) throws IOException {
    write(value, type, 1);
  }

  /** Return what was written so far. */
  public byte[] toBytes() {
    return bytes.toByteArray();
  }

  private void write(@Nullable Object value, Type type, int depth) throws IOException {
    if (++values > bounds.values()) {
      throw new WireException("more than " + bounds.values() + " values");
    }
    if (depth > bounds.depth()) {
      throw new WireException("nested deeper than " + bounds.depth());
    }
    if (value == null) {
      out.writeByte(Tag.NULL);
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
      writeCount(Tag.MAP, map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        write(entry.getKey(), of[0], depth + 1);
        write(entry.getValue(), of[1], depth + 1);
      }
    } else if (raw == Optional.class && value instanceof Optional<?> optional) {
      out.writeByte(optional.isPresent() ? Tag.PRESENT : Tag.EMPTY);
      if (optional.isPresent()) {
        write(optional.get(), of[0], depth + 1);
      }
    } else {
      throw mismatch(raw, value);
    }
  }

  private void writeElements(byte tag, Collection<?> elements, Type of, int depth)
      throws IOException {
    int count = elements.size();
    writeCount(tag, count);
    for (Object element : elements) {
      if (count-- == 0) {
        throw new WireException("a collection with more elements than its size() says");
      }
      write(element, of, depth + 1);
    }
    if (count != 0) {
      throw new WireException("a collection with fewer elements than its size() says");
    }
  }

  private void writeCount(byte tag, int count) throws IOException {
    if (count < 0 || count > bounds.values()) {
      throw new WireException(count + " elements; at most " + bounds.values());
    }
    out.writeByte(tag);
    out.writeInt(count);
  }

  private void writePlain(Object value, Class<?> type, int depth) throws IOException {
    if (type.isSealed()) {
      out.writeByte(Tag.VARIANT);
      writeText(value.getClass().getSimpleName());
      writeRecord(value, value.getClass(), depth);
    } else if (!boxed(type).isInstance(value)) {
      throw mismatch(type, value);
    } else if (type.isRecord()) {
      writeRecord(value, type, depth);
    } else if (value instanceof Enum<?> constant) {
      out.writeByte(Tag.ENUM);
      writeText(constant.name());
    } else if (value instanceof String text) {
      writeText(text);
    } else if (value instanceof byte[] array) {
      out.writeByte(Tag.BYTES);
      out.writeInt(array.length);
      out.write(array);
    } else {
      writePrimitive(value, type);
    }
  }

  private void writePrimitive(Object value, Class<?> type) throws IOException {
    if (value instanceof Integer number) {
      out.writeByte(Tag.INT);
      out.writeInt(number);
    } else if (value instanceof Boolean bool) {
      out.writeByte(bool ? Tag.TRUE : Tag.FALSE);
    } else if (value instanceof Long number) {
      out.writeByte(Tag.LONG);
      out.writeLong(number);
    } else if (value instanceof Byte number) {
      out.writeByte(Tag.BYTE);
      out.writeByte(number);
    } else if (value instanceof Short number) {
      out.writeByte(Tag.SHORT);
      out.writeShort(number);
    } else if (value instanceof Character unit) {
      out.writeByte(Tag.CHAR);
      out.writeChar(unit);
    } else if (value instanceof Float number) {
      out.writeByte(Tag.FLOAT);
      out.writeInt(Float.floatToRawIntBits(number));
    } else if (value instanceof Double number) {
      out.writeByte(Tag.DOUBLE);
      out.writeLong(Double.doubleToRawLongBits(number));
    } else {
      throw new WireException("a contract cannot use the type " + type.getTypeName());
    }
  }

  private void writeRecord(Object value, Class<?> type, int depth) throws IOException {
    RecordComponent[] components = type.getRecordComponents();
    writeCount(Tag.RECORD, components.length);
    for (RecordComponent component : components) {
      write(Records.component(value, component), component.getGenericType(), depth + 1);
    }
  }

  private void writeText(String text) throws IOException {
    int length = text.length();
    if (length > bounds.textChars()) {
      throw new WireException("a text of " + length + " characters; at most " + bounds.textChars());
    }
    boolean wide = false;
    for (int i = 0; i < length && !wide; i++) {
      wide = text.charAt(i) > 0xFF;
    }
    out.writeByte(wide ? Tag.WIDE_TEXT : Tag.LATIN_TEXT);
    out.writeInt(length);
    if (wide) {
      out.writeChars(text);
    } else {
      out.writeBytes(text);
    }
  }

  private static Class<?> boxed(Class<?> type) {
    return type.isPrimitive() ? MethodType.methodType(type).wrap().returnType() : type;
  }

  private static WireException mismatch(Class<?> expected, Object value) {
    return new WireException(
        "expected " + expected.getSimpleName() + ", got " + value.getClass().getSimpleName());
  }
}
