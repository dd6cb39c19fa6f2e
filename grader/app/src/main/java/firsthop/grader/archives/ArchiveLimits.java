package firsthop.grader.archives;

import java.time.Duration;

/**
 * How much is looked at of all archives that one submission holds. Only sources and archives in
 * them are unpacked, so these are not about what else they hold.
 *
 * @param entries files and folders in all; with more, an archive is refused
 * @param depth names in a path; what lies deeper is left out
 * @param archiveBytes the size of an archive that lies in another one
 * @param unpackedBytes what comes out in all; more, and the rest is refused
 * @param heldBytes what is kept in memory of tars, and of archives in archives; more, and the rest
 *     is refused
 * @param ratio how many times its packed size something may be, beyond {@link #FREE_BYTES}
 * @param nesting archives in archives: 1 allows a student's archive, 2 an archive in it
 * @param patience for how long archives are read; then the rest is refused
 */
public record ArchiveLimits(
    int entries,
    int depth,
    int archiveBytes,
    long unpackedBytes,
    long heldBytes,
    int ratio,
    int nesting,
    Duration patience) {
  /** So much may come of however little: a small file of blanks is no attack. */
  static final int FREE_BYTES = 1 << 20;

  /** Of what a student hands in: the course, with all that a build leaves, many times. */
  public static final ArchiveLimits STANDARD =
      new ArchiveLimits(
          20_000, 32, 64 << 20, 256L << 20, 64L << 20, 200, 2, Duration.ofSeconds(20));

  /** Of what a whole class handed in; an instructor's own, so against accidents rather. */
  public static final ArchiveLimits OF_A_CLASS =
      new ArchiveLimits(500_000, 40, 64 << 20, 64L << 30, 512L << 20, 1_100, 1, Duration.ofDays(1));

  /** What a zip's directory needs for an entry: 46 bytes, the name, and what Unix adds. */
  private static final int DIRECTORY_BYTES = 300;

  /** A path that a course needs has a hundred letters. */
  private static final int NAME_CHARS = 256;

  /** A zip's last comment is looked through for the end of its directory, four bytes a step. */
  private static final int SEARCH_BYTES = 1 << 19;

  /** Returns how many letters the names in archives may have, in all. */
  long nameChars() {
    return (long) NAME_CHARS * entries;
  }

  /** Returns how many bytes of zips are read to know what is in them. */
  long directoryBytes() {
    return SEARCH_BYTES + (long) DIRECTORY_BYTES * entries;
  }
}
