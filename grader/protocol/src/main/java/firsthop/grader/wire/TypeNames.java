package firsthop.grader.wire;

/** Finds the constant or class of a name on the wire. Only the declared type is searched. */
final class TypeNames {
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
    for (Class<?> variant : type.getPermittedSubclasses()) {
      if (variant.isRecord() && variant.getSimpleName().equals(name)) {
        return variant;
      }
    }
    throw new WireException("no variant of " + type.getSimpleName() + " has that name");
  }
}
