package firsthop.tool.relay;

/**
 * What a relay does to one datagram.
 *
 * @param lost whether it does not arrive
 * @param repeated whether it arrives twice
 * @param delayed whether it arrives late
 * @param overtaken whether the next datagram in the same direction arrives before it
 */
record Fate(boolean lost, boolean repeated, boolean delayed, boolean overtaken) {
  static final Fate PASSED = new Fate(false, false, false, false);

  /** Returns what happens in a few words; empty if it simply passes. */
  String words() {
    if (lost) {
      return "lost";
    }
    String words = repeated ? "repeated" : "";
    words += delayed ? (words.isEmpty() ? "" : ", ") + "delayed" : "";
    return words + (overtaken ? (words.isEmpty() ? "" : ", ") + "overtaken" : "");
  }
}
