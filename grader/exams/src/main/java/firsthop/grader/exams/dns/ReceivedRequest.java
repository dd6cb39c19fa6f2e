package firsthop.grader.exams.dns;

import firsthop.grader.network.TcpEnd;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a web server saw of a client.
 *
 * @param head request line and fields, to the empty line
 * @param client its socket
 * @param end how it ended the connection after the response; null where the server did first
 */
record ReceivedRequest(String head, InetSocketAddress client, @Nullable TcpEnd end) {

  /** Return the request line. */
  String requestLine() {
    return head.lines().findFirst().orElse("");
  }

  /** Return the values of all fields with a name, one a line. */
  String field(String name) {
    StringBuilder values = new StringBuilder();
    head.lines()
        .skip(1)
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .forEach(line -> values.append(line.substring(name.length() + 1).strip()).append('\n'));
    return values.toString().strip();
  }
}
