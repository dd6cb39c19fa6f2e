package firsthop.grader.wire;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads values that a {@link ValueWriter} wrote, by the types that the reader's own contract
 * declares. The bytes are not trusted: only the declared types are created, every size is checked
 * before anything is allocated, and any mismatch is a {@link WireException}.
 */
public final class ValueReader {
  private final ByteReader in;
  private final Bounds bounds;
  private final @Nullable BooleanSupplier cancelled;
  private int values;

  public ValueReader(byte[] encoded, Bounds bounds) {
    this(encoded, bounds, null);
  }

  /**
   * Creates a reader that can be cancelled: hostile keys with equal hash codes can make sets and
   * maps extremely slow.
   *
   * @param cancelled returns whether to stop
   */
  public ValueReader(byte[] encoded, Bounds bounds, @Nullable BooleanSupplier cancelled) {
    this.in = new ByteReader(encoded);
    this.bounds = bounds;
    this.cancelled = cancelled;
  }

  /** Decodes bytes that hold exactly one value. */
  public static @Nullable Object decode(byte[] encoded, Type type, Bounds bounds)
      throws IOException {
    ValueReader reader = new ValueReader(encoded, bounds);
    Object value = reader.read(type);
    reader.end();
    return value;
  }

  /** Reads the next value, which the contract declares as {@code type}. */
  public @Nullable Object read(Type type) throws IOException {
    return read(type, 1);
  }

  /** Throws an exception if there are bytes after the last value. */
  public void end() throws WireException {
    if (in.left() > 0) {
      throw new WireException(in.left() + " bytes after the last value");
    }
  }

  private @Nullable Object read(Type type, int depth) throws IOException {
    if (++values > bounds.values()) {
      throw new WireException("more than " + bounds.values() + " values");
    }
    if (depth > bounds.depth()) {
      throw new WireException("nested deeper than " + bounds.depth());
    }
    int tag = in.read8();
    if (type instanceof ParameterizedType container) {
      return tag == Tag.NULL
          ? null
          : readContainer(
              tag, (Class<?>) container.getRawType(), container.getActualTypeArguments(), depth);
    }
    if (!(type instanceof Class<?> plain)) {
      throw new WireException("a contract cannot use the type " + type.getTypeName());
    }
    if (tag == Tag.NULL && !plain.isPrimitive()) {
      return null;
    }
    return readPlain(tag, plain, depth);
  }

  private Object readContainer(int tag, Class<?> raw, Type[] of, int depth) throws IOException {
    if (raw == List.class && tag == Tag.LIST) {
      return readList(of[0], depth);
    }
    if (raw == Set.class && tag == Tag.SET) {
      return readSet(of[0], depth);
    }
    if (raw == Map.class && tag == Tag.MAP) {
      return readMap(of[0], of[1], depth);
    }
    if (raw == Optional.class && tag == Tag.EMPTY) {
      return Optional.empty();
    }
    if (raw == Optional.class && tag == Tag.PRESENT) {
      Object present = read(of[0], depth + 1);
      if (present == null) {
        throw new WireException("an optional that contains null");
      }
      return Optional.of(present);
    }
    throw Tag.mismatch(raw, tag);
  }

  private Object readList(Type of, int depth) throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    for (int left = in.readCount(); left > 0; left--) {
      list.add(read(of, depth + 1));
    }
    return list;
  }

  private Object readSet(Type of, int depth) throws IOException {
    Set<@Nullable Object> set = new LinkedHashSet<>();
    for (int left = in.readCount(); left > 0; left--) {
      checkNotCancelled();
      if (!set.add(read(of, depth + 1))) {
        throw new WireException("a set with a duplicate element");
      }
    }
    return set;
  }

  private Object readMap(Type keys, Type contents, int depth) throws IOException {
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    int count = in.readCount();
    for (int left = count; left > 0; left--) {
      checkNotCancelled();
      map.put(read(keys, depth + 1), read(contents, depth + 1));
    }
    if (map.size() < count) {
      throw new WireException("a map with a duplicate key");
    }
    return map;
  }

  private void checkNotCancelled() throws WireException {
    if (cancelled != null && cancelled.getAsBoolean()) {
      throw new WireException("the read was cancelled");
    }
  }

  private Object readPlain(int tag, Class<?> type, int depth) throws IOException {
    if (type == String.class) {
      return in.readText(tag, bounds.textChars());
    }
    if (type == byte[].class) {
      return expect(Tag.BYTES, tag, type).readBytes();
    }
    if (type.isEnum()) {
      expect(Tag.ENUM, tag, type);
      return TypeNames.constant(type, in.readText(in.read8(), bounds.textChars()));
    }
    if (type.isSealed()) {
      expect(Tag.VARIANT, tag, type);
      Class<?> variant = TypeNames.variant(type, in.readText(in.read8(), bounds.textChars()));
      return readRecord(in.read8(), variant, depth);
    }
    if (type.isRecord()) {
      return readRecord(tag, type, depth);
    }
    Object primitive = Primitives.read(tag, type, in);
    if (primitive == null) {
      throw Tag.mismatch(type, tag);
    }
    return primitive;
  }

  private Object readRecord(int tag, Class<?> type, int depth) throws IOException {
    expect(Tag.RECORD, tag, type);
    RecordShape shape = RecordShape.of(type);
    int count = in.read32();
    if (count != shape.size()) {
      throw new WireException(
          type.getSimpleName() + " has " + shape.size() + " components, got " + count);
    }
    @Nullable Object[] parts = new Object[count];
    for (int i = 0; i < count; i++) {
      parts[i] = read(shape.declared(i), depth + 1);
    }
    return shape.create(parts);
  }

  private ByteReader expect(byte expected, int tag, Class<?> type) throws WireException {
    if (tag != expected) {
      throw Tag.mismatch(type, tag);
    }
    return in;
  }
}
