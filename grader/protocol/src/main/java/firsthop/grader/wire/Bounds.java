package firsthop.grader.wire;

/**
 * How much may cross the wire in one frame. Both sides hold to it: a writer refuses to send more, a
 * reader refuses to take more before it allocates anything.
 *
 * @param frameBytes the longest frame, in bytes
 * @param depth how deep lists, maps, optionals and records may nest; a plain value has depth 1
 * @param values how many values a frame may hold in all, containers and their contents counted
 * @param textChars the longest text, in UTF-16 units
 */
public record Bounds(int frameBytes, int depth, int values, int textChars) {

  /** 16 MiB a frame: a contract may move 8 MB in one call, and a list of 100,000 short texts. */
  public static final Bounds STANDARD = new Bounds(16 << 20, 16, 1_000_000, 1 << 20);

  /** For what travels as bytes inside another frame: leaves room for what is around it. */
  public static final Bounds INNER =
      new Bounds(STANDARD.frameBytes - 1_024, STANDARD.depth, STANDARD.values, STANDARD.textChars);
}
