package firsthop.grader.archives;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What may still be read of one submission's archives, nested ones too: bytes, entries and time. It
 * is one for all of them, so that a hundred small bombs cost no more than one.
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
   * @param clock nanoseconds since whenever
   */
  ReadBudget(ArchiveLimits limits, LongSupplier clock) {
    this.limits = limits;
    this.clock = clock;
    this.started = clock.getAsLong();
  }

  /** Takes in unpacked bytes. */
  void unpack(long bytes) throws RefusedArchiveException {
    checkTime();
    unpacked += bytes;
    if (unpacked > limits.unpackedBytes()) {
      throw new RefusedArchiveException(
          "more than " + limits.unpackedBytes() + " bytes come out of the archive");
    }
  }

  /** Takes in bytes of sources or archives that stay in memory. */
  void hold(long bytes) throws RefusedArchiveException {
    held += bytes;
    if (held > limits.heldBytes()) {
      throw new RefusedArchiveException(
          "its sources and archives come to more than " + limits.heldBytes() + " bytes");
    }
  }

  /** Takes in the path of a file or folder. */
  void enter(String path) throws RefusedArchiveException {
    checkTime();
    if (++entries > limits.entries()) {
      throw new RefusedArchiveException(
          "it holds more than " + limits.entries() + " files and folders");
    }
    names += path.length();
    if (names > limits.nameChars()) {
      throw new RefusedArchiveException(
          "its names come to more than " + limits.nameChars() + " letters");
    }
  }

  /** Takes in bytes that were read to know what is in a zip. */
  void readDirectory(long bytes) throws RefusedArchiveException {
    checkTime();
    directories += bytes;
    if (directories > limits.directoryBytes()) {
      throw new RefusedArchiveException("its directory is too long");
    }
  }

  private void checkTime() throws RefusedArchiveException {
    if (clock.getAsLong() - started > limits.patience().toNanos()) {
      throw new RefusedArchiveException(
          "reading it takes longer than "
              + TimeUnit.NANOSECONDS.toSeconds(limits.patience().toNanos())
              + " seconds");
    }
  }
}
