package firsthop.dns;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;
import java.util.List;

/**
 * Goes all the way from a URL to its page, and reports each step: the name servers, the addresses,
 * the connection and the page.
 *
 * <p><b>The URL</b> is {@code http://host[:port]/path?query}, in ASCII. The path, or the query, or
 * both may be missing. If the path is missing, it is {@code /}. If the port is missing, it is 80.
 * The host is a name, or an IPv4 address in dotted decimal.
 *
 * <p><b>The addresses.</b> The A records of a name are found as {@link IterativeResolver} finds
 * them. For an IPv4 address, no name server is asked.
 *
 * <p><b>The connection.</b> The addresses are tried in that order, until one of them takes the
 * request and answers it. The next address is tried if, before a whole status line has come, the
 * address refuses the connection, gives no connection within {@code timeoutMillis}, ends the
 * connection, resets it, or is silent for {@code timeoutMillis}. Once a whole status line has come,
 * no other address is tried.
 *
 * <p><b>The request</b> is HTTP/1.1 (RFC 9112): {@code GET}, the path with the query, a Host field
 * and the field {@code Connection: close}. The Host field has the URL's host, and after it {@code
 * :port}, unless the port is 80.
 *
 * <p><b>The response</b> is read to its end. Its body is
 *
 * <ul>
 *   <li>with {@code Transfer-Encoding: chunked}: the contents of all chunks, without their sizes;
 *   <li>otherwise, with {@code Content-Length}: that number of bytes;
 *   <li>otherwise: all bytes until the server ends the connection.
 * </ul>
 *
 * <p>If a body ends before it is complete, the call throws an {@code IOException}. It also does so
 * if the server is silent for {@code timeoutMillis} in the middle of the response. Upper and lower
 * case make no difference in field names. In tests, a body has at most 1 MiB, the header lines fit
 * into 8 KiB, and the server ends its side of the connection right after the response.
 *
 * <p><b>The report</b> has the address of the name server for each query that was sent, in order,
 * including queries without an answer and queries over TCP. It also has the addresses of the host,
 * the client's socket and the web server's socket as both sides see them, the status and the body.
 *
 * <p>Every status is reported, whatever it is. Redirects are not followed. Connections are closed
 * normally, with a FIN, after the response was read.
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
   *     connection, and for more bytes of a response, at least 1
   * @return the report
   * @throws NameNotFoundException if the host does not exist, or if it has no address
   * @throws ServerFailureException as in {@link IterativeResolver}
   * @throws IOException if no address could be used (then it is the exception of the last address),
   *     or if the response was not complete
   * @throws IllegalArgumentException if {@code url} does not have the form above, or if {@code
   *     timeoutMillis} is below 1
   */
  WalkReport walk(String url, List<String> rootServers, int dnsPort, int timeoutMillis)
      throws IOException;
}
