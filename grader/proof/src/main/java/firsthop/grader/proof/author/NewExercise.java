package firsthop.grader.proof.author;

import firsthop.grader.common.BadInputException;
import firsthop.grader.proof.rules.CourseSources;
import firsthop.grader.proof.rules.ExerciseFiles;
import firsthop.grader.proof.rules.ExerciseNumber;
import firsthop.grader.proof.rules.MarkdownFile;
import firsthop.grader.proof.rules.Samples;
import firsthop.grader.proof.source.FileChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An exercise to be made: its files, each with a TODO for what its author has to write.
 *
 * @param course of which it becomes a part
 * @param files where they will be
 * @param title what it is about, in a few words
 * @param points what it is worth
 */
record NewExercise(CourseSources course, ExerciseFiles files, String title, int points) {
  /** What the template of the hidden tests has. */
  private static final int HIDDEN_TESTS = 1;

  /**
   * Plans all that has to be written.
   *
   * @throws BadInputException when some of it is there already; it names all such files
   */
  FileChanges changes() throws IOException, BadInputException {
    FileChanges changes = new FileChanges();
    changes.create(files.contractFile(), fill("Contract.java.txt"));
    changes.create(files.skeleton(), fill("Skeleton.java.txt"));
    changes.create(files.reference(), fill("Reference.java.txt"));
    changes.create(files.publicTest(), fill("PublicTest.java.txt"));
    changes.create(files.exam(), fill("Exam.java.txt"));
    changes.create(files.base(), fill("Base.java.txt"));
    changes.create(
        files.right().resolve("another-way").resolve(files.base().getFileName()),
        fill("Right.java.txt"));
    changes.create(files.sampleReference(), fill("Reference.java.txt"));
    changes.create(files.sampleSkeleton(), fill("Skeleton.java.txt"));
    refuseToOverwrite(changes.created());
    changes.replace(files.handout(), handout(files.handout(), ".md.txt"));
    changes.replace(files.hints(), hints(files.hints(), ".md.txt"));
    Path koreanHandout = files.korean(files.handout());
    changes.replace(koreanHandout, handout(koreanHandout, ".ko.md.txt"));
    Path koreanHints = files.korean(files.hints());
    changes.replace(koreanHints, hints(koreanHints, ".ko.md.txt"));
    addLines(changes, files.koreanPublicHints(), "public-hints.ko.properties.txt");
    addLines(changes, files.koreanHiddenHints(), "hidden-hints.ko.properties.txt");
    Samples samples = new Samples(course);
    changes.replace(samples.readme(), samples.withMore(files.labId(), points, HIDDEN_TESTS));
    return changes;
  }

  private void refuseToOverwrite(List<Path> created) throws BadInputException {
    List<Path> there = new ArrayList<>(List.of(files.wrong(), files.right()));
    there.addAll(created);
    there.removeIf(path -> !Files.exists(path, LinkOption.NOFOLLOW_LINKS));
    if (!there.isEmpty()) {
      throw new BadInputException(
          "nothing was written, since this is there already: "
              + String.join(", ", there.stream().map(files::shown).toList())
              + "; move it away, or choose another number or name");
    }
  }

  private String handout(Path file, String kind) throws IOException, BadInputException {
    List<String> lines = new ArrayList<>(MarkdownFile.read(file).lines());
    insertSection(lines, file, "handout-section" + kind);
    int row = before(lines, file, "| %s ", "row of the table");
    lines.addAll(row + 1, fill("handout-row" + kind).lines().toList());
    return text(lines);
  }

  private String hints(Path file, String kind) throws IOException, BadInputException {
    List<String> lines = new ArrayList<>(MarkdownFile.read(file).lines());
    insertSection(lines, file, "hints-section" + kind);
    return text(lines);
  }

  private void addLines(FileChanges changes, Path file, String template)
      throws IOException, BadInputException {
    if (!Files.isRegularFile(file)) {
      throw new BadInputException(
          files.shown(file) + " is missing, where the Korean hints go; restore it");
    }
    changes.replace(file, Files.readString(file) + "\n" + fill(template));
  }

  private void insertSection(List<String> lines, Path file, String template)
      throws IOException, BadInputException {
    int heading = before(lines, file, "## %s ", "section");
    int end = new MarkdownFile(lines).end(heading);
    List<String> section = new ArrayList<>(fill(template).lines().toList());
    if (end == lines.size()) {
      section.remove(section.size() - 1);
      section.add(0, "");
    }
    lines.addAll(end, section);
  }

  /** Finds the last line of this kind of an exercise of the lab with a smaller number. */
  private int before(List<String> lines, Path file, String start, String what)
      throws BadInputException {
    for (ExerciseNumber at = files.number().plus(-1); at.number() > 0; at = at.plus(-1)) {
      String prefix = start.formatted(at);
      for (int line = lines.size() - 1; line >= 0; line--) {
        if (lines.get(line).startsWith(prefix)) {
          return line;
        }
      }
    }
    throw new BadInputException(
        "%s has no %s of an exercise before %s, after which that of %s would be"
            .formatted(files.shown(file), what, files.id(), files.id()));
  }

  private String fill(String template) throws IOException {
    return new Template(template)
        .fill(
            Map.of(
                "id", files.id(),
                "contract", files.contract(),
                "package", files.packageName(),
                "subject", files.subject(),
                "title", title,
                "points", String.valueOf(points)));
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
