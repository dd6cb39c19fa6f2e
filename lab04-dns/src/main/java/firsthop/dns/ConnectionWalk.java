package firsthop.dns;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;
import java.util.List;

/**
 * Goes all the way from a URL to its page, and reports each step: name servers, addresses, the
 * connection, the page.
 *
 * <p><b>The URL</b> is {@code http://host[:port]/path?query}, in ASCII. The path, or the query, or
 * both may be missing; the path is then {@code /}. The port is 80 if it is missing. The host is a
 * name, or an IPv4 address in dotted decimal.
 *
 * <p><b>The addresses.</b> A name's A records are found as {@link IterativeResolver} finds them.
 * For an IPv4 address nobody is asked.
 *
 * <p><b>The connection.</b> The addresses are tried in that order until one is found that takes the
 * request and answers it. One that refuses, gives no connection within {@code timeoutMillis}, ends
 * or resets the connection, or is silent for {@code timeoutMillis}, before a whole status line has
 * come, is followed by the next one. Once a status line has come, no other address is tried.
 *
 * <p><b>The request</b> is HTTP/1.1 (RFC 9112): {@code GET}, the path with the query, a Host field
 * with the URL's host, and with {@code :port} behind it unless that is 80, and the field {@code
 * Connection: close}.
 *
 * <p><b>The response</b> is read to its end. Its body is
 *
 * <ul>
 *   <li>with {@code Transfer-Encoding: chunked}: the chunks put together, without their sizes;
 *   <li>else with {@code Content-Length}: so many bytes;
 *   <li>else all that comes until the server ends the connection.
 * </ul>
 *
 * <p>A body that ends before it is whole is an {@code IOException}, and so is a server that is
 * silent for {@code timeoutMillis} in the middle. Field names are the same in upper and lower case.
 * In tests a body has at most 1 MiB, header lines fit into 8 KiB, and the server ends its side of
 * the connection right after the response.
 *
 * <p><b>The report</b> has the address of the name server for each query that was sent, in order,
 * those without an answer and those over TCP among them; the addresses of the host; the client's
 * socket and the web server's socket, as both sides see them; the status and the body.
 *
 * <p>Whatever the status is, it is reported; redirects are not followed. Connections are closed in
 * good order, by a FIN, when the response has been read.
 */
@Exercise(id = "4.7", title = "The whole walk", rfc = "RFC 1034, RFC 9293, RFC 9112")
@Points(14)
public interface ConnectionWalk {

  /**
   * Fetches a page.
   *
   * @param url the URL
   * @param rootServers the IPv4 addresses of the root's name servers, at least one
   * @param dnsPort the port at which name servers are asked, 1 to 65535
   * @param timeoutMillis how many milliseconds to wait for each answer of a name server, for each
   *     connection, and for more of a response, at least 1
   * @return what happened
   * @throws NameNotFoundException if the host does not exist, or has no address
   * @throws ServerFailureException as in {@link IterativeResolver}
   * @throws IOException if no address could be used, then the last one's, or if the response was
   *     not whole
   * @throws IllegalArgumentException if {@code url} is none as above, or {@code timeoutMillis} is
   *     below 1
   */
  WalkReport walk(String url, List<String> rootServers, int dnsPort, int timeoutMillis)
      throws IOException;
}
