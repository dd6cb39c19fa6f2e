package firsthop.tcp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;

/**
 * Goes from the place of a byte in a stream to its TCP sequence number and back (RFC 9293 §3.4).
 *
 * <p>Inside a program, the bytes of a stream are counted with an <em>index</em>: 0, 1, 2 and so on,
 * without end. On the wire there are only 32 bits for it, the <em>sequence number</em>. It begins
 * with an <em>initial</em> number, which each side chooses anew for each connection, and counts on
 * from there. After 2^32 numbers, one <em>lap</em>, all of them have been used, and the first comes
 * again:
 *
 * <pre>{@code
 * initial 0xFFFFFFFE
 *
 * index              0           1           2           3      ...  4294967295  4294967296  ...
 * sequence number    0xFFFFFFFE  0xFFFFFFFF  0x00000000  0x00000001  0xFFFFFFFD  0xFFFFFFFE
 * }</pre>
 *
 * <p>Rules for all methods:
 *
 * <ul>
 *   <li>A sequence number is an {@code int} of which all 32 bits count and none is a sign: {@code
 *       0xFFFFFFFF} is 4,294,967,295, though Java prints it as -1.
 *   <li>After the number {@code 0xFFFFFFFF} comes {@code 0}, and after {@code 0x7FFFFFFF} comes
 *       {@code 0x80000000}, as after any other.
 *   <li>Any {@code int} may be a sequence number, an initial number, or the start of a window.
 *   <li>An index and a checkpoint are from 0 to 2^62, and the size of a window is from 0 to 2^30.
 *       What lies outside is a mistake of the caller's, best answered with an {@code
 *       IllegalArgumentException}; no test asks for it.
 *   <li>These questions come with each segment, so an answer takes the same short time near 2^62 as
 *       near 0: there is no time to go through the laps one by one.
 * </ul>
 */
@Exercise(id = "3.1", title = "Sequence numbers", rfc = "RFC 9293 §3.4")
@Points(12)
public interface SequenceNumbers {

  /**
   * Gives the sequence number of an index: initial + index, modulo 2^32.
   *
   * <pre>{@code
   * wrap(5, 100)                     105
   * wrap(0, 0xFFFFFFFE)              0xFFFFFFFE
   * wrap(3, 0xFFFFFFFE)              1
   * wrap(4_294_967_296L, 100)        100           one lap later
   * }</pre>
   *
   * @param index the place in the stream
   * @param initial the sequence number of index 0
   * @return the sequence number, all 32 bits of it
   */
  int wrap(long index, int initial);

  /**
   * Gives the index that a sequence number stands for.
   *
   * <p>Each lap has an index with this number. Which of them is meant, a receiver knows from what
   * came before: a segment lies close to the one before it, never half a lap away. So there is a
   * <em>checkpoint</em>, an index known to be close, such as that of the byte received last.
   *
   * <ul>
   *   <li>Of all indexes that have this sequence number, the nearest to the checkpoint is meant, be
   *       it below the checkpoint, above it, or the checkpoint itself.
   *   <li>If two are equally near, 2^31 below and 2^31 above, the smaller is meant.
   *   <li>There are no indexes below 0: where the nearest or the smaller would be negative, the
   *       next one up is meant.
   * </ul>
   *
   * <pre>{@code
   * unwrap(17, 0, 0)                          17
   * unwrap(17, 0, 4_294_967_296L)             4294967313    2^32 + 17: near, 17 is a lap away
   * unwrap(0xFFFFFFFF, 0, 4_294_967_296L)     4294967295    one below the checkpoint
   * unwrap(0xFFFFFFFF, 0, 0)                  4294967295    one below would be -1
   * }</pre>
   *
   * @param sequence the sequence number
   * @param initial the sequence number of index 0
   * @param checkpoint an index that is close
   * @return the index; it may lie up to half a lap above 2^62
   */
  long unwrap(int sequence, int initial, long checkpoint);

  /**
   * Says whether a sequence number is in a window, the stretch of numbers that a receiver is ready
   * for.
   *
   * <ul>
   *   <li>The window is {@code windowSize} numbers long: {@code windowStart}, the one that follows
   *       it, and so on, around the end of a lap if need be.
   *   <li>The first and the last of them are in the window; the number after the last and the one
   *       before the first are not.
   *   <li>A window of size 0 contains no number at all, not even its start.
   * </ul>
   *
   * <pre>{@code
   * inWindow(103, 100, 4)             true
   * inWindow(104, 100, 4)             false
   * inWindow(1, 0xFFFFFFFE, 4)        true      the window is 0xFFFFFFFE, 0xFFFFFFFF, 0, 1
   * inWindow(2, 0xFFFFFFFE, 4)        false
   * }</pre>
   *
   * @param sequence the number to look for
   * @param windowStart the first number of the window
   * @param windowSize how many numbers there are in the window
   * @return whether it is one of them
   */
  boolean inWindow(int sequence, int windowStart, int windowSize);
}
