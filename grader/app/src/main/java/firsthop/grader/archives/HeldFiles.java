package firsthop.grader.archives;

import java.io.IOException;
import java.util.function.ToIntFunction;

/**
 * Keeps files in memory that may be needed later, of archives that are read once, from the start.
 */
final class HeldFiles {
  /** Reads the content of a file. */
  interface Source {
    /** Returns so many bytes, or fewer if the file ends before. */
    byte[] read(int bytes) throws IOException;
  }

  private final ToIntFunction<String> maxSize;
  private final ReadBudget budget;

  /**
   * Creates a store.
   *
   * @param maxSize returns, for the name of a file, the largest size in bytes that is kept; 0 if
   *     the file will not be read
   */
  HeldFiles(ToIntFunction<String> maxSize, ReadBudget budget) {
    this.maxSize = maxSize;
    this.budget = budget;
  }

  /** Reads a file if it may be needed; returns its content, or one that refuses to be read. */
  Item.Content content(String name, long size, Source source) throws IOException {
    int max = maxSize.applyAsInt(name);
    if (max == 0 || size > max) {
      return () -> {
        throw new RefusedArchiveException("it is larger than " + max + " bytes");
      };
    }
    budget.addHeld(size);
    byte[] bytes = source.read((int) size);
    if (bytes.length < size) {
      throw new RefusedArchiveException(Archive.DAMAGED);
    }
    return Item.Content.of(bytes);
  }
}
