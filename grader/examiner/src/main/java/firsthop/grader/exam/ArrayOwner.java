package firsthop.grader.exam;

import firsthop.grader.wire.Bounds;
import firsthop.grader.wire.Buffers;
import firsthop.grader.wire.CallArguments;
import firsthop.grader.wire.ValueReader;
import firsthop.grader.wire.ValueWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Calls a subject of this JVM as {@link CallerOwnsArrays} says. */
public record ArrayOwner(Object subject) implements InvocationHandler {

  /** Returns an object that passes the calls of a contract on to a subject. */
  public static Object of(Class<?> contract, Object subject) {
    return Proxy.newProxyInstance(
        contract.getClassLoader(), new Class<?>[] {contract}, new ArrayOwner(subject));
  }

  /**
   * Returns what an array of a caller holds after a call. A test calls with these bytes, too: they
   * are new to a subject that compares them with what it has got before, unless it keeps the array.
   */
  public static byte[] overwritten(byte[] array) {
    return Buffers.overwritten(array);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return method.invoke(subject, arguments);
    }
    Object[] values = arguments == null ? new Object[0] : arguments;
    CallArguments copies = CallArguments.decode(CallArguments.encode(method, values), method);
    try {
      Object result = method.invoke(subject, copies.values());
      takeBack(copies, method);
      if (method.getReturnType() == void.class) {
        return null;
      }
      byte[] encoded = ValueWriter.encode(result, method.getGenericReturnType(), Bounds.INNER);
      Buffers.overwrite(result);
      return ValueReader.decode(encoded, method.getGenericReturnType(), Bounds.INNER);
    } catch (InvocationTargetException threw) {
      takeBack(copies, method);
      throw threw.getCause();
    }
  }

  private static void takeBack(CallArguments arguments, Method method) throws Exception {
    if (arguments.changed() != null) {
      throw new AssertionError(
          method.getName() + " changed its arguments: " + Arrays.deepToString(arguments.values()));
    }
    for (Object each : arguments.values()) {
      Buffers.overwrite(each);
    }
  }
}
