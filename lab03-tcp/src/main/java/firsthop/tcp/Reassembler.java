package firsthop.tcp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.util.List;

/**
 * Puts a stream together again from its segments: what comes in has any order, what comes out has
 * the right one, with every byte once.
 *
 * <p>The bytes of a stream have the indexes 0, 1, 2 and so on. A segment brings some of them, from
 * an index on. On the way it may get lost, and be sent again; it may arrive twice, or after its
 * successors. And a sender that sends again may cut the stream at other places than before, so that
 * segments overlap in any way that two segments can.
 *
 * <p>The index <i>next wanted</i> is that of the first byte that has not been returned yet. It is 0
 * at first. With a capacity of 8:
 *
 * <pre>{@code
 * call                         returns    pending    finished    next wanted
 * insert(0, "ab", false)       "ab"       0          false       2
 * insert(5, "fg", false)       ""         2          false       2     c, d, e are missing
 * insert(4, "efg", true)       ""         3          false       2     f, g are known; it ends at 7
 * insert(1, "bc", false)       "c"        3          false       3     b is known
 * insert(3, "de", false)       "defg"     0          true        7     e is known
 * }</pre>
 *
 * <p>What comes out:
 *
 * <ul>
 *   <li>{@code insert} returns the bytes that have just become readable: all that follow, without a
 *       gap, from next wanted on. They are returned at once and never again.
 *   <li>Bytes behind a gap are stored until the gap is filled, wherever its filling begins and in
 *       however many pieces it comes.
 *   <li>Bytes that have been returned, or are stored, may come again, alone or together with new
 *       ones: the new ones count, the others change nothing.
 * </ul>
 *
 * <p>What is dropped:
 *
 * <ul>
 *   <li>Only the {@code capacity} bytes from next wanted on are taken, by the value that next
 *       wanted has when {@code insert} is called. Bytes with an index of next wanted + {@code
 *       capacity} or more are dropped, even if the same call makes room for them.
 *   <li>The bytes of the same segment that lie within are kept.
 *   <li>What is dropped leaves no trace; a good sender sends it again.
 * </ul>
 *
 * <p>Where it ends:
 *
 * <ul>
 *   <li>{@code last} says that the stream ends with this segment. The end is then {@code index} +
 *       the length of {@code data}. The segment may arrive before others, may be empty, and may
 *       bring no byte that is new.
 *   <li>{@code last} counts if the end is at most next wanted + {@code capacity}, again by the
 *       value when {@code insert} is called. Otherwise it is dropped as the bytes are.
 *   <li>The stream is finished when all bytes before the end have been returned. A stream may be
 *       empty.
 * </ul>
 *
 * <p>Take memory for the bytes that are stored and not for the capacity: with a capacity of 2^30
 * and a few bytes far apart, a small heap must do.
 *
 * <p>Not tested: two segments that disagree about a byte or about the end, bytes after the end,
 * questions before {@code open}, and arrays that are changed after they were passed in or returned.
 */
@Exercise(id = "3.3", title = "Putting the stream together", rfc = "RFC 9293 §3.10.7.4")
@Points(13)
public interface Reassembler {

  /**
   * Begins a stream, of which nothing is known yet.
   *
   * @param capacity how many bytes from next wanted on are taken, 1 to 2^30
   * @throws IllegalArgumentException if the capacity is not 1 to 2^30
   * @throws IllegalStateException if it has been called before
   */
  void open(int capacity);

  /**
   * Takes a segment that has arrived.
   *
   * @param index the index of the first byte of {@code data}, 0 to 2^62 − 1; more than an {@code
   *     int} can hold
   * @param data the bytes, perhaps none
   * @param last whether the stream ends after {@code data}
   * @return the bytes that have just become readable, in order; an empty array if there are none
   */
  byte[] insert(long index, byte[] data, boolean last);

  /**
   * Returns how many bytes are stored and have not been returned. Each index counts once, however
   * often its byte has come.
   */
  int pending();

  /** Returns whether the end is known and all bytes before it have been returned. */
  boolean finished();

  /**
   * Takes many segments, in the order of the list. It works as it stands; you need not write it.
   *
   * @param segments what has arrived; {@link Segment#fin} is {@code last}
   * @return what {@link #insert} returns for each of them, in the same order
   */
  default List<byte[]> insertAll(List<Segment> segments) {
    return segments.stream()
        .map(segment -> insert(segment.index(), segment.data(), segment.fin()))
        .toList();
  }
}
