package firsthop.grader.intake;

/**
 * How much of a submission is looked at.
 *
 * @param entries files and folders in all
 * @param depth folders within folders
 * @param sources Java files
 * @param sourceBytes the size of one Java file
 */
public record IntakeLimits(int entries, int depth, int sources, int sourceBytes) {
  /** Far above what the labs need, far below what would hurt. */
  public static final IntakeLimits STANDARD = new IntakeLimits(20_000, 32, 500, 1 << 20);
}
