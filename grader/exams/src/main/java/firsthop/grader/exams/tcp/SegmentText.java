package firsthop.grader.exams.tcp;

import firsthop.tcp.Segment;

/** Describes segments as text, for the trace and for failures. */
final class SegmentText {
  private SegmentText() {}

  /**
   * Returns the range of a segment, such as {@code bytes 12 to 19} or {@code bytes 12 to 19, FIN}.
   */
  static String of(Segment segment) {
    int length = segment.data().length;
    String bytes =
        length == 0
            ? "no bytes at " + segment.index()
            : "bytes " + segment.index() + " to " + (segment.index() + length - 1);
    return segment.fin() ? bytes + ", FIN" : bytes;
  }
}
