package firsthop.grader.intake;

import firsthop.grader.archives.ArchiveLimits;

/**
 * How much of a submission is looked at.
 *
 * @param entries files and folders in all
 * @param depth names in a path: a file at the top has depth 1
 * @param sources Java files
 * @param sourceBytes the size of one Java file
 * @param allBytes the size of all Java files together; a compiler's request must hold them
 * @param archives of each archive that a student handed in
 */
public record IntakeLimits(
    int entries, int depth, int sources, int sourceBytes, int allBytes, ArchiveLimits archives) {
  /** Far above what the labs need, far below what would hurt. */
  public static final IntakeLimits STANDARD = new IntakeLimits(20_000, 32, 500, 1 << 20, 4 << 20);

  /** Makes some with the standard limits of archives. */
  public IntakeLimits(int entries, int depth, int sources, int sourceBytes, int allBytes) {
    this(entries, depth, sources, sourceBytes, allBytes, ArchiveLimits.STANDARD);
  }
}
