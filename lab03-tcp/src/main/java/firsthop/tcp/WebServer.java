package firsthop.tcp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;
import java.util.Map;

/**
 * A web server for a few pages, good enough for a browser.
 *
 * <p>It speaks HTTP/1.1. RFC 9112 says what requests and responses look like on a connection, and
 * RFC 9110 says what they mean. This contract contains the part of both that you need. Where it is
 * simpler or stricter than the RFCs, this contract counts.
 *
 * <h2>What a request is</h2>
 *
 * <pre>{@code
 * GET /notes.txt?page=2 HTTP/1.1        the request line: method, target, version
 * Host: 127.0.0.1:8080                  a field: its name, a colon, its value
 * User-Agent: curl/7.88.1               any number of other fields
 *                                       an empty line
 * }</pre>
 *
 * <ul>
 *   <li>A request is a request line, any number of field lines, an empty line, and perhaps a body.
 *       Each line ends with a carriage return and a line feed, {@code "\r\n"}.
 *   <li>The request line has three words with one space between them: the method, the target, and
 *       the version. The version is {@code HTTP/}, a digit, a dot and a digit.
 *   <li>A field line is a name, a colon directly after it, and a value. There may be white space
 *       before and after the value, which does not belong to the value. Upper and lower case of a
 *       name mean the same: {@code host} is {@code Host}.
 *   <li>Only a request with a field {@code Content-Length} has a body. The field says how many
 *       bytes after the empty line belong to the body. The body is skipped: nothing in it is a
 *       request, whatever the method is. (For {@code Transfer-Encoding}, see below.)
 *   <li>A stream has no messages. A request may come in many pieces, even byte by byte, and many
 *       requests may come in one piece. All requests of a connection are answered, in the order in
 *       which they came. The client may wait for each answer before it sends the next request, but
 *       it need not.
 * </ul>
 *
 * <h2>Which page the request asks for</h2>
 *
 * <ul>
 *   <li>The path is the part of the target before the first {@code ?}. The rest, which is called
 *       the query, is ignored.
 *   <li>A target may also begin with the host: {@code http://www.example.org:8080/notes.txt}. Then
 *       the path begins at the first slash after the host, whatever the host is. If there is no
 *       such slash, the path is {@code /}.
 *   <li>The path is compared with the keys of {@code pages} exactly as it was sent. Upper and lower
 *       case are different, and {@code %20}, {@code ..} and {@code //} have no special meaning.
 * </ul>
 *
 * <h2>What the server answers</h2>
 *
 * <ul>
 *   <li>200 for GET or HEAD of a path that is in {@code pages}.
 *   <li>404 for GET or HEAD of any other path.
 *   <li>405 for any other method, whether the path is known or not, with a field {@code Allow: GET,
 *       HEAD}. Upper and lower case are different here: {@code get} is another method.
 *   <li>400 for lines that are not a request: the request line does not have three words, or the
 *       third word is not a version; a field line has no colon, no name, or white space before the
 *       colon; the value of {@code Content-Length} is not a number in digits from 0 to 9.
 *   <li>400 for a request in HTTP/1.1 without a field {@code Host}, or with two of them. The value
 *       of the field does not matter. A request in HTTP/1.0 needs no {@code Host}.
 *   <li>431 when the request line and the field lines together have more than 8 KiB. The server
 *       does not wait for the end of these lines, which may never come. In the tests, they have at
 *       most 7 KiB, or at least 16 KiB.
 *   <li>505 when the first digit of the version is not 1, as in {@code HTTP/2.0}.
 * </ul>
 *
 * <p>The tests send nothing to which two of 400, 431 and 505 apply.
 *
 * <pre>{@code
 * HTTP/1.1 200 OK                       the status line: version, status, reason
 * Content-Type: text/plain; charset=utf-8
 * Content-Length: 5
 *                                       an empty line
 * hello                                 the body, here of 5 bytes
 * }</pre>
 *
 * <ul>
 *   <li>A response is a status line, field lines, an empty line and the body. The status line
 *       begins with {@code HTTP/1.1}. You choose the reason.
 *   <li>The body of a 200 is the page, byte for byte. You choose the body of any other response. It
 *       may be empty.
 *   <li>Every response has a {@code Content-Length}: the number of bytes of its body. Bytes are not
 *       characters: {@code ü} in UTF-8 has two bytes.
 *   <li>A 200 has a {@code Content-Type}, which depends on the path: {@code text/html;
 *       charset=utf-8} for {@code /} and for paths that end with {@code .html}, {@code text/plain;
 *       charset=utf-8} for paths that end with {@code .txt}, and {@code application/octet-stream}
 *       for all others.
 *   <li>The response to HEAD is the same as to GET, with the same {@code Content-Length}, but no
 *       body follows it, whatever the status is.
 *   <li>A response may have other fields. (A {@code Date}, which RFC 9110 §6.6.1 wants, is not
 *       required here.)
 * </ul>
 *
 * <h2>How long a connection lasts</h2>
 *
 * <ul>
 *   <li>After 200, 404 and 405 the connection stays open, and the next request may come.
 *   <li>After 400, 431 and 505 the server closes it, because nobody knows where the next request
 *       would begin. What follows is not answered.
 *   <li>After the response to a request in HTTP/1.0 the server closes the connection. It also does
 *       so after the response to a request whose field {@code Connection} contains the word {@code
 *       close}. The words of this field are separated by commas, and upper and lower case mean the
 *       same. Such a response should contain {@code Connection: close}, too.
 *   <li>A request with {@code Transfer-Encoding} has a body without a {@code Content-Length}. The
 *       server may answer with any status that fits, and close. It must not read the body as
 *       requests.
 *   <li>When the client has sent FIN, the server answers all complete requests that came before it,
 *       and then closes.
 *   <li>To close is to send FIN after the last byte of the response, and no reset. The client gets
 *       the whole response and then FIN, even if it is still sending. The server goes on reading
 *       what comes, throws it away, and closes its socket when the client's FIN has come. It may
 *       stop doing so after two seconds.
 *   <li>A client may be silent for 10 seconds, between requests or in the middle of one, and the
 *       connection stays open. If it is silent for longer, the server may do what it wants.
 * </ul>
 *
 * <h2>All connections together</h2>
 *
 * <ul>
 *   <li>At least 100 clients are served at the same time. The server may use up to 512 threads.
 *   <li>A client may be silent, send its request slowly, or not read its response. No other client
 *       has to wait for it. In the end, it is served like any other client.
 *   <li>A connection that fails affects only its own client.
 *   <li>A browser, curl and {@code java.net.http.HttpClient} get what they ask for.
 * </ul>
 *
 * <p>In the tests, no more than 20 clients connect before one of them gets an answer. The default
 * backlog is large enough for this.
 *
 * <p>Not tested: lines that end with a line feed alone; an empty line before a request line; field
 * lines that begin with white space; targets of other forms than those above; {@code
 * Content-Length} twice, or larger than a {@code long}; {@code Expect}; HTTP/1.2 and above; half a
 * request before a FIN.
 *
 * <p>A server can be used once: it is created, started and closed.
 */
