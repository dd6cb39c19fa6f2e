package firsthop.grader.wire;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads values that a {@link ValueWriter} wrote, guided by the type that the reader's own contract
 * declares. The bytes are not trusted: only the declared types are ever made, sizes are checked
 * against what is there before anything is allocated, and what does not fit is a {@link
 * WireException}.
 */
public final class ValueReader {
  private final DataInputStream in;
  private final ByteArrayInputStream bytes;
  private final Bounds bounds;
  private int values;

  public ValueReader(byte[] encoded, Bounds bounds) {
    this.bytes = new ByteArrayInputStream(encoded);
    this.in = new DataInputStream(bytes);
    this.bounds = bounds;
  }

  /** Decode one value that stands alone in {@code encoded}. */
  public static @Nullable Object decode(byte[] encoded, Type type, Bounds bounds)
      throws IOException {
    ValueReader reader = new ValueReader(encoded, bounds);
    Object value = reader.read(type);
    reader.end();
    return value;
  }

  /** Read the next value, which the contract declares as {@code type}. */
  public @Nullable Object read(Type type) throws IOException {
    try {
      return read(type, 1);
    } catch (EOFException cut) {
      throw new WireException("cut short inside a value");
    }
  }

  /** Refuse bytes after the last value. */
  public void end() throws WireException {
    if (bytes.available() > 0) {
      throw new WireException(bytes.available() + " bytes after the last value");
    }
  }

  private @Nullable Object read(Type type, int depth) throws IOException {
    if (++values > bounds.values()) {
      throw new WireException("more than " + bounds.values() + " values");
    }
    if (depth > bounds.depth()) {
      throw new WireException("nested deeper than " + bounds.depth());
    }
    int tag = in.readUnsignedByte();
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
      return readElements(new ArrayList<>(), of[0], depth);
    }
    if (raw == Set.class && tag == Tag.SET) {
      return readElements(new LinkedHashSet<>(), of[0], depth);
    }
    if (raw == Map.class && tag == Tag.MAP) {
      Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
      for (int left = readCount(); left > 0; left--) {
        map.put(read(of[0], depth + 1), read(of[1], depth + 1));
      }
      return map;
    }
    if (raw == Optional.class && tag == Tag.EMPTY) {
      return Optional.empty();
    }
    if (raw == Optional.class && tag == Tag.PRESENT) {
      return Optional.ofNullable(read(of[0], depth + 1));
    }
    throw mismatch(raw, tag);
  }

  private Object readElements(Collection<@Nullable Object> elements, Type of, int depth)
      throws IOException {
    for (int left = readCount(); left > 0; left--) {
      elements.add(read(of, depth + 1));
    }
    return elements;
  }

  private Object readPlain(int tag, Class<?> type, int depth) throws IOException {
    if (type == int.class || type == Integer.class) {
      return expect(Tag.INT, tag, type).readInt();
    }
    if (type == String.class) {
      return readText(tag);
    }
    if (type == byte[].class) {
      expect(Tag.BYTES, tag, type);
      return readBytes(in.readInt());
    }
    if (type == boolean.class || type == Boolean.class) {
      if (tag != Tag.TRUE && tag != Tag.FALSE) {
        throw mismatch(type, tag);
      }
      return tag == Tag.TRUE;
    }
    if (type == long.class || type == Long.class) {
      return expect(Tag.LONG, tag, type).readLong();
    }
    if (type == byte.class || type == Byte.class) {
      return expect(Tag.BYTE, tag, type).readByte();
    }
    if (type == short.class || type == Short.class) {
      return expect(Tag.SHORT, tag, type).readShort();
    }
    if (type == char.class || type == Character.class) {
      return expect(Tag.CHAR, tag, type).readChar();
    }
    if (type == float.class || type == Float.class) {
      return Float.intBitsToFloat(expect(Tag.FLOAT, tag, type).readInt());
    }
    if (type == double.class || type == Double.class) {
      return Double.longBitsToDouble(expect(Tag.DOUBLE, tag, type).readLong());
    }
    return readNamed(tag, type, depth);
  }

  private Object readNamed(int tag, Class<?> type, int depth) throws IOException {
    if (type.isEnum()) {
      expect(Tag.ENUM, tag, type);
      String name = readText(in.readUnsignedByte());
      for (Object constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(name)) {
          return constant;
        }
      }
      throw new WireException("no constant of " + type.getSimpleName() + " has that name");
    }
    if (type.isSealed()) {
      expect(Tag.VARIANT, tag, type);
      String name = readText(in.readUnsignedByte());
      for (Class<?> variant : type.getPermittedSubclasses()) {
        if (variant.getSimpleName().equals(name)) {
          return readRecord(in.readUnsignedByte(), variant, depth);
        }
      }
      throw new WireException("no variant of " + type.getSimpleName() + " has that name");
    }
    if (type.isRecord()) {
      return readRecord(tag, type, depth);
    }
    throw new WireException("a contract cannot use the type " + type.getTypeName());
  }

  private Object readRecord(int tag, Class<?> type, int depth) throws IOException {
    expect(Tag.RECORD, tag, type);
    RecordComponent[] components = type.getRecordComponents();
    int count = in.readInt();
    if (count != components.length) {
      throw new WireException(
          type.getSimpleName() + " has " + components.length + " components, got " + count);
    }
    @Nullable Object[] parts = new Object[count];
    for (int i = 0; i < count; i++) {
      parts[i] = read(components[i].getGenericType(), depth + 1);
    }
    return Records.create(type, components, parts);
  }

  private int readCount() throws IOException {
    int count = in.readInt();
    if (count < 0 || count > bytes.available()) {
      throw new WireException(count + " elements in " + bytes.available() + " bytes");
    }
    return count;
  }

  private String readText(int tag) throws IOException {
    if (tag != Tag.LATIN_TEXT && tag != Tag.WIDE_TEXT) {
      throw mismatch(String.class, tag);
    }
    int length = in.readInt();
    if (length < 0 || length > bounds.textChars()) {
      throw new WireException("a text of " + length + " characters; at most " + bounds.textChars());
    }
    if (tag == Tag.LATIN_TEXT) {
      return new String(readBytes(length), StandardCharsets.ISO_8859_1);
    }
    byte[] units = readBytes(2 * length);
    char[] text = new char[length];
    for (int i = 0; i < length; i++) {
      text[i] = (char) (units[2 * i] << 8 | units[2 * i + 1] & 0xFF);
    }
    return new String(text);
  }

  private byte[] readBytes(int length) throws IOException {
    if (length < 0 || length > bytes.available()) {
      throw new WireException(length + " bytes announced, " + bytes.available() + " there");
    }
    return in.readNBytes(length);
  }

  private DataInputStream expect(byte expected, int tag, Class<?> type) throws WireException {
    if (tag != expected) {
      throw mismatch(type, tag);
    }
    return in;
  }

  private static WireException mismatch(Class<?> expected, int tag) {
    return new WireException("expected " + expected.getSimpleName() + ", got " + Tag.name(tag));
  }
}
