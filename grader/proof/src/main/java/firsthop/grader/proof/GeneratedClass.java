package firsthop.grader.proof;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a class {@code MyX} for a contract {@code X}, method by method. */
record GeneratedClass(Class<?> contract) {

  /**
   * Returns its source.
   *
   * @param fields what stands before the methods
   * @param body what stands inside each; its parameters are p0, p1 and so on
   */
  String source(String fields, Function<Method, String> body) {
    String methods =
        methods().stream()
            .map(method -> source(method, body.apply(method)))
            .collect(Collectors.joining("\n"));
    return """
    package %s;

    public class My%s implements %s {
    %s
    %s}
    """
        .formatted(
            contract.getPackageName(),
            contract.getSimpleName(),
            contract.getSimpleName(),
            fields,
            methods);
  }

  /** Returns the methods that a class must have, in a fixed order. */
  List<Method> methods() {
    Map<String, Method> bySignature = new TreeMap<>();
    for (Method method : contract.getMethods()) {
      if (Modifier.isAbstract(method.getModifiers())) {
        String signature = method.getName() + Arrays.toString(method.getParameterTypes());
        // A contract that is AutoCloseable names fewer exceptions than that does.
        bySignature.merge(
            signature, method, (one, other) -> one.getDeclaringClass() == contract ? one : other);
      }
    }
    return List.copyOf(bySignature.values());
  }

  static String name(Type type) {
    return type.getTypeName().replace('$', '.');
  }

  static String parameter(int index) {
    return "p" + index;
  }

  /** Returns a method's parameters, as a call passes them on. */
  static String arguments(Method method) {
    return IntStream.range(0, method.getParameterCount())
        .mapToObj(GeneratedClass::parameter)
        .collect(Collectors.joining(", "));
  }

  private static String source(Method method, String body) {
    Type[] types = method.getGenericParameterTypes();
    String parameters =
        IntStream.range(0, types.length)
            .mapToObj(i -> name(types[i]) + " " + parameter(i))
            .collect(Collectors.joining(", "));
    String exceptions =
        Arrays.stream(method.getExceptionTypes())
            .map(GeneratedClass::name)
            .collect(Collectors.joining(", "));
    return """
      public %s %s(%s)%s {
        %s
      }
    """
        .formatted(
            name(method.getGenericReturnType()),
            method.getName(),
            parameters,
            exceptions.isEmpty() ? "" : " throws " + exceptions,
            body);
  }
}
