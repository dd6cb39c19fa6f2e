package firsthop.grader.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Reads the components of records, and creates records from components. */
final class Records {
  private Records() {}

  static @Nullable Object component(Object value, RecordComponent component) throws WireException {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    try {
      return accessor.invoke(value);
    } catch (ReflectiveOperationException failed) {
      throw new WireException(
          "cannot read " + component.getName() + " of " + value.getClass().getSimpleName());
    }
  }

  static Object create(Class<?> type, RecordComponent[] components, @Nullable Object[] values)
      throws WireException {
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      throw new WireException(
          type.getSimpleName() + " rejects its components: " + refused.getCause());
    } catch (ReflectiveOperationException | IllegalArgumentException failed) {
      throw new WireException("cannot create a " + type.getSimpleName() + ": " + failed);
    }
  }
}
