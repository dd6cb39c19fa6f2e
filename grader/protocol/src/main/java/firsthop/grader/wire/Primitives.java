package firsthop.grader.wire;

import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Writes and reads primitive values, boxed or not: a tag, then the bits. */
final class Primitives {
  private Primitives() {}

  /** Returns the wrapper class of a primitive type; any other type itself. */
  static Class<?> boxed(Class<?> type) {
    return type.isPrimitive() ? MethodType.methodType(type).wrap().returnType() : type;
  }

  /** Writes a primitive value and returns true; returns false for any other value. */
  static boolean write(Object value, ByteWriter out) throws WireException {
    if (value instanceof Integer number) {
      out.put8(Tag.INT);
      out.put32(number);
    } else if (value instanceof Boolean bool) {
      out.put8(bool ? Tag.TRUE : Tag.FALSE);
    } else if (value instanceof Long number) {
      out.put8(Tag.LONG);
      out.put64(number);
    } else if (value instanceof Byte number) {
      out.put8(Tag.BYTE);
      out.put8(number);
    } else if (value instanceof Short number) {
      out.put8(Tag.SHORT);
      out.put16(number);
    } else if (value instanceof Character unit) {
      out.put8(Tag.CHAR);
      out.put16(unit);
    } else if (value instanceof Float number) {
      out.put8(Tag.FLOAT);
      out.put32(Float.floatToRawIntBits(number));
    } else if (value instanceof Double number) {
      out.put8(Tag.DOUBLE);
      out.put64(Double.doubleToRawLongBits(number));
    } else {
      return false;
    }
    return true;
  }

  /** Reads the value after the tag; returns null when it is not of this type. */
  static @Nullable Object read(int tag, Class<?> type, ByteReader in) throws WireException {
    Class<?> boxed = boxed(type);
    if (tag == Tag.INT && boxed == Integer.class) {
      return in.read32();
    }
    if ((tag == Tag.TRUE || tag == Tag.FALSE) && boxed == Boolean.class) {
      return tag == Tag.TRUE;
    }
    if (tag == Tag.LONG && boxed == Long.class) {
      return in.read64();
    }
    if (tag == Tag.BYTE && boxed == Byte.class) {
      return (byte) in.read8();
    }
    if (tag == Tag.SHORT && boxed == Short.class) {
      return (short) in.read16();
    }
    if (tag == Tag.CHAR && boxed == Character.class) {
      return (char) in.read16();
    }
    if (tag == Tag.FLOAT && boxed == Float.class) {
      return Float.intBitsToFloat(in.read32());
    }
    if (tag == Tag.DOUBLE && boxed == Double.class) {
      return Double.longBitsToDouble(in.read64());
    }
    return null;
  }
}
