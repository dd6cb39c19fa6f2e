package firsthop.tcp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.EOFException;
import java.util.List;

/**
 * Writes messages onto a stream, and cuts the bytes that arrive into messages again.
 *
 * <p>TCP carries bytes, one after the other. It does not keep where one {@code write} ended and the
 * next began. So a program that sends messages must say in the bytes themselves where each message
 * ends. Here the length comes first, as in DNS over TCP (RFC 7766 §8), but it has four bytes:
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
 *   <li>On the stream, the length comes before the message. It is the number of bytes of the
 *       message, written in four bytes, the highest first. It does not count its own four bytes.
 *   <li>Nothing else is on the stream: nothing before the first message, nothing between two
 *       messages, and nothing after the last one.
 * </ul>
 *
 * <p>A framer belongs to one connection and handles both of its directions: {@link #encode} is for
 * the bytes that go out, {@link #feed} and {@link #end} are for the bytes that come in. The two
 * directions are independent: a message may be encoded while half of another one has come. Two
 * framers are independent, too.
 *
 * <p>No method changes an array that it gets, and none keeps one: after a call, its arrays belong
 * to the caller again. Each array in a result is new.
 */
@Exercise(id = "3.7", title = "A stream has no messages", rfc = "RFC 7766 §8")
@Points(11)
public interface MessageFramer {

  /**
   * Returns the bytes that carry a message over the stream: its length, and then the message.
   *
   * @param message the message
   * @return the length in four bytes, and then the bytes of the message; 4 bytes in all for an
   *     empty message
   * @throws IllegalArgumentException if the message has more than 1,048,576 bytes
   */
  byte[] encode(byte[] message);

  /**
   * Takes the next bytes of the stream, and returns the messages that are complete now.
   *
   * <ul>
   *   <li>The stream may be cut into chunks anywhere: between two messages, inside a message, and
   *       inside a length. A chunk may be a single byte, contain many messages, or be empty.
   *   <li>The result contains every message whose last byte is in this chunk, in the order in which
   *       they came. It is empty if there is none.
   *   <li>A message is returned as soon as its last byte has come. An empty message is returned as
   *       soon as the last byte of its length has come. The framer does not wait for more bytes.
   *   <li>A message or a length that is not complete yet is kept, and continues in the next chunk.
   *   <li>The chunk belongs to the caller. The caller may overwrite it after {@code feed} has
   *       returned, and no message changes because of that.
   * </ul>
   *
   * <p>After a length above 1,048,576, the stream cannot be read any further, because nobody knows
   * where the next message begins. (The four bytes are a number without a sign: {@code FF FF FF FF}
   * is 4,294,967,295, which is too large.)
   *
   * <ul>
   *   <li>Such a length is refused as soon as its fourth byte has come, even if no byte of the
   *       message has come. After three bytes, nobody can know yet that it is too large.
   *   <li>{@code feed} throws then, and returns nothing. Messages that are complete in the same
   *       chunk, before that length, are lost.
   *   <li>From then on every {@code feed} throws, whatever the chunk is.
   * </ul>
   *
   * <p>A sender can claim any length without sending the message. So a length that is refused must
   * not have cost the memory that it asks for.
   *
   * @param chunk the next bytes of the stream, 0 or more
   * @return the messages that this chunk completes
   * @throws MalformedStreamException if a length is above 1,048,576, in this chunk or in an earlier
   *     one
   */
  List<byte[]> feed(byte[] chunk) throws MalformedStreamException;

  /**
   * Tells the framer that the stream has ended: the other side's FIN has come, and no byte will
   * follow.
   *
   * <p>The stream may end before the first message, or after the last byte of a message, and
   * nowhere else. If it ends inside a length or inside a message, the rest has been lost. It has
   * also been lost if the stream ends directly after the length of a message that is not empty.
   *
   * <p>No test calls a framer after its {@code end}. No test calls {@code end} after {@code feed}
   * has thrown.
   *
   * @throws EOFException if a length or a message is not complete
   */
  void end() throws EOFException;
}
