package firsthop.grader.proof.patch;

import firsthop.grader.proof.source.FileChanges;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The source folder in which an author edits a whole program.
 *
 * @param home the checkout
 */
record ProgramFolder(Path home, Path folder) {
  private static final String JAVA = ".java";
  private static final int MAX_NAMED = 5;

  ProgramFolder {
    // A path that is typed may have no parent, but a folder has one.
    folder = folder.toAbsolutePath();
  }

  /**
   * Reads all Java files in the folder and below.
   *
   * @throws BadPatchException when there is no such folder, or something in it is a symbolic link
   */
  WholeProgram read() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new BadPatchException(folder + " is no folder; name the one that holds the program");
    }
    return WholeProgram.read(javaFiles().stream());
  }

  /**
   * Writes a program.
   *
   * @throws BadPatchException when the folder has files that {@link #read} would take for the
   *     program's, or is a folder of the checkout that is in use, or when a file is there already
   *     and must not be overwritten
   */
  void write(WholeProgram program, boolean overwrite) throws IOException {
    Map<Path, String> all = new TreeMap<>();
    program.byPath().forEach((path, text) -> all.put(folder.resolve(path), text));
    if (Files.exists(folder)) {
      refuseOthers(all);
    }
    FileChanges changes = new FileChanges();
    for (Map.Entry<Path, String> file : all.entrySet()) {
      if (!Files.exists(file.getKey())) {
        changes.create(file.getKey(), file.getValue());
      } else if (overwrite) {
        changes.replace(file.getKey(), file.getValue());
      } else {
        throw new BadPatchException(
            file.getKey() + " is there already; name another folder, or give --overwrite");
      }
    }
    changes.apply();
  }

  private void refuseOthers(Map<Path, String> program) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new BadPatchException(folder + " is a file; name a folder");
    }
    List<Path> others = new ArrayList<>(javaFiles());
    others.removeAll(program.keySet());
    if (!others.isEmpty()) {
      throw new BadPatchException(
          "%s has Java files that are not the program's: %s; name another folder, because patch make"
                  .formatted(folder, names(others))
              + " takes all of them");
    }
    try (Stream<Path> inside = Files.list(folder)) {
      if (folder.toRealPath().startsWith(home.toRealPath()) && inside.findAny().isPresent()) {
        throw new BadPatchException(
            folder
                + " is a folder of the checkout and is not empty; name a new folder, or one outside"
                + " the checkout");
      }
    }
  }

  private List<Path> javaFiles() throws IOException {
    // A folder that is itself a link is what the author named; what is in it must not lead on.
    try (Stream<Path> inside = Files.list(folder)) {
      List<Path> found = new ArrayList<>();
      for (Path top : inside.toList()) {
        try (Stream<Path> all = Files.walk(top)) {
          for (Path path : all.toList()) {
            if (Files.isSymbolicLink(path)) {
              throw new BadPatchException(
                  path + " is a symbolic link; put the file itself there, or name another folder");
            }
            if (path.toString().endsWith(JAVA) && !Files.isDirectory(path)) {
              found.add(regular(path));
            }
          }
        }
      }
      return found.stream().sorted().toList();
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private static Path regular(Path path) throws BadPatchException {
    if (!Files.isRegularFile(path)) {
      throw new BadPatchException(path + " is not a regular file; remove it");
    }
    return path;
  }

  private String names(List<Path> files) {
    String shown =
        files.stream()
            .limit(MAX_NAMED)
            .map(file -> folder.relativize(file).toString())
            .collect(Collectors.joining(", "));
    return files.size() > MAX_NAMED
        ? shown + " and %d more".formatted(files.size() - MAX_NAMED)
        : shown;
  }
}
