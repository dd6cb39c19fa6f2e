package firsthop.tcp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.util.List;

/**
 * The sending half of TCP: cuts a stream into segments, keeps within the receiver's window, and
 * sends again what is not acknowledged in time (RFC 9293 §3.8, RFC 6298 §5).
 *
 * <p>There is no network in it and no clock. Each call returns the segments that go out now, in the
 * order in which they go; whoever calls puts them on the wire. Time passes only by {@link #tick}.
 *
 * <h2>Words</h2>
 *
 * <ul>
 *   <li>The bytes of the stream have the indexes 0, 1, 2 and so on, in the order in which they were
 *       written. The end of the stream, FIN, takes the index after the last byte. An index is a
 *       {@code long}.
 *   <li><i>acknowledged</i>: the receiver has said that it has every index below this one. It is 0
 *       at first.
 *   <li><i>sent</i>: every index below this one has gone out. It is 0 at first.
 *   <li><i>window</i>: how many indexes, from acknowledged on, the receiver has room for, as it
 *       said last.
 *   <li><i>outstanding</i>: a segment that has gone out and that has an index, of a byte or of its
 *       FIN, which is not below acknowledged.
 * </ul>
 *
 * <h2>What goes out for the first time</h2>
 *
 * <p>{@code write}, {@code finish} and {@code acknowledge} return new segments: all that is written
 * or finished, has not gone out, and is allowed to.
 *
 * <ul>
 *   <li>New data never goes past acknowledged + max(window, 1): each index that goes out for the
 *       first time, FIN's too, is below this limit. So a window of 0 still lets one index out, if
 *       nothing is outstanding. Such a segment is a probe: its acknowledgement brings the window of
 *       the day.
 *   <li>Segments are made at once. Nothing waits for more to be written, not even a single byte.
 *   <li>Segments are as full as they can be. Each takes what comes next, as many bytes as there
 *       are, but no more than the segment size and no more than the limit allows.
 *   <li>If the window shrinks, the limit may fall below sent. Then nothing new goes out until the
 *       limit is above sent again, and what is outstanding stays outstanding.
 * </ul>
 *
 * <p>After {@code finish} there is also FIN to send:
 *
 * <ul>
 *   <li>FIN takes one index in the window and none in the segment size: a segment that is full may
 *       carry it.
 *   <li>FIN rides on the segment with the last byte if that segment has not gone out yet and the
 *       limit has room for both.
 *   <li>Otherwise FIN goes alone, in a segment without data, as soon as the limit allows it.
 * </ul>
 *
 * <p>With a segment size of 4, a window of 6, a time-out of 100 ms and 2 retransmissions:
 *
 * <pre>{@code
 * call                    what goes out        acknowledged    sent    limit
 * write("abcdefghi")      0 abcd, 4 ef         0               6       6
 * finish()                                     0               6       6      the window is full
 * acknowledge(4, 5)       6 ghi                4               9       9      no room for FIN
 * tick(99)                                     4               9       9
 * tick(1)                 4 ef                 4               9       9      the earliest one only
 * acknowledge(9, 0)       9 FIN                9               10      10     as a probe
 * acknowledge(10, 3)                           10              10      13     done
 * }</pre>
 *
 * <h2>What an acknowledgement does</h2>
 *
 * <p>{@code acknowledge(next, window)} says that the receiver has every index below {@code next}.
 * There are three cases:
 *
 * <ol>
 *   <li>{@code next} is below acknowledged, or above sent: it is ignored. Nothing changes, the
 *       window too stays as it was, and nothing goes out.
 *   <li>{@code next} is equal to acknowledged: only the window is taken, and what it allows goes
 *       out. A timer that runs, its time-out and the count go on as if nothing had come.
 *   <li>{@code next} is above acknowledged, and at most sent: this is an acknowledgement of new
 *       data. First it becomes the new acknowledged, and the window is taken. Segments that are
 *       acknowledged in whole are no longer outstanding; one that is acknowledged in part stays
 *       outstanding whole. Then the timer starts afresh, from 0 and with the first time-out, and
 *       the count is 0 again; if nothing is outstanding, it stops. Last, what the window now allows
 *       goes out in the same call.
 * </ol>
 *
 * <h2>What time does</h2>
 *
 * <p>There is one timer for all segments, and one count of retransmissions, 0 at first.
 *
 * <ul>
 *   <li>The timer runs as long as something is outstanding. It starts, from 0, when something goes
 *       out while nothing is outstanding; what goes out later does not start it again. While
 *       nothing is outstanding, time does not add up.
 *   <li>The first time-out is {@code timeoutMillis}.
 *   <li>{@code tick} fires the timer when the time since its start is at or above the time-out; at
 *       most once a call, however much time has passed.
 *   <li>When the timer fires, the earliest outstanding segment, the one with the lowest index, goes
 *       out again: that one alone, exactly as it went out before, even if a part of it is
 *       acknowledged or the window has shrunk.
 *   <li>Then the timer starts from 0. Time beyond the time-out is not carried over.
 *   <li>If the window is above 0 when the timer fires, the count rises by one and the time-out
 *       doubles. It doubles without a bound, so an {@code int} may be too small for it.
 *   <li>If the window is 0, count and time-out stay as they are: the receiver is there, it only has
 *       no room. So a sender may probe for as long as it takes.
 * </ul>
 *
 * <h2>When it is over</h2>
 *
 * <ul>
 *   <li>When the count would pass {@code retransmissions}, the sender fails instead: nothing goes
 *       out. So each segment goes out again {@code retransmissions} times, and when the timer fires
 *       once more, with a window above 0, that was one too many.
 *   <li>From then on every call returns an empty list and changes nothing. {@code write} and {@code
 *       finish} too throw nothing, and {@code done} stays false.
 *   <li>The sender is done when its FIN is acknowledged.
 * </ul>
 *
 * <p>Not tested: {@code done} and {@code failed} before {@code open}, numbers outside the ranges
 * that stand at the parameters of {@code acknowledge} and {@code tick}, and arrays that are changed
 * after they were passed in or returned.
 */
