package firsthop.grader.archives;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Counts the bytes, the entries and the time that reading the archives of one submission takes, and
 * enforces {@link ArchiveLimits}. All archives of a submission share one budget, so a hundred small
 * zip bombs cost no more than one.
 */
final class ReadBudget {
  private final ArchiveLimits limits;
  private final LongSupplier clock;
  private final long started;
  private long unpacked;
  private long held;
  private long names;
  private long directories;
  private int entries;

  /**
   * Creates a budget; its time starts now.
   *
   * @param clock a clock in nanoseconds
   */
  ReadBudget(ArchiveLimits limits, LongSupplier clock) {
    this.limits = limits;
    this.clock = clock;
    this.started = clock.getAsLong();
  }

  /** Counts unpacked bytes. */
  void addUnpacked(long bytes) throws RefusedArchiveException {
    checkTime();
    unpacked += bytes;
    if (unpacked > limits.unpackedBytes()) {
      throw new RefusedArchiveException(
          "all archives together unpack to more than " + limits.unpackedBytes() + " bytes");
    }
  }

  /** Counts bytes of sources or archives that stay in memory. */
  void addHeld(long bytes) throws RefusedArchiveException {
    held += bytes;
    if (held > limits.heldBytes()) {
      throw new RefusedArchiveException(
          "its sources and inner archives have more than "
              + limits.heldBytes()
              + " bytes together");
    }
  }

  /** Counts the path of a file or folder. */
  void addEntry(String path) throws RefusedArchiveException {
    checkTime();
    if (++entries > limits.entries()) {
      throw new RefusedArchiveException(
          "it contains more than " + limits.entries() + " files and folders");
    }
    names += path.length();
    if (names > limits.nameChars()) {
      throw new RefusedArchiveException(
          "its names have more than " + limits.nameChars() + " characters together");
    }
  }

  /** Counts bytes of the directory of a zip. */
  void addDirectoryBytes(long bytes) throws RefusedArchiveException {
    checkTime();
    directories += bytes;
    if (directories > limits.directoryBytes()) {
      throw new RefusedArchiveException("its directory is too long");
    }
  }

  private void checkTime() throws RefusedArchiveException {
    if (clock.getAsLong() - started > limits.timeLimit().toNanos()) {
      throw new RefusedArchiveException(
          "reading it takes longer than "
              + TimeUnit.NANOSECONDS.toSeconds(limits.timeLimit().toNanos())
              + " seconds");
    }
  }
}
