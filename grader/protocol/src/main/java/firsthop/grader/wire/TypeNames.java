package firsthop.grader.wire;

/** Finds what a name on the wire means, among what the declared type allows and nowhere else. */
final class TypeNames {
  private TypeNames() {}

  /** Returns the enum's constant of that name. */
  static Object constant(Class<?> type, String name) throws WireException {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new WireException("no constant of " + type.getSimpleName() + " has that name");
  }

  /** Returns the sealed interface's record of that name. */
  static Class<?> variant(Class<?> type, String name) throws WireException {
    for (Class<?> variant : type.getPermittedSubclasses()) {
      if (variant.isRecord() && variant.getSimpleName().equals(name)) {
        return variant;
      }
    }
    throw new WireException("no variant of " + type.getSimpleName() + " has that name");
  }
}
