package firsthop.grader.intake;

import firsthop.grader.archives.Item;
import java.util.Comparator;

/**
 * A file of a submission that may be a Java source.
 *
 * @param displayPath its path, for messages
 * @param rank a file that was handed in later has a lower rank, if the order is known
 * @param nesting the number of archives that contain it
 * @param isNamedJava whether its name says that it is a Java source; else it may be any text
 */
record FoundFile(String displayPath, Item.File file, int rank, int nesting, boolean isNamedJava) {
  /**
   * Orders files by what should be read first if the limits do not allow all: files that are named
   * as Java sources, then files that were handed in later, then files outside archives, then files
   * in a source folder, then files closer to the top.
   */
  static final Comparator<FoundFile> ORDER =
      Comparator.comparing((FoundFile each) -> !each.isNamedJava())
          .thenComparing(FoundFile::rank)
          .thenComparing(FoundFile::nesting)
          .thenComparing(each -> !FileNames.isInSourceFolder(each.displayPath()))
          .thenComparing(each -> FileNames.folders(each.displayPath()).size())
          .thenComparing(FoundFile::displayPath);
}
