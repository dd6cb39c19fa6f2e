package firsthop.grader.proof.author;

import firsthop.grader.proof.Defect;
import firsthop.grader.proof.rules.Count;
import firsthop.grader.proof.rules.ExerciseFiles;
import firsthop.grader.sandbox.Installation;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds methods of contracts with values that cannot travel between the examiner and the student's
 * process: those that {@link firsthop.grader.wire.ValueWriter} does not write.
 *
 * @param compiled holds the contracts
 */
record TypeCheck(Installation compiled, CheckReport report) {
  static final String LABEL = "types";

  private static final Set<Class<?>> CONTAINERS =
      Set.of(List.class, Set.class, Map.class, Optional.class);

  private static final String ALLOWED =
      "primitives, String, byte[], enums, records, sealed interfaces of records, and List, Set, Map"
          + " and Optional of these";

  /**
   * Checks one exercise.
   *
   * @return whether its hidden tests can call a student's class
   */
  boolean run(ExerciseFiles exercise) throws IOException {
    List<URL> jars = new ArrayList<>();
    for (Path jar : compiled.workerJars()) {
      jars.add(jar.toUri().toURL());
    }
    try (URLClassLoader classes =
        new URLClassLoader(jars.toArray(URL[]::new), TypeCheck.class.getClassLoader())) {
      Class<?> contract =
          Class.forName(exercise.packageName() + "." + exercise.contract(), false, classes);
      List<Defect> defects = defects(exercise.id(), contract);
      report.decided(
          exercise.id(),
          LABEL,
          Count.of(methods(contract).size(), "method") + " of the contract can be called",
          defects);
      return defects.isEmpty();
    } catch (ClassNotFoundException absent) {
      report.undecided(exercise.id(), LABEL);
      return false;
    }
  }

  /** Returns one defect for each type of a method that cannot travel. */
  static List<Defect> defects(String id, Class<?> contract) {
    List<Defect> defects = new ArrayList<>();
    for (Method method : methods(contract)) {
      Stream.concat(
              Stream.of(method.getGenericReturnType()),
              Stream.of(method.getGenericParameterTypes()))
          .map(type -> stuck(type, new HashSet<>()))
          .filter(Objects::nonNull)
          .distinct()
          .map(
              type ->
                  new Defect(
                      id,
                      contract.getSimpleName() + "." + method.getName(),
                      ALLOWED,
                      type.getTypeName(),
                      "change the type in the contract"))
          .forEach(defects::add);
    }
    return defects;
  }

  private static List<Method> methods(Class<?> contract) {
    return Stream.of(contract.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .sorted(Comparator.comparing(Method::toGenericString))
        .toList();
  }

  /**
   * Returns the first type that cannot travel, among a type and those of its parts; null for none.
   *
   * @param seen the records that are being looked at, which may hold themselves
   */
  private static @Nullable Type stuck(Type type, Set<Type> seen) {
    if (type instanceof ParameterizedType container) {
      return CONTAINERS.contains(container.getRawType())
          ? first(Stream.of(container.getActualTypeArguments()), seen)
          : type;
    }
    if (!(type instanceof Class<?> plain)) {
      return type;
    }
    boolean simple =
        plain.isEnum()
            || plain == String.class
            || plain == byte[].class
            || plain == void.class
            || plain.isPrimitive()
            || MethodType.methodType(plain).unwrap().returnType().isPrimitive();
    if (simple || !seen.add(plain)) {
      return null;
    }
    if (plain.isRecord()) {
      return first(
          Stream.of(plain.getRecordComponents()).map(RecordComponent::getGenericType), seen);
    }
    if (plain.isSealed() && Stream.of(plain.getPermittedSubclasses()).allMatch(Class::isRecord)) {
      return first(Stream.of(plain.getPermittedSubclasses()), seen);
    }
    return type;
  }

  private static @Nullable Type first(Stream<? extends Type> types, Set<Type> seen) {
    return types.map(part -> stuck(part, seen)).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
