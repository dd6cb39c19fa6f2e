package firsthop.grader.proof;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.proof.Trial.Kind;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that was graded to prove one exercise.
 *
 * @param results one for each trial
 */
public record ExerciseProof(ExamPlan.Exercise exercise, List<TrialResult> results) {

  /** Returns the results of one kind. */
  List<TrialResult> of(Kind kind) {
    return results.stream().filter(result -> result.trial().kind() == kind).toList();
  }

  /** Returns which hidden test catches which wrong submission. */
  public KillMatrix killMatrix() {
    return new KillMatrix(exercise, of(Kind.WRONG));
  }

  /** Returns what keeps the exercise from being proven; empty when it is. */
  public List<Defect> defects() {
    return Stream.of(ProofLine.values()).flatMap(line -> line.defects(this).stream()).toList();
  }
}
