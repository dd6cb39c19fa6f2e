package firsthop.grader.store;

import firsthop.grader.sandbox.SandboxKind;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Runs that were asked for on a short command line. */
public final class SampleSpecs {
  /** What no option was given for. */
  public static final BenchSpec USUAL_BENCH =
      new BenchSpec(SandboxKind.DOCKER, Optional.empty(), OptionalInt.empty(), 1);

  private SampleSpecs() {}

  /** Returns {@code grade PATH} of lab01 by the usual rules. */
  public static RunSpec of(String path) {
    return of(path, "", MarkingPolicy.USUAL, "lab01");
  }

  /** Returns {@code grade PATH} of all labs of a course. */
  public static RunSpec of(String path, String title, MarkingPolicy marking, String... labs) {
    return new RunSpec(
        RunSpec.absolute(Path.of(path)),
        RunSpec.absolute(Path.of("grades")),
        Optional.empty(),
        List.of(labs),
        false,
        USUAL_BENCH,
        SettingsSpec.NONE,
        title,
        ZoneId.systemDefault(),
        marking);
  }

  /** Returns the same run in other labs. */
  public static RunSpec in(RunSpec run, String... labs) {
    return new RunSpec(
        run.path(),
        run.results(),
        run.roster(),
        List.of(labs),
        run.labsAsked(),
        run.bench(),
        run.settings(),
        run.title(),
        run.zone(),
        run.marking());
  }
}
