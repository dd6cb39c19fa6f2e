package firsthop.grader.exams.tcp;

import firsthop.tcp.Segment;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A simple reassembler for a stream that the test knows, with one bit for each byte. It says which
 * bytes the candidate's reassembler must return.
 */
final class ModelReassembler {
  private static final int UNKNOWN = -1;

  private final byte[] stream;
  private final int capacity;
  private final BitSet arrived = new BitSet();
  private int wanted;
  private int end = UNKNOWN;

  ModelReassembler(byte[] stream, int capacity) {
    this.stream = stream;
    this.capacity = capacity;
  }

  /** Takes a segment of the stream, and returns the bytes that become readable. */
  byte[] insert(Segment segment) {
    int index = Math.toIntExact(segment.index());
    int stop = index + segment.data().length;
    int limit = wanted + capacity;
    for (int i = index; i < stop && i < limit; i++) {
      arrived.set(i);
    }
    if (segment.fin() && stop <= limit) {
      end = stop;
    }
    int from = wanted;
    wanted = arrived.nextClearBit(wanted);
    return Arrays.copyOfRange(stream, from, wanted);
  }

  /** Returns the index of the first byte that is missing. */
  int wanted() {
    return wanted;
  }

  /** Returns how many bytes have arrived after the first missing byte. */
  int pending() {
    return arrived.cardinality() - wanted;
  }

  /** Returns whether the whole stream has arrived, with its end. */
  boolean finished() {
    return wanted == end;
  }
}
