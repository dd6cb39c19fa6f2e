package firsthop.tcp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.EOFException;
import java.util.List;

/**
 * Puts messages on a stream, and cuts what arrives back into messages.
 *
 * <p>TCP carries bytes, one after the other. It doesn't keep where one {@code write} ended and the
 * next began, so whoever wants to send messages must say in the bytes themselves where each ends.
 * Here the length goes first, as for DNS over TCP (RFC 7766 §8), but in four bytes:
 *
 * <pre>{@code
 * the messages "hi", "" and "bye" on the stream:
 *
 * 00 00 00 02  68 69   00 00 00 00   00 00 00 03  62 79 65
 * length 2     h  i    length 0      length 3     b  y  e
 * }</pre>
 *
 * <ul>
 *   <li>A message has 0 to 1,048,576 bytes (2 to the power of 20), of any value.
 *   <li>On the stream, it is preceded by its length: the number of its bytes, as a number of four
 *       bytes, the highest first. The length doesn't count its own four bytes.
 *   <li>Nothing else is on the stream, neither before, nor between, nor after the messages.
 * </ul>
 *
 * <p>A framer belongs to one connection, and knows both of its directions: {@link #encode} is for
 * what goes out, {@link #feed} and {@link #end} are for what comes in. The two directions have
 * nothing to do with each other: a message may be encoded while half of another has come. Two
 * framers have nothing to do with each other either.
 */
@Exercise(id = "3.7", title = "A stream has no messages", rfc = "RFC 7766 §8")
@Points(11)
public interface MessageFramer {

  /**
   * Makes the bytes that carry a message over the stream: its length, and then the message itself.
   *
   * @param message the message
   * @return its length in four bytes and its bytes; 4 bytes in all for an empty message
   * @throws IllegalArgumentException if the message has more than 1,048,576 bytes
   */
  byte[] encode(byte[] message);

  /**
   * Takes the bytes that have come next, and returns the messages that are complete with them.
   *
   * <ul>
   *   <li>The stream may be cut into chunks anywhere: between two messages, inside a message, and
   *       inside a length. A chunk may be a single byte, hold many messages, or be empty.
   *   <li>The result has every message whose last byte is in this chunk, in the order in which they
   *       came; it is empty if there is none.
   *   <li>A message is returned as soon as its last byte has come; an empty message, as soon as the
   *       last byte of its length has come. The framer doesn't wait for what may follow.
   *   <li>What is not complete yet is kept, and goes on with the next chunk.
   *   <li>The chunk is the caller's: it may be overwritten when {@code feed} has returned, and no
   *       message changes by that.
   * </ul>
   *
   * <p>A stream with a length above 1,048,576 can't be read any further, because nobody knows where
   * the next message begins. (The four bytes are a number without a sign: {@code FF FF FF FF} is
   * 4,294,967,295, and so too large.)
   *
   * <ul>
   *   <li>Such a length is refused as soon as its fourth byte has come, whether or not a byte of
   *       the message has; at three bytes it can't be known yet.
   *   <li>Messages that are complete in the same chunk, before that length, are lost: {@code feed}
   *       throws, and returns nothing.
   *   <li>From then on every {@code feed} throws, whatever the chunk is.
   * </ul>
   *
   * <p>Whoever sends a length has not sent a message yet. A length that is refused must not have
   * cost the memory that it asks for.
   *
   * @param chunk the next bytes of the stream, 0 or more
   * @return the messages that this chunk completes
   * @throws MalformedPacketException if a length is above 1,048,576, now or in an earlier chunk
   */
  List<byte[]> feed(byte[] chunk) throws MalformedPacketException;

  /**
   * Says that the stream has ended: the other side's FIN has come, and no byte will follow.
   *
   * <p>It may end before the first message, after the last byte of a message, and nowhere else. The
   * end inside a length, or inside a message, means that the rest of it has been lost. So does the
   * end right behind the length of a message that is not empty.
   *
   * <p>Nothing is tested of a framer after its {@code end}, nor of {@code end} after {@code feed}
   * has thrown.
   *
   * @throws EOFException if the end is not between two messages
   */
  void end() throws EOFException;
}
