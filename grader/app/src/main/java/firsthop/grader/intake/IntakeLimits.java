package firsthop.grader.intake;

import firsthop.grader.archives.ArchiveLimits;

/**
 * The limits for reading one submission.
 *
 * @param entries the largest number of files and folders
 * @param depth the largest number of names in a path; a file at the top has depth 1
 * @param sources the largest number of Java files
 * @param sourceBytes the largest size of one Java file
 * @param allBytes the largest size of all Java files together; a request to the compiler must hold
 *     them
 * @param archives the limits for the archives of the submission
 */
public record IntakeLimits(
    int entries, int depth, int sources, int sourceBytes, int allBytes, ArchiveLimits archives) {
  /** Much more than the labs need, and little enough to be harmless. */
  public static final IntakeLimits STANDARD = new IntakeLimits(20_000, 32, 500, 1 << 20, 4 << 20);

  /** Creates limits with the standard limits for archives. */
  public IntakeLimits(int entries, int depth, int sources, int sourceBytes, int allBytes) {
    this(entries, depth, sources, sourceBytes, allBytes, ArchiveLimits.STANDARD);
  }

  /** Returns the largest number of other texts, which may be anything, that are searched. */
  int texts() {
    return sources / 2;
  }

  /** Returns the largest size of another text that is searched for a source. */
  int textBytes() {
    return sourceBytes / 16;
  }
}
