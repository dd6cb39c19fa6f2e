package firsthop.grader.proof.author;

import firsthop.grader.proof.Defect;
import firsthop.grader.proof.build.CompileErrorsException;
import firsthop.grader.proof.build.ExamBuild;
import firsthop.grader.proof.rules.ExerciseSources;
import firsthop.grader.sandbox.Installation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Compiles exercises and grades what is known of them. */
record GradingChecks(Installation built, CheckReport report) {

  /**
   * Checks exercises.
   *
   * @param gradable those whose hidden tests can be run
   */
  void run(List<ExerciseSources> chosen, List<ExerciseSources> gradable) throws Exception {
    Optional<Installation> compiled = compile(chosen);
  }

  /** The labs and the hidden tests are compiled as a whole, so that one slip is all exercises'. */
  private Optional<Installation> compile(List<ExerciseSources> chosen) throws IOException {
    String exercise = chosen.get(0).files().id();
    try {
      Installation compiled = new ExamBuild(built).build();
      report.decided(exercise, "compile", "labs and hidden tests compile", List.of());
      return Optional.of(compiled);
    } catch (CompileErrorsException wrong) {
      List<Defect> defects =
          wrong.errors().stream()
              .map(error -> new Defect(exercise, "javac", "no error", error, "correct it"))
              .toList();
      report.decided(exercise, "compile", "", defects);
      return Optional.empty();
    }
  }
}
