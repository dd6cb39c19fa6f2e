package firsthop.grader.proof.patch;

import firsthop.grader.proof.source.AuthorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one student hands in for an exercise.
 *
 * @param files texts by file name; each ends with a line feed
 */
record WholeProgram(Map<String, String> files) {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

  WholeProgram {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /** Reads all files of one folder. */
  static WholeProgram read(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return read(files);
    }
  }

  /** Reads these files. */
  static WholeProgram read(Stream<Path> files) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : files.toList()) {
      String text = AuthorFile.read(file).replace("\r\n", "\n");
      if (!text.endsWith("\n")) {
        throw new BadPatchException(file + " must end with a line feed; add one");
      }
      if (texts.put(file.getFileName().toString(), text) != null) {
        throw new BadPatchException(
            "there are two files " + file.getFileName() + "; remove " + file + " or the other one");
      }
    }
    return new WholeProgram(texts);
  }

  /** Returns its texts by path in a source folder: each is below the folders of its package. */
  Map<Path, String> byPath() {
    Map<Path, String> all = new TreeMap<>();
    files.forEach((name, text) -> all.put(Path.of(packagePath(text), name), text));
    return all;
  }

  int lineCount() {
    return files.values().stream().mapToInt(text -> SourceLines.split(text).size()).sum();
  }

  private static String packagePath(String text) {
    Matcher declared = PACKAGE.matcher(text);
    return declared.find() ? declared.group(1).replace('.', '/') : "";
  }
}
