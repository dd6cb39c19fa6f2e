package firsthop.tcp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;

/**
 * Converts the index of a byte in a stream to its TCP sequence number, and back (RFC 9293 §3.4).
 *
 * <p>Inside a program, each byte of a stream has an <em>index</em>: 0, 1, 2 and so on, without end.
 * On the wire there are only 32 bits for it, the <em>sequence number</em>. Index 0 has the
 * <em>initial</em> sequence number. Each side chooses a new one for each connection. From there the
 * sequence numbers count up. After 2^32 numbers, one <em>lap</em>, all of them have been used, and
 * the first one comes again:
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
 *   <li>A sequence number is an {@code int} without a sign: all 32 bits belong to the number.
 *       {@code 0xFFFFFFFF} is 4,294,967,295, though Java prints it as -1.
 *   <li>After the number {@code 0xFFFFFFFF} comes {@code 0}. After {@code 0x7FFFFFFF} comes {@code
 *       0x80000000}, and nothing special happens there.
 *   <li>Any {@code int} may be a sequence number, an initial number, or the start of a window.
 *   <li>An index and a checkpoint are from 0 to 2^62, and the size of a window is from 0 to 2^30.
 *       Other values are the caller's mistake. The best answer is an {@code
 *       IllegalArgumentException}, but no test asks for it.
 *   <li>These methods are called for each segment. So a call must take the same short time near
 *       2^62 as near 0: there is no time to go through the laps one by one.
 * </ul>
 */
@Exercise(id = "3.1", title = "Sequence numbers", rfc = "RFC 9293 §3.4")
@Points(12)
public interface SequenceNumbers {

  /**
   * Returns the sequence number of an index: initial + index, modulo 2^32.
   *
   * <pre>{@code
   * wrap(5, 100)                     105
   * wrap(0, 0xFFFFFFFE)              0xFFFFFFFE
   * wrap(3, 0xFFFFFFFE)              1
   * wrap(4_294_967_296L, 100)        100           one lap later
   * }</pre>
   *
   * @param index the index in the stream
   * @param initial the sequence number of index 0
   * @return the sequence number, all 32 bits of it
   */
  int wrap(long index, int initial);

  /**
   * Returns the index that a sequence number stands for.
   *
   * <p>Each lap has an index with this number. A receiver knows which of them is meant from what
   * came before: a segment lies close to the one before it, never half a lap away. So the caller
   * gives a <em>checkpoint</em>, an index that is close, such as the index of the last received
   * byte.
   *
   * <ul>
   *   <li>Of all indexes that have this sequence number, the result is the nearest to the
   *       checkpoint. It may be below the checkpoint, above it, or the checkpoint itself.
   *   <li>If two are equally near, 2^31 below and 2^31 above, the result is the smaller one.
   *   <li>There are no indexes below 0. If these rules lead to a negative index, the result is the
   *       next higher index with this sequence number.
   * </ul>
   *
   * <pre>{@code
   * unwrap(17, 0, 0)                          17
   * unwrap(17, 0, 4_294_967_296L)             4294967313    2^32 + 17 is nearer than 17
   * unwrap(0xFFFFFFFF, 0, 4_294_967_296L)     4294967295    one below the checkpoint
   * unwrap(0xFFFFFFFF, 0, 0)                  4294967295    the nearest would be -1
   * }</pre>
   *
   * @param sequence the sequence number
   * @param initial the sequence number of index 0
   * @param checkpoint an index that is close
   * @return the index, which may lie up to half a lap above 2^62
   */
  long unwrap(int sequence, int initial, long checkpoint);

  /**
   * Returns whether a sequence number is in a window, the range of numbers that a receiver has room
   * for.
   *
   * <ul>
   *   <li>The window contains {@code windowSize} numbers: {@code windowStart}, the number after it,
   *       and so on. It may go past the end of a lap and continue at 0.
   *   <li>The first and the last of these numbers are in the window. The number after the last and
   *       the number before the first are not in it.
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
   * @return whether the number is in the window
   */
  boolean inWindow(int sequence, int windowStart, int windowSize);
}
