package firsthop.grader.proof.rules;

import firsthop.grader.proof.Defect;
import firsthop.grader.proof.source.BadSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What holds for the samples among which each exercise is. */
final class SampleRules {
  private SampleRules() {}

  static RuleResult copies(ExerciseSources sources) throws IOException {
    ExerciseFiles files = sources.files();
    List<Defect> defects = new ArrayList<>();
    addCopy(sources, files.reference(), files.sampleReference(), defects);
    addCopy(sources, files.skeleton(), files.sampleSkeleton(), defects);
    return new RuleResult("copies of reference and skeleton", defects);
  }

  static RuleResult totals(ExerciseSources sources) throws IOException {
    ExerciseFiles files = sources.files();
    List<Defect> defects = new ArrayList<>();
    CourseTotals totals = sources.course().totals();
    Samples samples = new Samples(sources.course());
    Map<SampleRow, SampleRow> wrong = samples.wrongRows();
    if (!wrong.isEmpty()) {
      SampleRow first = wrong.keySet().iterator().next();
      defects.add(
          sources.defect(
              "the rows of "
                  + wrong.keySet().stream().map(SampleRow::sample).collect(Collectors.joining(", "))
                  + " in "
                  + files.shown(samples.readme()),
              first.sample() + ": " + wrong.get(first).cellsUnlike(first),
              first.cellsUnlike(wrong.get(first)),
              update(files)));
    }
    return new RuleResult(
        "%d points and %s in all".formatted(totals.points(), Count.of(totals.tests(), "test")),
        defects);
  }

  private static void addCopy(
      ExerciseSources sources, Path original, Path copy, List<Defect> defects) throws IOException {
    ExerciseFiles files = sources.files();
    if (!Files.isRegularFile(original)) {
      throw new BadSourceException(files.shown(original), "there is no such file");
    }
    if (!Files.isRegularFile(copy) || Files.mismatch(original, copy) >= 0) {
      defects.add(
          sources.defect(
              files.shown(copy),
              "a copy of " + files.shown(original),
              Files.isRegularFile(copy) ? "something else" : "no file",
              update(files)));
    }
  }

  private static String update(ExerciseFiles files) {
    return "run ./firsthop check " + files.id() + " --update-samples";
  }
}
