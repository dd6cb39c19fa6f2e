package firsthop.grader.exams.tcp;

import java.util.ArrayList;
import java.util.List;

/** What a test has done so far, numbered: the beginning of what a failure has to say. */
final class Steps {
  private final List<String> steps = new ArrayList<>();

  void add(String step) {
    steps.add(step);
  }

  /** Add what came of the last step. */
  void answer(String answer) {
    steps.set(steps.size() - 1, steps.get(steps.size() - 1) + " -> " + answer);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      text.append(String.format("%n  %d. %s", i + 1, steps.get(i)));
    }
    return text.toString();
  }
}
