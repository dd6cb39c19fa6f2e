package firsthop.grader.wire;

import java.util.HashMap;
import java.util.Map;

/** Finds the constant or class of a name on the wire. Only the declared type is searched. */
final class TypeNames {
  /** The records of a sealed interface, by their simple names; the JVM finds them slowly. */
  private static final ClassValue<Map<String, Class<?>>> VARIANTS =
      new ClassValue<>() {
        @Override
        protected Map<String, Class<?>> computeValue(Class<?> type) {
          Map<String, Class<?>> variants = new HashMap<>();
          for (Class<?> variant : type.getPermittedSubclasses()) {
            if (variant.isRecord()) {
              variants.put(variant.getSimpleName(), variant);
            }
          }
          return variants;
        }
      };

  private TypeNames() {}

  /** Returns the constant with this name of an enum. */
  static Object constant(Class<?> type, String name) throws WireException {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new WireException("no constant of " + type.getSimpleName() + " has that name");
  }

  /** Returns the record with this simple name of a sealed interface. */
  static Class<?> variant(Class<?> type, String name) throws WireException {
    Class<?> variant = VARIANTS.get(type).get(name);
    if (variant != null) {
      return variant;
    }
    throw new WireException("no variant of " + type.getSimpleName() + " has that name");
  }
}
