package firsthop.grader.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * The components of a record class, to read them and to create a record from them. The JVM finds
 * them slowly and does not remember them, so they are kept for as long as the class is loaded.
 */
final class RecordShape {
  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return new RecordShape(type);
        }
      };

  private final Class<?> type;
  private final Method[] accessors;
  private final Type[] declared;
  private final @Nullable Constructor<?> constructor;

  private RecordShape(Class<?> type) {
    this.type = type;
    RecordComponent[] components = type.getRecordComponents();
    this.accessors = new Method[components.length];
    this.declared = new Type[components.length];
    Class<?>[] parameters = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      accessors[i] = components[i].getAccessor();
      accessors[i].setAccessible(true);
      declared[i] = components[i].getGenericType();
      parameters[i] = components[i].getType();
    }
    this.constructor = constructor(type, parameters);
  }

  /** Returns the shape of a class that is a record. */
  static RecordShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  int size() {
    return declared.length;
  }

  /** Returns the declared type of a component. */
  Type declared(int place) {
    return declared[place];
  }

  /** Returns the value of a component of a record. */
  @Nullable Object component(Object value, int place) throws WireException {
    try {
      return accessors[place].invoke(value);
    } catch (ReflectiveOperationException failed) {
      throw new WireException(
          "cannot read " + accessors[place].getName() + " of " + type.getSimpleName());
    }
  }

  /** Creates a record from one value for each component. */
  Object create(@Nullable Object[] values) throws WireException {
    if (constructor == null) {
      throw new WireException(
          "cannot create a " + type.getSimpleName() + ": it has no canonical constructor");
    }
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      throw new WireException(
          type.getSimpleName() + " rejects its components: " + refused.getCause());
    } catch (ReflectiveOperationException | IllegalArgumentException failed) {
      throw new WireException("cannot create a " + type.getSimpleName() + ": " + failed);
    }
  }

  private static @Nullable Constructor<?> constructor(Class<?> type, Class<?>[] parameters) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(parameters);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException missing) {
      return null;
    }
  }
}
