package firsthop.grader.proof.author;

import firsthop.grader.proof.Defect;
import firsthop.grader.proof.build.CompileErrorsException;
import firsthop.grader.proof.build.PublicTests;
import firsthop.grader.proof.rules.Count;
import firsthop.grader.proof.rules.ExerciseFiles;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.MachineFaultException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the public tests of exercises on their reference.
 *
 * @param compiled holds the contracts
 */
record PublicCheck(Installation compiled, CheckReport report) {
  static final String LABEL = "public";

  /** Checks one exercise. */
  void run(ExerciseFiles exercise) throws IOException, InterruptedException, MachineFaultException {
    String id = exercise.id();
    try {
      List<PublicTests.Outcome> outcomes =
          new PublicTests(compiled, exercise.lab())
              .run(exercise.packageName() + "." + exercise.contract() + "Test");
      String summary = Count.of(outcomes.size(), "test") + " that the reference passes";
      report.decided(id, LABEL, summary, defects(exercise, outcomes));
    } catch (CompileErrorsException refused) {
      report.decided(id, LABEL, "", refused.defects(exercise));
    }
  }

  private static List<Defect> defects(ExerciseFiles exercise, List<PublicTests.Outcome> outcomes) {
    if (outcomes.isEmpty()) {
      String file = exercise.shown(exercise.publicTest());
      return List.of(new Defect(exercise.id(), file, "tests", "none", "write one"));
    }
    List<Defect> defects = new ArrayList<>();
    for (PublicTests.Outcome outcome : outcomes) {
      if (!outcome.failure().isEmpty()) {
        defects.add(
            new Defect(
                exercise.id(),
                outcome.test(),
                "the reference to pass it",
                "\"" + outcome.failure() + "\"",
                "correct the reference or the test"));
      }
    }
    return defects;
  }
}
