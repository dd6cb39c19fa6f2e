package firsthop.grader.wire;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The arguments of one call, as the called object gets them: copies of what the caller has. */
public final class CallArguments {
  private final byte[] encoded;
  private final Type[] types;
  private final @Nullable Object[] values;

  private CallArguments(byte[] encoded, Type[] types, @Nullable Object[] values) {
    this.encoded = encoded;
    this.types = types;
    this.values = values;
  }

  /**
   * Encodes the arguments of a call.
   *
   * @throws WireException if a value does not have the type of its parameter
   */
  public static byte[] encode(Method method, @Nullable Object[] values) throws IOException {
    return encode(method.getGenericParameterTypes(), values);
  }

  /**
   * Decodes the arguments of a call.
   *
   * @throws WireException if the bytes are not the arguments of this method
   */
  public static CallArguments decode(byte[] encoded, Method method) throws IOException {
    Type[] types = method.getGenericParameterTypes();
    @Nullable Object[] values = new Object[types.length];
    ValueReader reader = new ValueReader(encoded, Bounds.INNER);
    for (int i = 0; i < types.length; i++) {
      values[i] = reader.read(types[i]);
    }
    reader.end();
    return new CallArguments(encoded, types, values);
  }

  /** Returns the values, to call the method with. */
  public @Nullable Object[] values() {
    return values;
  }

  /**
   * Returns the arguments as they are now, encoded, if the call has changed them; else null.
   *
   * @throws WireException if they have become something that a contract does not allow
   */
  public byte @Nullable [] changed() throws IOException {
    byte[] now = encode(types, values);
    return Arrays.equals(now, encoded) ? null : now;
  }

  private static byte[] encode(Type[] types, @Nullable Object[] values) throws IOException {
    ValueWriter writer = new ValueWriter(Bounds.INNER);
    for (int i = 0; i < types.length; i++) {
      writer.write(values[i], types[i]);
    }
    return writer.toBytes();
  }
}
