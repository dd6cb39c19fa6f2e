package firsthop.grader.archives;

import java.time.Duration;

/**
 * The limits for all archives of one submission together. Only sources and inner archives are
 * unpacked, so other files do not count towards the limits in bytes of a zip.
 *
 * @param entries the largest number of files and folders; an archive that exceeds it is refused
 * @param depth the largest number of names in a path; a deeper entry is left out
 * @param archiveBytes the largest size of an archive inside another one
 * @param unpackedBytes the largest number of unpacked bytes; the rest is refused
 * @param heldBytes the largest number of bytes kept in memory, for files of tars and for archives
 *     inside archives; the rest is refused
 * @param ratio the largest ratio of unpacked to packed size, after the first {@link #FREE_BYTES}
 * @param nesting the largest depth of archives inside archives: 1 allows a student's archive, 2
 *     also an archive inside it
 * @param timeLimit the longest time for reading archives; after it the rest is refused
 */
public record ArchiveLimits(
    int entries,
    int depth,
    int archiveBytes,
    long unpackedBytes,
    long heldBytes,
    int ratio,
    int nesting,
    Duration timeLimit) {
  /** Up to this size the ratio does not count, because a small file of blanks is not an attack. */
  static final int FREE_BYTES = 1 << 20;

  /** The largest memory for unpacking one archive: enough for every preset of xz and 7z. */
  static final int UNPACKER_MEBIBYTES = 128;

  /** The limits for one student: many times the size of the whole course with its build output. */
  public static final ArchiveLimits STANDARD =
      new ArchiveLimits(
          20_000, 32, 64 << 20, 256L << 20, 64L << 20, 200, 2, Duration.ofSeconds(20));

  /**
   * The limits for the archive of a whole class, which only guard the instructor from accidents.
   */
  public static final ArchiveLimits WHOLE_CLASS =
      new ArchiveLimits(500_000, 40, 64 << 20, 64L << 30, 512L << 20, 1_100, 1, Duration.ofDays(1));

  /** An entry in the directory of a zip: 46 bytes, the name, and Unix attributes. */
  private static final int DIRECTORY_BYTES = 300;

  /** Paths of the course have about a hundred characters. */
  private static final int NAME_CHARS = 256;

  /** The library searches the comment at the end of a zip for the directory, 4 bytes per step. */
  private static final int SEARCH_BYTES = 1 << 19;

  /** Returns how many characters all names in the archives may have together. */
  long nameChars() {
    return (long) NAME_CHARS * entries;
  }

  /** Returns how many bytes of the directories of zips may be read. */
  long directoryBytes() {
    return SEARCH_BYTES + (long) DIRECTORY_BYTES * entries;
  }
}
