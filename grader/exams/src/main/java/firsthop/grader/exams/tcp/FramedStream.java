package firsthop.grader.exams.tcp;

import firsthop.tcp.MalformedStreamException;
import firsthop.tcp.MessageFramer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A stream of messages that is fed to a framer, chunk by chunk. A wrong result is an {@link
 * AssertionError} that says what was fed, what was expected, and what was returned.
 */
final class FramedStream {
  private static final int MAX_SHOWN = 12;
  private static final int MAX_LISTED = 6;
  private static final String MALFORMED = "MalformedStreamException";

  private final MessageFramer framer;
  private int fed;

  FramedStream(MessageFramer framer) {
    this.framer = framer;
  }

  /** Returns messages as they look on a stream. The JDK's DataOutputStream writes the lengths. */
  static byte[] framed(byte[]... messages) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(stream)) {
      for (byte[] message : messages) {
        out.writeInt(message.length);
        out.write(message);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return stream.toByteArray();
  }

  /** Feeds a chunk, and fails unless it completes exactly these messages. */
  void gives(byte[] chunk, byte[]... expected) {
    String call = call(chunk);
    fed += chunk.length;
    List<byte[]> got;
    try {
      got = framer.feed(chunk);
    } catch (MalformedStreamException refused) {
      throw new AssertionError(
          call + ": expected " + list(List.of(expected)) + ", got " + refused, refused);
    }
    boolean same = got.size() == expected.length;
    for (int i = 0; same && i < expected.length; i++) {
      same = Arrays.equals(expected[i], got.get(i));
    }
    if (!same) {
      throw new AssertionError(
          call + ": expected " + list(List.of(expected)) + ", got " + list(got));
    }
  }

  /** Feeds a chunk, and fails unless it is refused. */
  void refuses(byte[] chunk) {
    String call = call(chunk);
    fed += chunk.length;
    List<byte[]> got;
    try {
      got = framer.feed(chunk);
    } catch (MalformedStreamException expected) {
      return;
    }
    throw new AssertionError(call + ": expected " + MALFORMED + ", got " + list(got));
  }

  /** Ends the stream at a place where it may end; fails if {@code end} throws. */
  void ends() {
    try {
      framer.end();
    } catch (EOFException refused) {
      throw new AssertionError("end()" + after() + ": expected no exception, got " + refused);
    }
  }

  /** Ends the stream at a place where it must not end; fails unless {@code end} throws. */
  void mustNotEnd() {
    try {
      framer.end();
    } catch (EOFException expected) {
      return;
    }
    throw new AssertionError("end()" + after() + ": expected EOFException, got no exception");
  }

  /** Describes bytes: how many there are, and the first ones. */
  static String describe(byte[] bytes) {
    int shown = Math.min(bytes.length, MAX_SHOWN);
    String start = HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown);
    return bytes.length + " bytes (" + start + (shown < bytes.length ? " …)" : ")");
  }

  private String call(byte[] chunk) {
    return "feed(" + describe(chunk) + ")" + after();
  }

  private String after() {
    return fed == 0 ? "" : ", after " + fed + " bytes of the stream";
  }

  private static String list(List<byte[]> messages) {
    if (messages.isEmpty()) {
      return "no message";
    }
    List<String> words = messages.stream().limit(MAX_LISTED).map(FramedStream::describe).toList();
    String more = messages.size() > MAX_LISTED ? ", …" : "";
    return messages.size() + " message(s): " + String.join(", ", words) + more;
  }
}
