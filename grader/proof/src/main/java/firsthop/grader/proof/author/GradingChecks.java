package firsthop.grader.proof.author;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.proof.Defect;
import firsthop.grader.proof.ExerciseProof;
import firsthop.grader.proof.ProofLine;
import firsthop.grader.proof.ProvingGround;
import firsthop.grader.proof.build.CompileErrorsException;
import firsthop.grader.proof.build.ExamBuild;
import firsthop.grader.proof.build.PublicTests;
import firsthop.grader.proof.patch.BadPatchException;
import firsthop.grader.proof.rules.Count;
import firsthop.grader.proof.rules.ExerciseFiles;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.MachineFaultException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Compiles exercises, and grades the submissions whose worth is known. */
record GradingChecks(ExamBuild build, CheckReport report) {
  private static final String COMPILE = "compile";
  private static final String PUBLIC = "public";

  /** Nothing can be said of these as long as there is no mistake. */
  private static final Set<ProofLine> OF_MISTAKES =
      EnumSet.of(ProofLine.WRONG, ProofLine.NEIGHBOURS, ProofLine.HALF_DONE, ProofLine.TESTS);

  /**
   * Checks exercises.
   *
   * @param gradable those of the chosen ones that have what grading needs
   */
  void run(List<ExerciseFiles> chosen, List<ExerciseFiles> gradable)
      throws IOException, InterruptedException, MachineFaultException {
    Optional<Installation> compiled = compile(chosen);
    List<ExerciseFiles> provable = compiled.isPresent() ? gradable : List.of();
    for (ExerciseFiles exercise : chosen) {
      if (compiled.isPresent() && Files.exists(exercise.publicTest())) {
        runPublicTests(compiled.get(), exercise);
      } else {
        report.undecided(exercise.id(), PUBLIC);
      }
      if (!provable.contains(exercise)) {
        undecided(exercise);
      }
    }
    if (!provable.isEmpty()) {
      prove(compiled.get(), provable);
    }
  }

  /** Returns the file that says which hidden test of an exercise catches which mistake. */
  Path killMatrix(String exercise) {
    return build.folder().resolve("kill-matrix-" + exercise + ".md");
  }

  /** All labs and hidden tests are compiled as one, so an error in any is in the way. */
  private Optional<Installation> compile(List<ExerciseFiles> chosen) throws IOException {
    String first = chosen.get(0).id();
    try {
      Installation compiled = build.build();
      report.decided(first, COMPILE, "labs and hidden tests compile", List.of());
      return Optional.of(compiled);
    } catch (CompileErrorsException refused) {
      report.decided(first, COMPILE, "", defects(first, refused));
      return Optional.empty();
    }
  }

  private static List<Defect> defects(String exercise, CompileErrorsException refused) {
    return refused.errors().stream()
        .map(
            error ->
                new Defect(
                    exercise,
                    error.where(),
                    "a source that compiles",
                    "\"" + error.message() + "\"",
                    "correct it"))
        .toList();
  }

  private void runPublicTests(Installation compiled, ExerciseFiles exercise)
      throws IOException, InterruptedException, MachineFaultException {
    String testClass = exercise.packageName() + "." + exercise.contract() + "Test";
    try {
      List<PublicTests.Outcome> outcomes = new PublicTests(compiled, exercise.lab()).run(testClass);
      List<Defect> defects = new ArrayList<>();
      if (outcomes.isEmpty()) {
        defects.add(
            new Defect(
                exercise.id(),
                exercise.shown(exercise.publicTest()),
                "tests",
                "none",
                "write one"));
      }
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
      report.decided(
          exercise.id(),
          PUBLIC,
          Count.of(outcomes.size(), "test") + " that the reference passes",
          defects);
    } catch (CompileErrorsException refused) {
      report.decided(exercise.id(), PUBLIC, "", defects(exercise.id(), refused));
    }
  }

  private void prove(Installation compiled, List<ExerciseFiles> exercises)
      throws IOException, InterruptedException, MachineFaultException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader contracts = new URLClassLoader(urls(compiled), before);
        ProvingGround ground = new ProvingGround(compiled)) {
      thread.setContextClassLoader(contracts);
      for (ExerciseFiles exercise : exercises) {
        try {
          for (ExerciseProof proof : ground.prove(List.of(planned(ground, exercise)))) {
            report(proof);
          }
        } catch (BadPatchException saidBefore) {
          undecided(exercise);
        }
        report.done(exercise.id());
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private void undecided(ExerciseFiles exercise) {
    for (ProofLine line : ProofLine.values()) {
      report.undecided(exercise.id(), label(line));
    }
  }

  private void report(ExerciseProof proof) throws IOException {
    String id = proof.exercise().id();
    boolean noMistake = proof.killMatrix().wrong().isEmpty();
    for (ProofLine line : ProofLine.values()) {
      if (noMistake && OF_MISTAKES.contains(line)) {
        report.undecided(id, label(line));
      } else {
        report.decided(id, label(line), line.sentence(), line.defects(proof));
      }
    }
    Files.writeString(killMatrix(id), proof.killMatrix().markdown());
  }

  private static ExamPlan.Exercise planned(ProvingGround ground, ExerciseFiles exercise) {
    return ground.plan().exercises().stream()
        .filter(planned -> planned.id().equals(exercise.id()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no hidden test of " + exercise.id()));
  }

  private static String label(ProofLine line) {
    return line.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static URL[] urls(Installation compiled) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : compiled.workerJars()) {
      urls.add(jar.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }
}
