package firsthop.grader.proof.rules;

import firsthop.grader.proof.Defect;
import firsthop.grader.proof.source.AuthorFile;
import firsthop.grader.proof.source.BadSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What holds for the files of every exercise. */
final class FileRules {
  private FileRules() {}

  static RuleResult files(ExerciseSources sources) throws IOException {
    ExerciseFiles files = sources.files();
    List<Defect> defects = new ArrayList<>();
    for (Path file : files.ownSources()) {
      if (!Files.isRegularFile(file)) {
        defects.add(sources.defect(files.shown(file), "a file", "none", "write it"));
      }
    }
    addRight(sources, defects);
    checkId(sources).ifPresent(defects::add);
    addUnreadable(sources, defects);
    return new RuleResult(
        Count.of(files.ownSources().size(), "source") + " and other right solutions", defects);
  }

  static RuleResult todo(ExerciseSources sources) throws IOException {
    ExerciseFiles files = sources.files();
    List<Defect> defects = new ArrayList<>();
    for (Path file : todoFiles(files)) {
      String text = AuthorFile.read(file);
      TodoMarks.in(text.lines().toList())
          .ifPresent(marks -> defects.add(left(sources, file, marks)));
    }
    for (Path file :
        List.of(
            files.handout(),
            files.hints(),
            files.korean(files.handout()),
            files.korean(files.hints()))) {
      TodoMarks.in(MarkdownFile.read(file), files.id())
          .ifPresent(marks -> defects.add(left(sources, file, marks)));
    }
    for (Path file : List.of(files.koreanPublicHints(), files.koreanHiddenHints())) {
      TodoMarks.in(
              MarkdownFile.read(file).lines(),
              List.of(files.id() + ".", files.id() + "=", files.contract() + "Test."))
          .ifPresent(marks -> defects.add(left(sources, file, marks)));
    }
    return new RuleResult("no TODO is left", defects);
  }

  private static void addRight(ExerciseSources sources, List<Defect> defects) throws IOException {
    ExerciseFiles files = sources.files();
    Path student = files.skeleton().getFileName();
    List<Path> ways = new ArrayList<>();
    if (Files.isDirectory(files.right())) {
      try (Stream<Path> inside = Files.list(files.right())) {
        inside.sorted().forEach(ways::add);
      }
    }
    if (ways.isEmpty()) {
      ways.add(files.right().resolve("another-way"));
    }
    for (Path way : ways) {
      if (!Files.isRegularFile(way.resolve(student))) {
        defects.add(
            sources.defect(
                files.shown(way),
                "a folder with a " + student,
                "none",
                "solve the exercise there in another way than the reference"));
      }
    }
  }

  private static Defect left(ExerciseSources sources, Path file, TodoMarks marks) {
    return sources.defect(
        sources.files().shown(file) + ":" + marks.line(),
        "no TODO",
        marks.count() == 1 ? "one" : marks.count() + " from this line on",
        "write what it asks for");
  }

  private static List<Path> todoFiles(ExerciseFiles files) throws IOException {
    List<Path> all = new ArrayList<>(files.ownSources());
    for (Path folder : List.of(files.wrong(), files.right())) {
      filesBelow(folder).stream().filter(file -> !all.contains(file)).forEach(all::add);
    }
    all.removeIf(file -> !Files.isRegularFile(file));
    return all;
  }

  private static Optional<Defect> checkId(ExerciseSources sources) throws IOException {
    ExerciseFiles files = sources.files();
    int lab = Integer.parseInt(files.labId().replaceFirst("\\D+", ""));
    if (files.number().lab() != lab) {
      return Optional.of(
          sources.defect(
              "the id of " + files.contract(),
              lab + ".… in " + files.labId(),
              files.id(),
              "begin it with the number of the lab"));
    }
    List<String> contracts =
        sources.course().exercises().stream()
            .map(ExerciseSources::files)
            .filter(other -> other.id().equals(files.id()))
            .map(ExerciseFiles::contract)
            .toList();
    return contracts.size() == 1
        ? Optional.empty()
        : Optional.of(
            sources.defect(
                "the id " + files.id(),
                "one contract",
                String.join(", ", contracts),
                "give each an id of its own"));
  }

  private static void addUnreadable(ExerciseSources sources, List<Defect> defects)
      throws IOException {
    ExerciseFiles files = sources.files();
    List<Path> all = new ArrayList<>(files.ownSources());
    all.addAll(filesBelow(files.right()));
    all.addAll(List.of(files.handout(), files.hints()));
    for (Path file : all) {
      if (Files.isRegularFile(file)) {
        try {
          read(sources, file);
        } catch (BadSourceException bad) {
          defects.add(files.defect(bad));
        }
      }
    }
  }

  /** Reads a file as far as the rules need it. */
  private static void read(ExerciseSources sources, Path file) throws IOException {
    ExerciseFiles files = sources.files();
    if (file.equals(files.contractFile())) {
      sources.contract();
    } else if (file.equals(files.exam())) {
      sources.exam();
    } else if (file.equals(files.skeleton())) {
      JavaSource.read(file);
    } else {
      AuthorFile.read(file);
    }
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
