package firsthop.grader.exams.tcp;

import firsthop.tcp.Segment;

/** Says in words what a segment is, for the trace and for failures. */
final class Words {
  private Words() {}

  /** Return a segment's range of indexes, such as {@code bytes 12 to 19} with {@code , FIN}. */
  static String of(Segment segment) {
    int length = segment.data().length;
    String bytes =
        length == 0
            ? "no bytes at " + segment.index()
            : "bytes " + segment.index() + " to " + (segment.index() + length - 1);
    return segment.fin() ? bytes + ", FIN" : bytes;
  }
}
