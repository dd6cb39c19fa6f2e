package firsthop.grader.exams.tcp;

import java.util.ArrayList;
import java.util.List;

/**
 * The calls that a test has made so far, with numbers and results, for the message of a failure.
 */
final class NumberedCalls {
  private final List<String> calls = new ArrayList<>();

  void add(String call) {
    calls.add(call);
  }

  /** Adds the result of the last call. */
  void addResult(String result) {
    calls.set(calls.size() - 1, calls.get(calls.size() - 1) + " -> " + result);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < calls.size(); i++) {
      text.append(String.format("%n  %d. %s", i + 1, calls.get(i)));
    }
    return text.toString();
  }
}
