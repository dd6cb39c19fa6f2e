package firsthop.grader.exams.tcp;

import firsthop.tcp.Segment;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What a receiver has of a stream that the examiner knows: a bit for each byte. It says what has to
 * come out, and is too simple to be wrong.
 */
final class ByteMap {
  private static final int UNKNOWN = -1;

  private final byte[] stream;
  private final int capacity;
  private final BitSet arrived = new BitSet();
  private int wanted;
  private int end = UNKNOWN;

  ByteMap(byte[] stream, int capacity) {
    this.stream = stream;
    this.capacity = capacity;
  }

  /** Take a segment of the stream; return the bytes that become readable. */
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

  /** Return the index of the first byte that is missing. */
  int wanted() {
    return wanted;
  }

  /** Return how many bytes there are behind that. */
  int pending() {
    return arrived.cardinality() - wanted;
  }

  /** Return whether all of the stream is there, its end too. */
  boolean finished() {
    return wanted == end;
  }
}
