package firsthop.grader.wire;

/**
 * The limits of one frame. A writer refuses to send more. A reader checks them before it allocates
 * anything.
 *
 * @param frameBytes the maximum length of a frame in bytes
 * @param depth the maximum nesting of lists, maps, optionals and records; a plain value has depth 1
 * @param values the maximum number of values in a frame, counting containers and their contents
 * @param textChars the maximum length of a text in UTF-16 units
 */
public record Bounds(int frameBytes, int depth, int values, int textChars) {

  /** 16 MiB per frame: a call may pass 8 MB, or a list of 100,000 short texts. */
  public static final Bounds STANDARD = new Bounds(16 << 20, 16, 1_000_000, 1 << 20);

  /** For values that are sent as bytes inside another frame: it leaves room for that frame. */
  public static final Bounds INNER =
      new Bounds(STANDARD.frameBytes - 1_024, STANDARD.depth, STANDARD.values, STANDARD.textChars);
}
