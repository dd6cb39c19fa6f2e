package firsthop.grader.proof.rules;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import firsthop.grader.proof.Defect;
import firsthop.grader.proof.source.AuthorFile;
import firsthop.grader.proof.source.BadSourceException;
import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hints in Korean. A hidden test's key is such as {@code 1.1.method}, and the title of its
 * exercise has the key {@code 1.1}. A public test's key is such as {@code Ipv4CodecTest.method}.
 */
final class KoreanHints {
  private static final String TEST_END = "Test";

  private KoreanHints() {}

  static void check(ExerciseSources sources, List<Defect> defects) throws IOException {
    hidden(sources, defects);
    publicOnes(sources, defects);
  }

  private static void hidden(ExerciseSources sources, List<Defect> defects) throws IOException {
    ExerciseFiles files = sources.files();
    TranslationFile file = TranslationFile.read(sources, files.koreanHiddenHints(), defects);
    Map<String, String> hints = new LinkedHashMap<>();
    for (HiddenTest test : sources.exam().tests()) {
      String key = files.id() + "." + test.name();
      hints.put(key, test.hint());
      ExamRules.shownInput(test, file.text(key))
          .forEach(
              shown -> defects.add(ExamRules.tells(sources, file.where() + ", " + key, shown)));
    }
    String title =
        KoreanRule.section(files.korean(files.handout()), files.id())
            .map(section -> section.heading().substring(files.id().length()).strip())
            .orElse("");
    if (!file.text(files.id()).equals(title)) {
      defects.add(
          sources.defect(
              file.where(),
              "the title of the Korean handout: %s=%s".formatted(files.id(), title),
              "\"" + file.text(files.id()) + "\"",
              "write the same title in both"));
    }
    hints.forEach((key, hint) -> file.needs(key, hint, defects));
    hints.put(files.id(), title);
    List<String> others =
        sources.course().exercises().stream()
            .filter(other -> other.files().lab().equals(files.lab()) && other != sources)
            .map(other -> other.files().id())
            .toList();
    file.leftOver(
        key -> others.stream().noneMatch(other -> (key + ".").startsWith(other + ".")),
        hints::containsKey,
        defects);
  }

  private static void publicOnes(ExerciseSources sources, List<Defect> defects) throws IOException {
    ExerciseFiles files = sources.files();
    TranslationFile file = TranslationFile.read(sources, files.koreanPublicHints(), defects);
    Map<String, String> hints = new LinkedHashMap<>();
    List<String> others = new ArrayList<>();
    for (Path test : tests(files)) {
      String name = test.getFileName().toString().replace(".java", "");
      if (AuthorFile.read(test)
          .contains(
              "@%s(%s.class".formatted(ExerciseTest.class.getSimpleName(), files.contract()))) {
        addHints(JavaSource.read(test), name, hints);
      } else {
        others.add(name + ".");
      }
    }
    hints.forEach((key, hint) -> file.needs(key, hint, defects));
    file.leftOver(key -> others.stream().noneMatch(key::startsWith), hints::containsKey, defects);
  }

  private static void addHints(JavaSource source, String name, Map<String, String> hints)
      throws BadSourceException {
    hint(source, source.type().getModifiers()).ifPresent(hint -> hints.put(name, hint));
    for (Tree member : source.type().getMembers()) {
      if (member instanceof MethodTree method) {
        hint(source, method.getModifiers())
            .ifPresent(hint -> hints.put(name + "." + method.getName(), hint));
      }
    }
  }

  private static Optional<String> hint(JavaSource source, ModifiersTree modifiers)
      throws BadSourceException {
    Optional<SourceAnnotation> hint = SourceAnnotation.find(source, modifiers, Hint.class);
    return hint.isPresent() ? Optional.of(hint.get().text()) : Optional.empty();
  }

  private static List<Path> tests(ExerciseFiles files) throws IOException {
    Path folder = files.publicTest().getParent();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(test -> test.toString().endsWith(TEST_END + ".java")).sorted().toList();
    }
  }
}
