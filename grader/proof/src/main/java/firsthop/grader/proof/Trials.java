package firsthop.grader.proof;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.course.Lab;
import firsthop.grader.proof.Trial.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects what has to be graded to prove an exercise.
 *
 * @param exams the folder that holds {@code right} and {@code wrong}
 */
record Trials(ExamPlan plan, Lab lab, Path exams) {

  /** Returns all trials of one exercise of this lab. */
  List<Trial> of(ExamPlan.Exercise exercise) throws IOException {
    String path = Lab.studentPath(exercise.contract());
    Class<?> contract = Contracts.of(exercise);
    List<Trial> trials = new ArrayList<>();
    trials.add(new Trial(Kind.SKELETON, exercise, "", Map.of(path, lab.skeletons().get(path))));
    trials.add(
        new Trial(
            Kind.REFERENCE,
            exercise,
            "",
            new Uses(lab.solutions()).withNeeds(Set.of(Uses.simpleName(path)))));
    for (Stub stub : Stub.values()) {
      trials.add(new Trial(Kind.STUB, exercise, stub.name(), Map.of(path, stub.source(contract))));
    }
    for (HalfDone half : HalfDone.of(exercise, contract)) {
      trials.add(
          new Trial(
              Kind.HALF_DONE, exercise, "without " + half.open().getName(), half.sources(lab)));
    }
    for (KnownSubmission known : KnownSubmission.right(exams.resolve("right"), exercise)) {
      trials.add(new Trial(Kind.RIGHT, exercise, known.name(), known.sources(lab)));
    }
    KnownSubmission base = KnownSubmission.base(exams.resolve("wrong"), exercise);
    trials.add(new Trial(Kind.RIGHT, exercise, "base of the wrong ones", base.sources(lab)));
    Set<Set<String>> replaced = new HashSet<>();
    for (KnownSubmission known : KnownSubmission.wrong(exams.resolve("wrong"), exercise)) {
      trials.add(new Trial(Kind.WRONG, exercise, known.name(), known.sources(lab)));
      if (replaced.add(known.changed())) {
        neighbours(known).ifPresent(trials::add);
      }
    }
    return trials;
  }

  /**
   * Returns the exercises that stand beside a wrong submission and do not use it: those which its
   * dependents need. The same classes of another wrong submission could do no more to them.
   */
  private Optional<Trial> neighbours(KnownSubmission wrong) {
    Set<String> affected = new Uses(lab.solutions()).dependents(wrong.changed());
    Map<String, String> sources = new Uses(wrong.over(lab)).withNeeds(affected);
    List<ExamPlan.Exercise> untouched =
        plan.exercises().stream()
            .filter(exercise -> exercise.lab() == lab.number())
            .filter(exercise -> sources.containsKey(Lab.studentPath(exercise.contract())))
            .filter(
                exercise ->
                    !affected.contains(Uses.simpleName(Lab.studentPath(exercise.contract()))))
            .toList();
    return untouched.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Trial(Kind.NEIGHBOURS, wrong.exercise(), wrong.name(), sources, untouched));
  }
}
