package firsthop.grader.proof.patch;

import firsthop.grader.proof.source.FileChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The folder of an exercise's wrong submissions, for their author.
 *
 * @param home the checkout
 * @param path such as {@code grader/exams/wrong/1.1}
 */
record ExerciseFolder(Path home, Path path) {

  private static final String WRONG = "grader/exams/wrong";

  /**
   * Returns the folder of an exercise.
   *
   * @throws BadPatchException when there is none
   */
  static ExerciseFolder of(Path home, String exercise) throws BadPatchException {
    Path wrong = home.resolve(WRONG);
    Path folder = wrong.resolve(exercise);
    if (!exercise.matches("\\d+\\.\\d+") || !Files.isDirectory(folder)) {
      throw new BadPatchException(
          wrong + " has no exercise " + exercise + "; give its number, such as 1.1");
    }
    return new ExerciseFolder(home, folder);
  }

  /**
   * Returns the program of a mistake, or the right one by the name {@code base}.
   *
   * @throws BadPatchException when there is no such mistake, or its patch cannot be used
   */
  WholeProgram program(String mistake) throws IOException {
    if (mistake.equals(WrongSubmissions.BASE)) {
      return base();
    }
    checkName(mistake);
    if (Files.isDirectory(path.resolve(mistake))) {
      return WholeProgram.read(path.resolve(mistake));
    }
    PatchFile patch = PatchFile.of(path, mistake);
    if (!Files.exists(patch.path())) {
      throw new BadPatchException("there is no " + patch.path() + "; see which others are there");
    }
    return new WholeProgram(PatchReader.read(patch).applyTo(base().files()));
  }

  /**
   * Makes the patch of a mistake.
   *
   * @param sentence that says the mistake; if empty, the one of the patch that is there
   * @return where it was written
   * @throws BadPatchException when a program or sentence does not do, or the patch is there already
   *     and must not be overwritten
   */
  Path make(String mistake, WholeProgram program, Optional<String> sentence, boolean overwrite)
      throws IOException {
    checkName(mistake);
    if (mistake.equals(WrongSubmissions.BASE) || Files.exists(path.resolve(mistake))) {
      throw new BadPatchException(
          path.resolve(mistake) + " is a whole program; edit it there, or name another mistake");
    }
    PatchFile patch = PatchFile.of(path, mistake);
    if (Files.exists(patch.path()) && !overwrite) {
      throw new BadPatchException(
          patch.path() + " is there already; name another mistake, or give --overwrite");
    }
    String said = MistakeSentence.check(sentence.isPresent() ? sentence.get() : sentenceOf(patch));
    Map<String, String> base = base().files();
    checkFiles(program, base);
    String text = PatchText.of(mistake, said, base, program.files());
    MistakePatch made = PatchReader.read(patch, text);
    int lines = base().lineCount();
    if (made.removedLines() * 2 > lines) {
      throw new BadPatchException(
          "the mistake leaves less than half of the %d lines of base/; keep it whole in %s instead"
              .formatted(lines, path.resolve(mistake)));
    }
    FileChanges changes = new FileChanges();
    if (Files.exists(patch.path(), LinkOption.NOFOLLOW_LINKS)) {
      changes.replace(patch.path(), text);
    } else {
      changes.create(patch.path(), text);
    }
    changes.applyIn(home);
    return patch.path();
  }

  private static String sentenceOf(PatchFile patch) throws IOException {
    if (!Files.exists(patch.path())) {
      throw new BadPatchException("the patch is new; say the mistake with --sentence");
    }
    return PatchReader.read(patch).sentence();
  }

  private void checkFiles(WholeProgram program, Map<String, String> base) throws BadPatchException {
    Set<String> missing = new TreeSet<>(base.keySet());
    missing.removeAll(program.files().keySet());
    if (!missing.isEmpty()) {
      throw new BadPatchException(
          "the program has no " + String.join(", ", missing) + ", as base/ has; add it");
    }
    if (program.files().equals(base)) {
      throw new BadPatchException("the program is the one of base/; make the mistake in it first");
    }
  }

  private static void checkName(String mistake) throws BadPatchException {
    if (!WrongSubmissions.NAME.matcher(mistake).matches()) {
      throw new BadPatchException(
          "a mistake is named in small letters, such as takes-999, and not " + mistake);
    }
  }

  private WholeProgram base() throws IOException {
    return WrongSubmissions.readBase(path);
  }
}
