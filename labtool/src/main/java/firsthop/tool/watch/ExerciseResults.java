package firsthop.tool.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The results of the last run of one exercise. */
final class ExerciseResults {
  private final List<CaseResult> cases = new ArrayList<>();

  void clear() {
    cases.clear();
  }

  void add(CaseResult result) {
    cases.add(result);
  }

  boolean isEmpty() {
    return cases.isEmpty();
  }

  int total() {
    return cases.size();
  }

  int passed() {
    return (int) count(CaseResult.State.PASSED);
  }

  List<CaseResult> failed() {
    return cases.stream().filter(result -> result.state() == CaseResult.State.FAILED).toList();
  }

  Optional<CaseResult> firstFailed() {
    return failed().stream().findFirst();
  }

  boolean isWrong() {
    return firstFailed().isPresent();
  }

  boolean isDone() {
    return !cases.isEmpty() && passed() == cases.size();
  }

  private long count(CaseResult.State state) {
    return cases.stream().filter(result -> result.state() == state).count();
  }
}
