package firsthop.grader.proof.patch;

import java.nio.file.Path;

/**
 * Where a patch is: {@code <exercise>/<mistake>.patch}.
 *
 * @param path of the file, which need not exist
 */
record PatchFile(Path path) {
  static final String SUFFIX = ".patch";

  /** Returns the place of a mistake's patch in an exercise's folder. */
  static PatchFile of(Path exerciseFolder, String mistake) {
    return new PatchFile(exerciseFolder.resolve(mistake + SUFFIX));
  }

  String exercise() {
    return String.valueOf(path.toAbsolutePath().getParent().getFileName());
  }

  String mistake() {
    String name = path.getFileName().toString();
    return name.substring(0, name.length() - SUFFIX.length());
  }

  /** Returns a refusal of line ends that git or an editor has changed, to be thrown. */
  BadPatchException refuseLineEnds() {
    return new BadPatchException(
        "%s/%s: its lines end with CR LF; save it with LF alone"
                .formatted(exercise(), path.getFileName())
            + " (if git made them: git config core.autocrlf false, then check the file out again)");
  }

  /**
   * Returns a refusal, to be thrown.
   *
   * @param line in the patch, counted from 1
   * @param expected what would have been right
   * @param came what is there instead
   */
  BadPatchException refuse(int line, String expected, String came) {
    return new BadPatchException(
        "%s/%s:%d: expected %s, but came %s; "
                .formatted(exercise(), path.getFileName(), line, expected, came)
            + ("to make it again, run ./firsthop patch write %1$s base DIR, make the mistake in DIR,"
                    + " and run ./firsthop patch make %1$s %2$s DIR --overwrite"
                    + " --sentence \"What is wrong.\"")
                .formatted(exercise(), mistake()));
  }
}
