package firsthop.grader.proof.author;

import firsthop.grader.proof.ExerciseProof;
import firsthop.grader.proof.ProofLine;
import firsthop.grader.proof.build.CompileErrorsException;
import firsthop.grader.proof.build.ExamBuild;
import firsthop.grader.proof.rules.ExerciseFiles;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.MachineFaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Compiles exercises, and runs them. */
record GradingChecks(ExamBuild build, CheckReport report) {
  private static final String COMPILE = "compile";

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
    if (compiled.isPresent()) {
      TypeCheck types = new TypeCheck(compiled.get(), report);
      List<ExerciseFiles> callable = new ArrayList<>();
      for (ExerciseFiles exercise : chosen) {
        if (types.run(exercise) && gradable.contains(exercise)) {
          callable.add(exercise);
        }
      }
      run(compiled.get(), chosen, callable);
    } else {
      for (ExerciseFiles exercise : chosen) {
        report.undecided(exercise.id(), TypeCheck.LABEL);
        report.undecided(exercise.id(), PublicCheck.LABEL);
        undecided(exercise);
      }
    }
  }

  /** Returns the file that says which hidden test of an exercise catches which mistake. */
  Path killMatrix(String exercise) {
    return build.folder().resolve("kill-matrix-" + exercise + ".md");
  }

  /** All labs and hidden tests are compiled as one, so an error in any is in the way. */
  private Optional<Installation> compile(List<ExerciseFiles> chosen) throws IOException {
    ExerciseFiles first = chosen.get(0);
    try {
      Installation compiled = build.build();
      report.decided(first.id(), COMPILE, "labs and hidden tests compile", List.of());
      return Optional.of(compiled);
    } catch (CompileErrorsException refused) {
      report.decided(first.id(), COMPILE, "", refused.defects(first));
      return Optional.empty();
    }
  }

  /** Much of both is waiting, so the public tests run while submissions are graded. */
  private void run(Installation compiled, List<ExerciseFiles> chosen, List<ExerciseFiles> gradable)
      throws IOException, InterruptedException, MachineFaultException {
    ExecutorService grading = Executors.newSingleThreadExecutor();
    try {
      Future<List<ExerciseProof>> proofs = grading.submit(() -> new Proofs(compiled).of(gradable));
      for (ExerciseFiles exercise : chosen) {
        if (Files.exists(exercise.publicTest())) {
          new PublicCheck(compiled, report).run(exercise);
        } else {
          report.undecided(exercise.id(), PublicCheck.LABEL);
        }
        if (!gradable.contains(exercise)) {
          undecided(exercise);
        }
      }
      for (ExerciseProof proof : proofs.get()) {
        report(proof);
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof MachineFaultException fault) {
        throw fault;
      }
      throw new IOException("grading has failed: " + failed.getCause(), failed.getCause());
    } finally {
      grading.shutdownNow();
    }
  }

  private void report(ExerciseProof proof) throws IOException {
    String id = proof.exercise().id();
    boolean noMistake = proof.killMatrix().wrong().isEmpty();
    // A test that catches nothing gives its points to every mistake, and so to the best of them.
    boolean gaps = !ProofLine.TESTS.defects(proof).isEmpty();
    for (ProofLine line : ProofLine.values()) {
      boolean later = noMistake ? OF_MISTAKES.contains(line) : gaps && line == ProofLine.HALF_DONE;
      if (later) {
        report.undecided(id, label(line));
      } else {
        report.decided(id, label(line), line.sentence(), line.defects(proof));
      }
    }
    Files.writeString(killMatrix(id), proof.killMatrix().markdown());
    report.done(id);
  }

  private void undecided(ExerciseFiles exercise) {
    for (ProofLine line : ProofLine.values()) {
      report.undecided(exercise.id(), label(line));
    }
  }

  private static String label(ProofLine line) {
    return line.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
