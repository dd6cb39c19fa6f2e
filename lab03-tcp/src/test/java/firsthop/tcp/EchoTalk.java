package firsthop.tcp;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/** A client's connection to an echo server at 127.0.0.1. It describes as text what it receives. */
final class EchoTalk implements AutoCloseable {
  static final String HOST = "127.0.0.1";

  /** The description when the server's FIN has come and nothing before it. */
  static final String FIN = "the end (FIN)";

  /** The description when the connection has been reset. */
  static final String RST = "a reset (RST)";

  /** On loopback an answer takes less than a millisecond. The rest is for busy machines. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final int SHOWN = 12;

  /**
   * {@link #read} returns this if nothing comes in time. (It returns -1 at the end of the stream.)
   */
  private static final int SILENCE = -2;

  private static final int RESET = -3;

  private final Socket socket = new Socket();

  EchoTalk(int port) throws IOException {
    int millis = (int) PATIENCE.toMillis();
    socket.setSoTimeout(millis);
    socket.connect(new InetSocketAddress(InetAddress.getByName(HOST), port), millis);
  }

  /** Sends bytes, waits for as many bytes and describes them, such as "the same 5 bytes". */
  String say(byte[] bytes) throws IOException {
    send(bytes);
    return answerTo(bytes);
  }

  /** Sends bytes, which must fit into the buffers between client and server. */
  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** Ends this side's stream. The other side may go on. */
  void sendFin() throws IOException {
    socket.shutdownOutput();
  }

  /** Resets the connection. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Receives as many bytes as were sent, and describes how they differ from the bytes sent. */
  String answerTo(byte[] sent) throws IOException {
    byte[] got = new byte[sent.length];
    int count = 0;
    String end = "";
    while (count < got.length && end.isEmpty()) {
      int length = read(got, count);
      count += Math.max(length, 0);
      end = length >= 0 ? "" : length == -1 ? FIN : words(length);
    }
    String bytes = compare(sent, Arrays.copyOf(got, count));
    return end.isEmpty() ? bytes : bytes + ", then " + end;
  }

  /** Describes what comes next, where only the end is expected. */
  String end() throws IOException {
    byte[] got = new byte[1];
    int length = read(got, 0);
    return length == 1 ? "one more byte" : length == -1 ? FIN : words(length);
  }

  static String same(byte[] bytes) {
    return "the same " + size(bytes);
  }

  static String show(byte[] bytes) {
    String start = HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(SHOWN, bytes.length));
    return size(bytes) + " (" + start + (bytes.length > SHOWN ? " ..." : "") + ")";
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private int read(byte[] into, int from) throws IOException {
    try {
      InputStream in = socket.getInputStream();
      return in.read(into, from, into.length - from);
    } catch (SocketTimeoutException e) {
      return SILENCE;
    } catch (SocketException e) {
      return RESET;
    }
  }

  private static String words(int length) {
    return length == SILENCE ? "nothing within " + PATIENCE.toSeconds() + " s" : RST;
  }

  private static String size(byte[] bytes) {
    return bytes.length + (bytes.length == 1 ? " byte" : " bytes");
  }

  private static String compare(byte[] sent, byte[] got) {
    int differsAt = Arrays.mismatch(sent, got);
    if (differsAt < 0) {
      return same(sent);
    }
    return differsAt == got.length
        ? "the first " + size(got)
        : show(got) + ", different from index " + differsAt + " on";
  }
}
