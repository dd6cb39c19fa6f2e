package firsthop.grader.proof.patch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A mistake, as what it changes in the base.
 *
 * @param file where it was read from
 * @param sentence that says the mistake
 * @param files that it changes, in the order of their names
 */
record MistakePatch(PatchFile file, String sentence, List<FilePatch> files) {
  MistakePatch {
    files = List.copyOf(files);
  }

  /**
   * Returns the whole program with the mistake in it: its texts, by file name.
   *
   * @throws BadPatchException when it does not apply to this base
   */
  Map<String, String> applyTo(Map<String, String> base) throws BadPatchException {
    Map<String, String> program = new TreeMap<>(base);
    for (FilePatch each : files) {
      program.put(each.name(), each.applyTo(base.get(each.name()), file));
    }
    return program;
  }

  /** Returns how many lines of the base it removes. */
  int removedLines() {
    return files.stream().flatMap(each -> each.hunks().stream()).mapToInt(Hunk::removedLines).sum();
  }
}
