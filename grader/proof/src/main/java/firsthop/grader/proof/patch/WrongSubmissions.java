package firsthop.grader.proof.patch;

import firsthop.grader.proof.source.BadSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The wrong submissions of one exercise: a folder with {@code base/}, a right solution; {@code
 * <mistake>.patch}, what a mistake changes in it; and {@code <mistake>/}, a mistake that is another
 * program altogether.
 *
 * @param exercise such as {@code 1.1}
 * @param base the right solution: texts by file name
 * @param mistakes in the order of their names
 */
public record WrongSubmissions(
    String exercise, Map<String, String> base, List<WrongSubmission> mistakes) {
  /** The name of the folder of the right solution. */
  public static final String BASE = PatchReader.BASE;

  static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final String COMMENT = "// ";

  public WrongSubmissions {
    base = Collections.unmodifiableMap(new TreeMap<>(base));
    mistakes = List.copyOf(mistakes);
  }

  /**
   * Reads an exercise's folder, such as {@code grader/exams/wrong/1.1}.
   *
   * @throws BadPatchException when something in it cannot be used; it names all such things
   */
  public static WrongSubmissions read(Path folder) throws IOException {
    String exercise = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    Map<String, String> base = readBase(folder).files();
    List<WrongSubmission> mistakes = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    Set<String> names = new HashSet<>(Set.of(BASE));
    for (Path path : list(folder)) {
      try {
        if (!path.endsWith(BASE)) {
          WrongSubmission mistake = readMistake(exercise, path, base);
          if (!names.add(mistake.name())) {
            throw new BadPatchException(
                path + " is a second mistake of this name; a mistake is a patch or a folder");
          }
          mistakes.add(mistake);
        }
      } catch (IOException unusable) {
        boolean explained =
            unusable instanceof BadPatchException || unusable instanceof BadSourceException;
        complaints.add(explained ? unusable.getMessage() : path + " cannot be read: " + unusable);
      }
    }
    if (!complaints.isEmpty()) {
      throw new BadPatchException(String.join("\n", complaints));
    }
    mistakes.sort(Comparator.comparing(WrongSubmission::name));
    return new WrongSubmissions(exercise, base, mistakes);
  }

  /** Reads the right solution. */
  static WholeProgram readBase(Path folder) throws IOException {
    Path base = folder.resolve(BASE);
    if (!Files.isDirectory(base)) {
      throw new BadPatchException(base + " is not there; it holds a right solution");
    }
    return WholeProgram.read(base);
  }

  private static WrongSubmission readMistake(String exercise, Path path, Map<String, String> base)
      throws IOException {
    String file = path.getFileName().toString();
    boolean patch = file.endsWith(PatchFile.SUFFIX) && Files.isRegularFile(path);
    String name = patch ? new PatchFile(path).mistake() : file;
    if (!NAME.matcher(name).matches() || !patch && !Files.isDirectory(path)) {
      throw new BadPatchException(
          path + " is neither a patch nor a folder, or has no name such as takes-999");
    }
    if (patch) {
      MistakePatch mistake = PatchReader.read(new PatchFile(path));
      Set<String> changed =
          mistake.files().stream().map(FilePatch::name).collect(Collectors.toSet());
      return new WrongSubmission(
          exercise, name, mistake.sentence(), mistake.applyTo(base), changed);
    }
    Map<String, String> texts = WholeProgram.read(path).files();
    return new WrongSubmission(exercise, name, sentence(path, texts), texts, texts.keySet());
  }

  private static String sentence(Path folder, Map<String, String> texts) throws IOException {
    for (Map.Entry<String, String> file : texts.entrySet()) {
      if (file.getKey().startsWith("My") && file.getValue().startsWith(COMMENT)) {
        return file.getValue()
            .lines()
            .takeWhile(line -> line.startsWith(COMMENT))
            .map(line -> line.substring(COMMENT.length()))
            .collect(Collectors.joining(" "));
      }
    }
    throw new BadPatchException(
        folder + " needs a MyX.java whose first line is a comment that says the mistake");
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.sorted().toList();
    }
  }
}
