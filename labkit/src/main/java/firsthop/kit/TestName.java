package firsthop.kit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a test is called, in words, and the input that it was run with, if it is run with several.
 *
 * @param words the sentence
 * @param input such as {@code text = "127.1"}
 */
record TestName(String words, Optional<String> input) {

  /** A display name on the way from the test class down to the test. */
  record Step(String displayName, boolean method) {}

  /** Puts a name together: nested classes and the method are words, what is below is input. */
  static TestName of(List<Step> steps) {
    int methods = 0;
    while (methods < steps.size() && !steps.get(methods).method()) {
      methods++;
    }
    int words = Math.min(methods + 1, steps.size());
    return new TestName(
        steps.isEmpty() ? "what is done around the tests" : join(steps.subList(0, words), ": "),
        Optional.of(join(steps.subList(words, steps.size()), ", ")).filter(s -> !s.isEmpty()));
  }

  @Override
  public String toString() {
    return '"' + words + '"' + input.map(text -> " with " + text).orElse("");
  }

  private static String join(List<Step> steps, String separator) {
    return steps.stream()
        .map(step -> step.displayName().replaceFirst("^\\[\\d+] ", "")) // JUnit's invocation index
        .collect(Collectors.joining(separator));
  }
}
