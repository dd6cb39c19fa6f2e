package firsthop.tcp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.util.List;

/**
 * Puts a stream together from its segments. The segments come in any order. The bytes come out in
 * the right order, and every byte comes out once.
 *
 * <p>The bytes of a stream have the indexes 0, 1, 2 and so on. A segment brings some of them,
 * starting at an index. On the way it may get lost, and be sent again. It may arrive twice, or
 * after segments that were sent later. A sender that sends again may cut the stream at other places
 * than before. So segments may overlap in every way in which two segments can overlap.
 *
 * <p>The index <i>next wanted</i> is the index of the first byte that has not been returned yet. It
 * is 0 at first. An example with a capacity of 8:
 *
 * <pre>{@code
 * call                         returns    pending    finished    next wanted
 * insert(0, "ab", false)       "ab"       0          false       2
 * insert(5, "fg", false)       ""         2          false       2     c, d, e are missing
 * insert(4, "efg", true)       ""         3          false       2     e is new; the end is 7
 * insert(1, "bc", false)       "c"        3          false       3     b was returned before
 * insert(3, "de", false)       "defg"     0          true        7     e was stored before
 * }</pre>
 *
 * <p>What comes out:
 *
 * <ul>
 *   <li>{@code insert} returns the bytes that have just become readable: all bytes from next wanted
 *       up to the first gap. They are returned at once and never again.
 *   <li>Bytes after a gap are stored until the gap is filled. A gap may be filled from any place,
 *       and in any number of pieces.
 *   <li>Bytes that have been returned, or are stored, may come again, alone or together with new
 *       ones. The new bytes count, the others change nothing.
 * </ul>
 *
 * <p>What is dropped:
 *
 * <ul>
 *   <li>Only the {@code capacity} bytes from next wanted on are taken. What counts is the value
 *       that next wanted has when {@code insert} is called. Bytes with an index of next wanted +
 *       {@code capacity} or more are dropped, even if the same call makes room for them.
 *   <li>Bytes of the same segment that lie below this limit are kept.
 *   <li>Dropped bytes leave no trace. A good sender sends them again.
 * </ul>
 *
 * <p>Where the stream ends:
 *
 * <ul>
 *   <li>{@code last} says that the stream ends with this segment. The end is then {@code index} +
 *       the length of {@code data}. The segment may arrive before others, may be empty, and may
 *       bring no new byte.
 *   <li>{@code last} counts if the end is at most next wanted + {@code capacity}, again with the
 *       value that next wanted has when {@code insert} is called. Otherwise {@code last} is
 *       dropped, like bytes beyond the limit.
 *   <li>The stream is finished when all bytes before the end have been returned. A stream may be
 *       empty.
 * </ul>
 *
 * <p>Use memory for the bytes that are stored, and not for the capacity: a small heap must be
 * enough for a capacity of 2^30 and a few bytes that are far apart.
 *
 * <p>No method changes an array that it gets, and none keeps one: after a call, its arrays belong
 * to the caller again. Each array in a result is new.
 *
 * <p>Not tested: two segments that disagree about a byte or about the end; bytes after the end;
 * calls before {@code open}.
 */
@Exercise(id = "3.3", title = "Putting the stream together", rfc = "RFC 9293 §3.10.7.4")
@Points(13)
public interface Reassembler {

  /**
   * Begins a stream. Nothing is known about it yet.
   *
   * @param capacity how many bytes from next wanted on are taken, 1 to 2^30
   * @throws IllegalArgumentException if the capacity is not 1 to 2^30
   * @throws IllegalStateException if {@code open} has been called before
   */
  void open(int capacity);

  /**
   * Takes a segment that has arrived.
   *
   * @param index the index of the first byte of {@code data}, 0 to 2^62 − 1, which may be more than
   *     an {@code int} can hold
   * @param data the bytes; the array may be empty
   * @param last whether the stream ends after {@code data}
   * @return the bytes that have just become readable, in order; an empty array if there are none
   */
  byte[] insert(long index, byte[] data, boolean last);

  /**
   * Returns how many bytes are stored and have not been returned yet. Each index counts once, even
   * if its byte has come more than once.
   */
  int pending();

  /** Returns whether the end is known and all bytes before it have been returned. */
  boolean finished();

  /**
   * Takes many segments, in the order of the list. This method is complete; you need not write it.
   *
   * @param segments the segments that have arrived; {@link Segment#fin} is {@code last}
   * @return what {@link #insert} returns for each of them, in the same order
   */
  default List<byte[]> insertAll(List<Segment> segments) {
    return segments.stream()
        .map(segment -> insert(segment.index(), segment.data(), segment.fin()))
        .toList();
  }
}
