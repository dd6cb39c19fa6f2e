package firsthop.grader.exams.dns;

import firsthop.grader.network.ConnectionEnd;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request that a web server received.
 *
 * @param head the request line and the fields, up to the empty line
 * @param client the socket of the client
 * @param end how the client ended the connection after the response; null if the server ended it
 *     first
 */
record ReceivedRequest(String head, InetSocketAddress client, @Nullable ConnectionEnd end) {

  /** Returns the request line. */
  String requestLine() {
    return head.lines().findFirst().orElse("");
  }

  /** Returns the values of all fields with this name, one per line. */
  String field(String name) {
    StringBuilder values = new StringBuilder();
    head.lines()
        .skip(1)
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .forEach(line -> values.append(line.substring(name.length() + 1).strip()).append('\n'));
    return values.toString().strip();
  }
}
