package firsthop.grader.proof;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Answers that take no work: what a class does that implements a contract without reading it. */
enum Stub {
  THROWS_ILLEGAL_ARGUMENT(method -> throwing("IllegalArgumentException")),
  THROWS_ITS_ARGUMENTS(
      method ->
          "throw new IllegalStateException(java.util.Arrays.deepToString(new Object[] {"
              + GeneratedClass.arguments(method)
              + "}));"),
  THROWS_UNSUPPORTED(method -> throwing("UnsupportedOperationException")),
  THROWS_IO_WHERE_IT_MAY(
      method ->
          throwing(
              mayThrow(method, IOException.class) ? "java.io.IOException" : "RuntimeException")),
  RETURNS_NULL_OR_0(method -> returning(method, Stub::nothing)),
  RETURNS_WHAT_IS_EMPTY(method -> returning(method, Stub::empty)),
  RETURNS_WHAT_IS_1(method -> returning(method, Stub::one)),
  RETURNS_ITS_ARGUMENT(method -> returning(method, type -> argument(method, type)));

  private final Function<Method, String> body;

  Stub(Function<Method, String> body) {
    this.body = body;
  }

  /** Writes the class {@code MyX} for a contract {@code X}. */
  String source(Class<?> contract) {
    return new GeneratedClass(contract).source("", body);
  }

  private static boolean mayThrow(Method method, Class<?> exception) {
    return Stream.of(method.getExceptionTypes())
        .anyMatch(named -> named.isAssignableFrom(exception));
  }

  private static String throwing(String exception) {
    return "throw new " + exception + "(\"no\");";
  }

  private static String returning(Method method, Function<Type, String> value) {
    Type type = method.getGenericReturnType();
    return type == void.class ? "" : "return " + value.apply(type) + ";";
  }

  private static String nothing(Type type) {
    return type instanceof Class<?> plain && plain.isPrimitive() ? empty(type) : "null";
  }

  private static String empty(Type type) {
    return value(type, "0", "false", "\"\"", "", false);
  }

  private static String one(Type type) {
    return value(type, "1", "true", "\"1\"", "1", true);
  }

  /** Returns what comes nearest to an echo: an argument of the type, or made into it. */
  private static String argument(Method method, Type type) {
    Type[] types = method.getGenericParameterTypes();
    Optional<String> same = first(types, type);
    if (same.isPresent() || types.length == 0) {
      return same.orElseGet(() -> empty(type));
    }
    if (type == String.class) {
      return "String.valueOf(" + GeneratedClass.parameter(0) + ")";
    }
    if (type == byte[].class) {
      return "String.valueOf(" + GeneratedClass.parameter(0) + ").getBytes()";
    }
    if (type instanceof ParameterizedType container
        && (container.getRawType() == List.class || container.getRawType() == Optional.class)) {
      Optional<String> inside = first(types, container.getActualTypeArguments()[0]);
      if (inside.isPresent()) {
        return ((Class<?>) container.getRawType()).getName() + ".of(" + inside.get() + ")";
      }
    }
    return empty(type);
  }

  private static Optional<String> first(Type[] types, Type wanted) {
    return IntStream.range(0, types.length)
        .filter(i -> types[i].equals(wanted))
        .mapToObj(GeneratedClass::parameter)
        .findFirst();
  }

  private static String value(
      Type type, String number, String truth, String text, String inArray, boolean filled) {
    Function<Type, String> again = part -> value(part, number, truth, text, inArray, filled);
    if (type instanceof ParameterizedType container) {
      String raw = ((Class<?>) container.getRawType()).getName();
      String parts =
          Arrays.stream(container.getActualTypeArguments())
              .map(again)
              .collect(Collectors.joining(", "));
      if (container.getRawType() == Optional.class && !filled) {
        return raw + ".empty()";
      }
      return raw + ".of(" + (filled ? parts : "") + ")";
    }
    Class<?> plain = (Class<?>) type;
    if (plain == boolean.class || plain == Boolean.class) {
      return truth;
    }
    if (plain.isPrimitive() || Number.class.isAssignableFrom(plain)) {
      return Set.of(long.class, Long.class).contains(plain) ? number + "L" : number;
    }
    if (plain == String.class) {
      return text;
    }
    if (plain.isArray()) {
      return "new " + GeneratedClass.name(plain) + " {" + inArray + "}";
    }
    if (plain.isEnum()) {
      Object[] constants = plain.getEnumConstants();
      Object chosen = constants[filled ? constants.length - 1 : 0];
      return GeneratedClass.name(plain) + "." + ((Enum<?>) chosen).name();
    }
    if (plain.isRecord()) {
      List<String> components = new ArrayList<>();
      for (RecordComponent component : plain.getRecordComponents()) {
        components.add(again.apply(component.getGenericType()));
      }
      return "new " + GeneratedClass.name(plain) + "(" + String.join(", ", components) + ")";
    }
    throw new IllegalArgumentException("a stub cannot make a " + type);
  }
}
