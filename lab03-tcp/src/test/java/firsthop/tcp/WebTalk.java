package firsthop.tcp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;

/** A client's connection to a web server at 127.0.0.1. It describes as text what it receives. */
final class WebTalk implements AutoCloseable {
  static final String HOST = "127.0.0.1";

  /** The result of {@link #end} when the server's FIN has come and nothing before it. */
  static final String FIN = "the end (FIN)";

  /** The result of {@link #end} when the connection has been reset. */
  static final String RST = "a reset (RST)";

  /** On loopback an answer takes less than a millisecond. The rest is for busy machines. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final int TIMES = 20;
  private static final int MOST_HEAD = 16 << 10;
  private static final int MOST_BODY = 1 << 20;

  /**
   * {@link #read} returns this if nothing comes in time. (It returns -1 at the end of the stream.)
   */
  private static final int SILENCE = -2;

  private static final int RESET = -3;
  private static final String NO_FIELD = "no such field";

  /**
   * A response.
   *
   * @param statusLine the first line
   * @param fields the field lines
   * @param body the bytes after the empty line, as UTF-8
   */
  record Reply(String statusLine, List<String> fields, String body) {

    /** Returns the version and the number of the status, such as "HTTP/1.1 200". */
    String status() {
      int end = statusLine.indexOf(' ', statusLine.indexOf(' ') + 1);
      return end < 0 ? statusLine : statusLine.substring(0, end);
    }

    /** Returns the value of a field, or "no such field". */
    String field(String name) {
      return fields.stream()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse(NO_FIELD);
    }
  }

  private final Socket socket = new Socket();
  private final InputStream in;

  WebTalk(int port) throws IOException {
    int millis = (int) PATIENCE.toMillis();
    socket.setSoTimeout(millis);
    socket.connect(new InetSocketAddress(InetAddress.getByName(HOST), port), millis);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Sends text as UTF-8, which must fit into the buffers between client and server. */
  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
  }

  /** Sends a request for a path, in HTTP/1.1 and with a Host, and reads the reply. */
  Reply get(String path) throws IOException {
    return ask("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  /** Sends a request other than HEAD and reads the reply. */
  Reply ask(String request) throws IOException {
    send(request);
    return reply();
  }

  /** Reads the reply to a request other than HEAD. */
  Reply reply() throws IOException {
    Reply head = replyToHead();
    String length = head.field("Content-Length");
    if (!length.matches("[0-9]{1,7}") || Integer.parseInt(length) > MOST_BODY) {
      throw new AssertionError(
          "expected a Content-Length that is a number, got \"" + length + "\"");
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int wanted = Integer.parseInt(length);
    while (body.size() < wanted) {
      int next = read();
      if (next < 0) {
        throw new AssertionError(
            "Content-Length is %d, but after %d bytes of the body came %s"
                .formatted(wanted, body.size(), words(next)));
      }
      body.write(next);
    }
    return new Reply(head.statusLine, head.fields, body.toString(UTF_8));
  }

  /** Reads the reply to HEAD, which has no body. */
  Reply replyToHead() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith("\r\n\r\n")) {
      int next = read();
      if (next < 0 || head.size() == MOST_HEAD) {
        throw new AssertionError(
            "expected a response up to its empty line; %s came, and then %s"
                .formatted(text.isEmpty() ? "nothing" : show(text), words(next)));
      }
      head.write(next);
      text = next == '\n' ? head.toString(ISO_8859_1) : text;
    }
    List<String> lines = List.of(text.split("\r\n"));
    return new Reply(lines.get(0), lines.subList(1, lines.size()), "");
  }

  /** Describes what comes next, where only the end is expected. */
  String end() throws IOException {
    return words(read());
  }

  /** Sends a text many times. Returns "taken", or a reset if the server answers with one. */
  String goOn(String text) throws IOException {
    try {
      for (int i = 0; i < TIMES; i++) {
        send(text);
      }
      return "taken";
    } catch (SocketException e) {
      return RST;
    }
  }

  /** Ends this side's stream. The other side may go on. */
  void sendFin() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private int read() throws IOException {
    try {
      return in.read();
    } catch (SocketTimeoutException e) {
      return SILENCE;
    } catch (SocketException e) {
      return RESET;
    }
  }

  private static String words(int read) {
    return switch (read) {
      case SILENCE -> "nothing within " + PATIENCE.toSeconds() + " s";
      case RESET -> RST;
      case -1 -> FIN;
      default -> "one more byte, " + read;
    };
  }

  private static String show(String text) {
    return "\"" + text.replace("\r", "\\r").replace("\n", "\\n") + "\"";
  }
}
