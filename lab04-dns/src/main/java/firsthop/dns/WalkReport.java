package firsthop.dns;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The steps from a URL to its page.
 *
 * @param serversAsked the address of the name server for each query that was sent, in order,
 *     including queries without an answer and queries over TCP
 * @param addresses the addresses of the URL's host, in the order of the answer
 * @param local the client's socket, such as {@code 127.0.0.1:51213}
 * @param remote the web server's socket, such as {@code 127.0.0.1:80}
 * @param status the status code, such as 200
 * @param body the bytes of the page
 */
public record WalkReport(
    List<String> serversAsked,
    List<String> addresses,
    String local,
    String remote,
    int status,
    byte[] body) {

  @Override
  public boolean equals(Object other) {
    return other instanceof WalkReport report
        && serversAsked.equals(report.serversAsked)
        && addresses.equals(report.addresses)
        && local.equals(report.local)
        && remote.equals(report.remote)
        && status == report.status
        && Arrays.equals(body, report.body);
  }

  @Override
  public int hashCode() {
    return Objects.hash(serversAsked, addresses, local, remote, status, Arrays.hashCode(body));
  }

  @Override
  public String toString() {
    return "WalkReport[asked %s, found %s, %s -> %s, status %d, %d bytes]"
        .formatted(serversAsked, addresses, local, remote, status, body.length);
  }
}
