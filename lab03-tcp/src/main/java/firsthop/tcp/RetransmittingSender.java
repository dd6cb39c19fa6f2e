package firsthop.tcp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.util.List;

/**
 * The sending half of TCP: cuts a stream into segments, stays within the receiver's window, and
 * sends again what is not acknowledged in time (RFC 9293 §3.8, RFC 6298 §5).
 *
 * <p>A sender uses no network and no clock. Each call returns the segments that go out now, in the
 * order in which they go out, and the caller puts them on the wire. Time passes only by {@link
 * #tick}.
 *
 * <h2>Terms</h2>
 *
 * <ul>
 *   <li>The bytes of the stream have the indexes 0, 1, 2 and so on, in the order in which they were
 *       written. The end of the stream, FIN, takes the index after the last byte. An index is a
 *       {@code long}.
 *   <li><i>acknowledged</i>: the receiver has said that it has every index below this one. It is 0
 *       at first.
 *   <li><i>sent</i>: every index below this one has gone out. It is 0 at first.
 *   <li><i>window</i>: how many indexes the receiver has room for, counted from acknowledged. The
 *       latest window that the receiver has named is the one that counts.
 *   <li><i>outstanding</i>: a segment that has gone out, and that has an index (of a byte or of its
 *       FIN) which is not below acknowledged.
 * </ul>
 *
 * <h2>What goes out for the first time</h2>
 *
 * <p>{@code write}, {@code finish} and {@code acknowledge} return new segments: everything that has
 * been written or finished, has not gone out yet, and may go out now.
 *
 * <ul>
 *   <li>The limit is acknowledged + max(window, 1). Every index that goes out for the first time is
 *       below this limit, the index of FIN too. So a window of 0 still lets one index out, if
 *       nothing is outstanding. Such a segment is called a probe: its acknowledgement brings the
 *       current window.
 *   <li>Segments are made at once. Not even a single byte waits until more bytes are written.
 *   <li>Segments are as full as they can be. Each takes the next bytes: as many as there are, but
 *       no more than the segment size and no more than the limit allows.
 *   <li>If the window shrinks, the limit may fall below sent. Then nothing new goes out until the
 *       limit is above sent again. Outstanding segments stay outstanding.
 * </ul>
 *
 * <p>After {@code finish} there is also FIN to send:
 *
 * <ul>
 *   <li>FIN takes one index in the window, but it does not count for the segment size: a full
 *       segment may carry it.
 *   <li>FIN goes out in the segment with the last byte if that segment has not gone out yet and the
 *       limit has room for both.
 *   <li>Otherwise FIN goes out alone, in a segment without data, as soon as the limit allows it.
 * </ul>
 *
 * <p>An example with a segment size of 4, a window of 6, a time-out of 100 ms and 2
 * retransmissions:
 *
 * <pre>{@code
 * call                    what goes out        acknowledged    sent    limit
 * write("abcdefghi")      0 abcd, 4 ef         0               6       6
 * finish()                                     0               6       6      the window is full
 * acknowledge(4, 5)       6 ghi                4               9       9      no room for FIN
 * tick(99)                                     4               9       9
 * tick(1)                 4 ef                 4               9       9      only the earliest one
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
 *   <li>{@code next} is below acknowledged, or above sent: the call is ignored. Nothing changes,
 *       not even the window, and nothing goes out.
 *   <li>{@code next} is equal to acknowledged: the window is taken and nothing else. What it allows
 *       goes out. A timer that is running, its time-out and the count do not change.
 *   <li>{@code next} is above acknowledged, and at most sent: this is an acknowledgement of new
 *       data. First, acknowledged becomes {@code next}, and the window is taken. Segments that are
 *       acknowledged as a whole are no longer outstanding. A segment that is acknowledged only in
 *       part stays outstanding as a whole. Then the timer starts again, from 0 and with the first
 *       time-out, and the count is 0 again; if nothing is outstanding, the timer stops. Last, what
 *       the window now allows goes out in the same call.
 * </ol>
 *
 * <h2>What time does</h2>
 *
 * <p>There is one timer for all segments, and one count of retransmissions, which is 0 at first.
 *
 * <ul>
 *   <li>The timer runs as long as something is outstanding. It starts from 0 when something goes
 *       out while nothing is outstanding. Segments that go out later do not start it again. While
 *       nothing is outstanding, time does not add up.
 *   <li>The first time-out is {@code timeoutMillis}.
 *   <li>{@code tick} fires the timer when the time since its start is equal to the time-out or
 *       above it. One call fires it at most once, however much time has passed.
 *   <li>When the timer fires, the earliest outstanding segment, the one with the lowest index, goes
 *       out again. Only this segment goes out, and exactly as it went out before, even if a part of
 *       it is acknowledged or the window has shrunk.
 *   <li>Then the timer starts from 0. Time beyond the time-out is not carried over.
 *   <li>If the window is above 0 when the timer fires, the count rises by one and the time-out
 *       doubles. It doubles without a bound, so an {@code int} may be too small for it.
 *   <li>If the window is 0, the count and the time-out stay as they are: the receiver is there, it
 *       only has no room. So a sender may go on probing without an end.
 * </ul>
 *
 * <h2>How it ends</h2>
 *
 * <ul>
 *   <li>When the count would become larger than {@code retransmissions}, the sender fails instead,
 *       and nothing goes out. For example, with 2 retransmissions and a window above 0, a segment
 *       goes out again twice. If the timer then fires for the third time, the sender fails.
 *   <li>From then on every call returns an empty list and changes nothing. {@code write} and {@code
 *       finish} throw no exception any more, and {@code done} stays false.
 *   <li>The sender is done when its FIN is acknowledged.
 * </ul>
 *
 * <p>No method changes an array that it gets, and none keeps one: after a call, its arrays belong
 * to the caller again. A segment that goes out again may have the same array as before, because the
 * caller does not change the arrays of segments.
 *
 * <p>Not tested: {@code done} and {@code failed} before {@code open}; numbers outside the ranges
 * that are given for the parameters of {@code acknowledge} and {@code tick}.
 */
