package firsthop.grader.exams.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.tcp.Reassembler;
import java.nio.charset.StandardCharsets;

/** Calls a reassembler and checks each result. Bytes are written as letters. */
final class CheckedReassembler {
  private final Reassembler reassembler;
  private final NumberedCalls calls = new NumberedCalls();

  CheckedReassembler(Reassembler reassembler, int capacity) {
    this.reassembler = reassembler;
    calls.add("open(" + capacity + ")");
    reassembler.open(capacity);
  }

  /** Inserts a segment, and fails unless exactly these bytes become readable. */
  CheckedReassembler insert(long index, String data, String readable) {
    return insert(index, data, false, readable);
  }

  /** Inserts the last segment, and fails unless exactly these bytes become readable. */
  CheckedReassembler insertLast(long index, String data, String readable) {
    return insert(index, data, true, readable);
  }

  private CheckedReassembler insert(long index, String data, boolean last, String readable) {
    calls.add("insert(" + index + ", \"" + data + "\", " + last + ")");
    byte[] returned = reassembler.insert(index, data.getBytes(StandardCharsets.ISO_8859_1), last);
    String text = new String(returned, StandardCharsets.ISO_8859_1);
    calls.addResult("\"" + text + "\"");
    assertThat(text).as("the result of the last of these calls:%s%n", calls).isEqualTo(readable);
    return this;
  }

  /** Fails unless so many bytes are stored. */
  CheckedReassembler pending(int expected) {
    assertThat(reassembler.pending()).as("pending() after%s%n", calls).isEqualTo(expected);
    return this;
  }

  /** Fails unless {@code finished} returns this. */
  CheckedReassembler finished(boolean expected) {
    assertThat(reassembler.finished()).as("finished() after%s%n", calls).isEqualTo(expected);
    return this;
  }
}
