package firsthop.grader.proof.rules;

import firsthop.grader.proof.Defect;
import firsthop.grader.proof.patch.BadPatchException;
import firsthop.grader.proof.patch.WrongSubmissions;
import firsthop.grader.proof.source.BadSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** What holds for the wrong submissions of every exercise before any of them is graded. */
final class PatchRule {
  private PatchRule() {}

  static RuleResult patches(ExerciseSources sources) throws IOException {
    ExerciseFiles files = sources.files();
    try {
      boolean some =
          Files.isDirectory(files.wrong())
              && !WrongSubmissions.read(files.wrong()).mistakes().isEmpty();
      return new RuleResult(some ? "each applies to base" : "there is none yet", List.of());
    } catch (BadPatchException unusable) {
      List<Defect> defects =
          unusable
              .getMessage()
              .lines()
              .map(
                  line ->
                      sources.defect(
                          files.shown(files.wrong()),
                          "mistakes that apply to base",
                          line,
                          "grader/exams/wrong/README.md says how mistakes are written"))
              .toList();
      return new RuleResult("", defects);
    }
  }

  static RuleResult mistakes(ExerciseSources sources) throws IOException {
    ExerciseFiles files = sources.files();
    int mistakes = 0;
    if (Files.isDirectory(files.wrong())) {
      try {
        mistakes = WrongSubmissions.read(files.wrong()).mistakes().size();
      } catch (BadPatchException unusable) {
        throw new BadSourceException(files.shown(files.wrong()), unusable.getMessage());
      }
    }
    return new RuleResult(
        Count.of(mistakes, "mistake") + " for the hidden tests to catch",
        mistakes > 0 ? List.of() : List.of(none(sources)));
  }

  private static Defect none(ExerciseSources sources) {
    String id = sources.files().id();
    return sources.defect(
        sources.files().shown(sources.files().wrong()),
        "mistakes for the hidden tests to catch",
        "none",
        ("when base is right, run ./firsthop patch write %s base DIR, make a mistake in DIR, and run"
                + " ./firsthop patch make %s NAME DIR --sentence \"What is wrong.\"")
            .formatted(id, id));
  }
}
