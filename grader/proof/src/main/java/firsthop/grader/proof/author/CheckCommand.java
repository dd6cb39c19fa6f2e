package firsthop.grader.proof.author;

import firsthop.grader.common.BadInputException;
import firsthop.grader.files.FolderLock;
import firsthop.grader.proof.build.ExamBuild;
import firsthop.grader.proof.rules.Checkout;
import firsthop.grader.proof.rules.CourseSources;
import firsthop.grader.proof.rules.ExerciseFiles;
import firsthop.grader.proof.rules.ExerciseSources;
import firsthop.grader.proof.rules.Samples;
import firsthop.grader.sandbox.Installation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what exercises lack: first what their sources show, then what grading shows. */
@Command(
    name = "check",
    description = {
      "Say line by line what an exercise still lacks, the quick checks first.",
      "",
      "It reads clauses, points, hints, handout and samples. Then it grades skeleton, reference,"
          + " stubs, right and wrong submissions, and says which hidden test catches nothing."
    },
    parameterListHeading = "%n",
    optionListHeading = "%n",
    footer = {
      "",
      "Examples:",
      "  ./firsthop check 1.8",
      "  ./firsthop check 1.8 --update-samples",
      "",
      "Exit codes:",
      "  0  nothing is missing",
      "  1  something is missing; each line says what to do",
      "  2  the input cannot be used; one line says why",
      "  3  the machine failed; run it again"
    })
final class CheckCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "Exercises, such as 1.8 (default: all, which takes minutes).")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--update-samples",
      description =
          "First copy reference and skeleton to examples, and correct the numbers in"
              + " examples/README.md.")
  private boolean updateSamples;

  @Spec private CommandSpec spec;

  private final Path home;

  /** Makes one for this checkout. */
  CheckCommand() {
    this(Installation.current().home());
  }

  CheckCommand(Path home) {
    this.home = home;
  }

  @Override
  public Integer call() throws Exception {
    FolderLock lock = AuthorLock.take(home);
    try {
      return check();
    } finally {
      lock.close();
    }
  }

  private int check() throws Exception {
    long start = System.nanoTime();
    CourseSources course = new CourseSources(new Checkout(home));
    if (updateSamples) {
      for (ExerciseSources exercise : chosen(course)) {
        new Samples(course).update(exercise.files());
      }
    }
    List<ExerciseSources> chosen = chosen(course);
    CheckReport report = new CheckReport(spec.commandLine().getOut(), chosen.size() > 1);
    SourceChecks sources = new SourceChecks(report);
    if (ids.isEmpty()) {
      sources.strays(course.checkout());
    }
    List<ExerciseFiles> gradable = new ArrayList<>();
    for (ExerciseSources exercise : chosen) {
      if (sources.run(exercise)) {
        gradable.add(exercise.files());
      }
    }
    ExamBuild build = new ExamBuild(new Installation(home));
    new GradingChecks(build, report)
        .run(chosen.stream().map(ExerciseSources::files).toList(), gradable);
    String what = chosen.size() == 1 ? chosen.get(0).files().id() : chosen.size() + " exercises";
    report.end(what, Duration.ofNanos(System.nanoTime() - start));
    return report.isIncomplete() ? AuthorMain.MISSING : AuthorMain.DONE;
  }

  private List<ExerciseSources> chosen(CourseSources course) throws BadInputException {
    List<ExerciseSources> chosen = new ArrayList<>();
    for (String id : new LinkedHashSet<>(ids)) {
      chosen.add(
          course.exercises().stream()
              .filter(exercise -> exercise.files().id().equals(id))
              .findFirst()
              .orElseThrow(() -> new BadInputException(unknown(id, course))));
    }
    return ids.isEmpty() ? course.exercises() : chosen;
  }

  private static String unknown(String id, CourseSources course) {
    for (ExerciseSources exercise : course.exercises()) {
      if (exercise.files().with(id).map(ExerciseFiles::hasSubmissions).orElse(false)) {
        return "there is no exercise %s; the contract %s says %s, but its submissions are in %s; correct the id in @Exercise"
            .formatted(
                id,
                exercise.files().shown(exercise.files().contractFile()),
                exercise.files().id(),
                "grader/exams/wrong/" + id);
      }
    }
    return "there is no exercise %s; there are %s; ./firsthop new-exercise makes one"
        .formatted(
            id,
            course.exercises().stream()
                .map(exercise -> exercise.files().id())
                .collect(Collectors.joining(", ")));
  }
}
