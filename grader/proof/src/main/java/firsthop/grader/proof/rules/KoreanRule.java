package firsthop.grader.proof.rules;

import firsthop.grader.proof.Defect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What holds for the Korean texts of every exercise. What a lab's texts say beside the sections of
 * its exercises is checked with each of them.
 */
final class KoreanRule {
  /** Stands for a section that is not an exercise's. */
  private static final String OTHER = "another";

  private KoreanRule() {}

  static RuleResult korean(ExerciseSources sources) throws IOException {
    ExerciseFiles files = sources.files();
    List<Defect> defects = new ArrayList<>();
    for (Path english : List.of(files.handout(), files.hints())) {
      if (Files.isRegularFile(files.korean(english))) {
        sections(sources, english, defects);
      } else {
        defects.add(
            sources.defect(
                files.shown(files.korean(english)),
                "the Korean text of " + english.getFileName(),
                "no file",
                "translate it"));
      }
    }
    KoreanClauses.check(sources, defects);
    KoreanHints.check(sources, defects);
    return new RuleResult("texts, clauses and hints in Korean", defects);
  }

  /** Finds the section of an exercise, whatever its title is. */
  static Optional<MarkdownSection> section(Path file, String id) throws IOException {
    return MarkdownFile.read(file).sections().stream()
        .filter(section -> section.heading().startsWith(id + " "))
        .findFirst();
  }

  private static void sections(ExerciseSources sources, Path english, List<Defect> defects)
      throws IOException {
    ExerciseFiles files = sources.files();
    Path korean = files.korean(english);
    List<MarkdownSection> originals = MarkdownFile.read(english).sections();
    List<MarkdownSection> translations = MarkdownFile.read(korean).sections();
    String expected = order(originals);
    String came = order(translations);
    if (!came.equals(expected)) {
      defects.add(
          sources.defect(
              files.shown(korean),
              "the sections of %s: %s".formatted(english.getFileName(), expected),
              came,
              "write each section once, in this order"));
      return;
    }
    for (int i = 0; i < originals.size(); i++) {
      String id = id(originals.get(i));
      if (id.equals(files.id()) || id.equals(OTHER)) {
        String where = files.shown(korean) + ", \"" + translations.get(i).heading() + "\"";
        MarkdownSection translation = translations.get(i).without(KoreanClauses.HEADING);
        new Translation(sources, where, originals.get(i), translation).check(defects);
      }
    }
  }

  private static String order(List<MarkdownSection> sections) {
    return sections.stream().map(KoreanRule::id).collect(Collectors.joining(", "));
  }

  private static String id(MarkdownSection section) {
    String first = section.heading().split(" ", 2)[0];
    return ExerciseNumber.read(first).map(ExerciseNumber::toString).orElse(OTHER);
  }
}
