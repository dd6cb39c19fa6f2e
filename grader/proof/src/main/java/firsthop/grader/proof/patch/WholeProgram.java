package firsthop.grader.proof.patch;

import firsthop.grader.proof.source.SourceFile;
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

  /** Reads all Java files in a folder and below. */
  static WholeProgram readAll(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new BadPatchException(folder + " is no folder; name the one that holds the program");
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return read(files.filter(file -> file.toString().endsWith(".java")));
    }
  }

  private static WholeProgram read(Stream<Path> files) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : files.toList()) {
      String text = SourceFile.read(file).replace("\r\n", "\n");
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

  /**
   * Writes it into a source folder, each file below the folders of its package.
   *
   * @throws BadPatchException when a file is there already and must not be overwritten
   */
  void writeTo(Path folder, boolean overwrite) throws IOException {
    Map<Path, String> all = new TreeMap<>();
    files.forEach((name, text) -> all.put(folder.resolve(packagePath(text)).resolve(name), text));
    for (Path file : all.keySet()) {
      if (Files.exists(file) && !overwrite) {
        throw new BadPatchException(
            file + " is there already; name another folder, or give --overwrite");
      }
    }
    for (Map.Entry<Path, String> file : all.entrySet()) {
      Files.createDirectories(file.getKey().getParent());
      Files.writeString(file.getKey(), file.getValue());
    }
  }

  int lineCount() {
    return files.values().stream().mapToInt(text -> SourceLines.split(text).size()).sum();
  }

  private static String packagePath(String text) {
    Matcher declared = PACKAGE.matcher(text);
    return declared.find() ? declared.group(1).replace('.', '/') : "";
  }
}
