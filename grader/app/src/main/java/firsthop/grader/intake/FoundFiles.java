package firsthop.grader.intake;

import firsthop.grader.platforms.SourceFileName;
import java.util.ArrayList;
import java.util.List;

/** Sorts the files of one submission by their names, within limits. */
final class FoundFiles {
  /** How many files there were at some time. */
  record Count(int files, int sources, int texts, int leftOut) {}

  private final IntakeLimits limits;
  private final LeftOutFiles leftOut;
  private final List<FoundFile> files = new ArrayList<>();
  private int sources;
  private int texts;
  private int textsHeld;

  /**
   * Creates an empty collection.
   *
   * @param leftOut receives the files that are not read
   */
  FoundFiles(IntakeLimits limits, LeftOutFiles leftOut) {
    this.limits = limits;
    this.leftOut = leftOut;
  }

  /** Adds a file that is not an archive. Returns false if there are too many Java sources. */
  boolean add(FoundFile file) {
    if (file.isNamedJava()) {
      if (sources == limits.sources()) {
        return false;
      }
      sources++;
      files.add(file);
    } else if (FileNames.mayBeJava(file.displayPath()) && texts < limits.texts()) {
      texts++;
      files.add(file);
    } else {
      leftOut.add(file.displayPath());
    }
    return true;
  }

  /** Returns the largest size of a file with this name that is read; 0 if it is not read. */
  int maxSize(String name) {
    if (SourceFileName.matches(name)) {
      return limits.sourceBytes();
    }
    // A tar keeps each text in memory, so their number is limited here too.
    return FileNames.mayBeJava(name) && textsHeld++ < limits.texts() ? limits.textBytes() : 0;
  }

  Count count() {
    return new Count(files.size(), sources, texts, leftOut.size());
  }

  /** Replaces the files that were added after a count by the archive that contains them. */
  void replaceAfter(Count before, String archive) {
    files.subList(before.files(), files.size()).clear();
    sources = before.sources();
    texts = before.texts();
    leftOut.replaceAfter(before.leftOut(), archive);
  }

  /** Returns the files that may be sources, in the order in which they should be read. */
  List<FoundFile> sorted() {
    return files.stream().sorted(FoundFile.ORDER).toList();
  }
}
