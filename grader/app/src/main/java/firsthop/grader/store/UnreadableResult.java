package firsthop.grader.store;

import firsthop.grader.control.Verdict;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.TestResult;
import firsthop.grader.submission.SubmissionOrigin;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Replaces a result that is missing or damaged: nothing in it is graded. */
public final class UnreadableResult {
  private static final String WHY = "its result is missing or damaged; run grade again";

  private UnreadableResult() {}

  /**
   * Creates a result without any grading.
   *
   * @param id the submission's id
   * @param labs the ids of the labs that were graded
   * @param others the results that could be read, which name the tests; at least one
   */
  public static StoredResult of(String id, List<String> labs, Collection<StoredResult> others) {
    Map<String, LabResult> known = new TreeMap<>();
    Map<String, LabKey> keys = new TreeMap<>();
    for (StoredResult other : others) {
      for (LabResult lab : other.result().in(labs).labs()) {
        known.computeIfAbsent(lab.id(), first -> lost(lab));
        keys.put(lab.id(), new LabKey(""));
      }
    }
    SubmissionResult result =
        new SubmissionResult(
            id,
            "",
            List.copyOf(known.values()),
            List.of(WHY),
            Instant.EPOCH,
            0,
            SubmissionOrigin.UNKNOWN);
    RunEnvironment run = others.iterator().next().run();
    return new StoredResult(result, keys, run, Map.of(), Map.of(), List.of());
  }

  private static LabResult lost(LabResult lab) {
    return new LabResult(
        lab.id(),
        lab.exercises().stream().map(UnreadableResult::lost).toList(),
        Map.of(),
        false,
        List.of("not graded: " + WHY));
  }

  private static ExerciseResult lost(ExerciseResult exercise) {
    return new ExerciseResult(
        exercise.exercise(),
        exercise.tests().stream()
            .map(each -> TestResult.without(each.test(), Verdict.NOT_GRADED, WHY))
            .toList());
  }
}