@Exercise(id = "3.4", title = "Sending it again", rfc = "RFC 6298 §5, RFC 9293 §3.8")
@Points(14)
public interface RetransmittingSender {

  /**
   * Begins a stream. Nothing goes out yet.
   *
   * @param maximumSegmentSize the largest number of data bytes in a segment, 1 or more
   * @param window the receiver's first window, 0 or more
   * @param timeoutMillis the first time-out in milliseconds, 1 or more
   * @param retransmissions how many retransmissions are tried before the sender fails, 0 or more
   * @throws IllegalArgumentException if one of the numbers is below its minimum
   * @throws IllegalStateException if {@code open} has been called before
   */
  void open(int maximumSegmentSize, int window, int timeoutMillis, int retransmissions);

  /**
   * Takes the next bytes of the stream. They go out as soon as they may, in this call or in a later
   * one.
   *
   * @param data the bytes; with an empty array nothing happens, but the exception below is thrown
   *     all the same
   * @return the new segments that go out now, perhaps none
   * @throws IllegalStateException after {@code finish}, or before {@code open}; but not after the
   *     sender has failed
   */
  List<Segment> write(byte[] data);

  /**
   * Ends the stream: FIN follows the bytes that have been written.
   *
   * @return the new segments that go out now, perhaps none
   * @throws IllegalStateException after {@code finish}, or before {@code open}; but not after the
   *     sender has failed
   */
  List<Segment> finish();

  /**
   * Takes an acknowledgement from the receiver.
   *
   * @param next the receiver has every index below this one; if it is below acknowledged or above
   *     sent, the call is ignored
   * @param window how many indexes the receiver has room for, counted from {@code next}; 0 or more
   * @return the new segments that go out now, perhaps none
   * @throws IllegalStateException before {@code open}
   */
  List<Segment> acknowledge(long next, int window);

  /**
   * Lets time pass.
   *
   * @param millis how much time passes, in milliseconds; 0 or more
   * @return the segment that goes out again, or an empty list
   * @throws IllegalStateException before {@code open}
   */
  List<Segment> tick(int millis);

  /** Returns whether FIN has been acknowledged. */
  boolean done();

  /** Returns whether the sender has given up. */
  boolean failed();
}
