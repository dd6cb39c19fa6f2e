package firsthop.grader.proof;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.course.Lab;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An exercise with one method still open and the others right: they are handed on to the reference
 * under another name.
 */
record HalfDone(ExamPlan.Exercise exercise, Class<?> contract, Method open) {

  /**
   * Returns one for each method of a contract of several; close alone is no part of an exercise.
   */
  static List<HalfDone> of(ExamPlan.Exercise exercise, Class<?> contract) {
    List<Method> methods = new ArrayList<>(new GeneratedClass(contract).methods());
    methods.removeIf(method -> method.getName().equals("close"));
    return methods.size() < 2
        ? List.of()
        : methods.stream().map(method -> new HalfDone(exercise, contract, method)).toList();
  }

  /** Returns what is handed in: the class itself, and the reference that it hands calls on to. */
  Map<String, String> sources(Lab lab) {
    String path = Lab.studentPath(exercise.contract());
    String honest = "Honest" + contract.getSimpleName();
    Map<String, String> sources = new TreeMap<>(lab.solutions());
    sources.put(
        path.replace("/My", "/Honest"),
        sources.get(path).replaceAll("\\bMy" + contract.getSimpleName() + "\\b", honest));
    String field =
        "  private final %s honest = new %s();\n".formatted(contract.getSimpleName(), honest);
    sources.put(path, new GeneratedClass(contract).source(field, this::body));
    return new Uses(sources).withNeeds(Set.of(Uses.simpleName(path)));
  }

  private String body(Method method) {
    if (method.equals(open)) {
      return "throw firsthop.kit.Todo.exercise(\"" + exercise.id() + "\");";
    }
    String call = "honest." + method.getName() + "(" + GeneratedClass.arguments(method) + ");";
    return method.getReturnType() == void.class ? call : "return " + call;
  }
}