@Exercise(id = "3.8", title = "Serving a page", rfc = "RFC 9112, RFC 9110")
@Points(14)
public interface WebServer extends AutoCloseable {

  /**
   * Starts the server, and returns at once.
   *
   * <p>{@code start} binds exactly the address and port that it is given. With port 0 it takes any
   * port that is free. It returns when the socket is listening, and the server goes on in the
   * background: a client that connects after {@code start} has returned is served.
   *
   * @param address the IPv4 address to bind, such as {@code 127.0.0.1}, or {@code 0.0.0.0} for all
   *     addresses of the host
   * @param port the port to bind, 0 to 65535; 0 means any free port
   * @param pages the bytes of each page by its path, which begins with a slash; neither the map nor
   *     its arrays change while the server runs
   * @return the port that is bound, 1 to 65535
   * @throws IOException if the port is taken, or if the address does not belong to this host
   * @throws IllegalStateException if the server has been started or closed before
   */
  int start(String address, int port, Map<String, byte[]> pages) throws IOException;

  /**
   * Closes the server.
   *
   * <p>Within one second after {@code close} was called:
   *
   * <ul>
   *   <li>Nobody listens at the port any more, and it can be bound again.
   *   <li>Every open connection has been ended, by FIN or by a reset.
   *   <li>No thread of the server is left.
   * </ul>
   *
   * <p>{@code close} may be called twice, or before {@code start}, and never throws.
   */
  @Override
  void close();
}
