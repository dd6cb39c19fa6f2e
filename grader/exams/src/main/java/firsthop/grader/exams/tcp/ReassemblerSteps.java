package firsthop.grader.exams.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.tcp.Reassembler;
import java.nio.charset.StandardCharsets;

/** Asks a reassembler step by step, with letters for bytes. */
final class ReassemblerSteps {
  private final Reassembler reassembler;
  private final Steps steps = new Steps();

  ReassemblerSteps(Reassembler reassembler, int capacity) {
    this.reassembler = reassembler;
    steps.add("open(" + capacity + ")");
    reassembler.open(capacity);
  }

  /** Insert a segment, and require what becomes readable. */
  ReassemblerSteps insert(long index, String data, String readable) {
    return insert(index, data, false, readable);
  }

  /** Insert a segment with which the stream ends, and require what becomes readable. */
  ReassemblerSteps insertLast(long index, String data, String readable) {
    return insert(index, data, true, readable);
  }

  private ReassemblerSteps insert(long index, String data, boolean last, String readable) {
    steps.add("insert(" + index + ", \"" + data + "\", " + last + ")");
    byte[] returned = reassembler.insert(index, data.getBytes(StandardCharsets.ISO_8859_1), last);
    String text = new String(returned, StandardCharsets.ISO_8859_1);
    steps.answer("\"" + text + "\"");
    assertThat(text).as("what the last of these calls returned:%s%n", steps).isEqualTo(readable);
    return this;
  }

  /** Require how many bytes are stored. */
  ReassemblerSteps pending(int expected) {
    assertThat(reassembler.pending()).as("pending() after%s%n", steps).isEqualTo(expected);
    return this;
  }

  /** Require that the stream is finished, or that it is not. */
  ReassemblerSteps finished(boolean expected) {
    assertThat(reassembler.finished()).as("finished() after%s%n", steps).isEqualTo(expected);
    return this;
  }
}