@Exercise(id = "3.4", title = "Sending it again", rfc = "RFC 6298 §5, RFC 9293 §3.8")
@Points(14)
public interface RetransmittingSender {

  /**
   * Begins a stream. Nothing goes out yet.
   *
   * @param maximumSegmentSize the most bytes of data in a segment, 1 or more
   * @param window the receiver's window at first, 0 or more
   * @param timeoutMillis the first time-out in milliseconds, 1 or more
   * @param retransmissions how many retransmissions are tried before the sender fails, 0 or more
   * @throws IllegalArgumentException if one of the numbers is below its least value
   * @throws IllegalStateException if it has been called before
   */
  void open(int maximumSegmentSize, int window, int timeoutMillis, int retransmissions);

  /**
   * Takes bytes that follow those written before. They are sent as soon as they may be, in this
   * call or in a later one.
   *
   * @param data the bytes; if there are none, nothing happens, unless the call is refused as below
   * @return the new segments that go out now, perhaps none
   * @throws IllegalStateException after {@code finish}, or before {@code open}; not after the
   *     sender has failed
   */
  List<Segment> write(byte[] data);

  /**
   * Ends the stream: FIN follows the bytes that have been written.
   *
   * @return the new segments that go out now, perhaps none
   * @throws IllegalStateException after {@code finish}, or before {@code open}
   */
  List<Segment> finish();

  /**
   * Takes an acknowledgement from the receiver.
   *
   * @param next the receiver has every index below this one; may lie below acknowledged or above
   *     sent, and is ignored then
   * @param window how many indexes, from {@code next} on, the receiver has room for; 0 or more
   * @return the new segments that go out now, perhaps none
   * @throws IllegalStateException before {@code open}
   */
  List<Segment> acknowledge(long next, int window);

  /**
   * Lets time pass.
   *
   * @param millis how much, in milliseconds; 0 or more
   * @return the segment that goes out again, or an empty list
   * @throws IllegalStateException before {@code open}
   */
  List<Segment> tick(int millis);

  /** Returns whether FIN has been acknowledged. */
  boolean done();

  /** Returns whether the sender has given up. */
  boolean failed();
}
