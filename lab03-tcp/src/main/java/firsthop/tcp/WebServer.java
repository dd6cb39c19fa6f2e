package firsthop.tcp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;
import java.util.Map;

/**
 * A web server for a handful of pages, good enough for a browser.
 *
 * <p>It speaks HTTP/1.1. RFC 9112 says how requests and responses look on a connection, RFC 9110
 * what they mean. Here is the part of both that you need; where this contract is simpler, or
 * stricter, it is this contract that counts.
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
 *       the version, which is {@code HTTP/}, a digit, a dot and a digit.
 *   <li>A field line is a name, a colon right behind it, and a value. White space around the value
 *       may be there or not, and is no part of it. The name is compared without regard to case:
 *       {@code host} is {@code Host}.
 *   <li>Only a request with a field {@code Content-Length} has a body: so many bytes after the
 *       empty line. The body is skipped: nothing in it is a request, whatever the method is. (For
 *       {@code Transfer-Encoding}, see below.)
 *   <li>A stream has no messages. A request may come in many pieces, even byte by byte, and many
 *       requests may come in one piece. All on a connection are answered, in the order in which
 *       they came, whether or not the client waits for one answer before it sends the next request.
 * </ul>
 *
 * <h2>Which page it asks for</h2>
 *
 * <ul>
 *   <li>The path is the target up to the first {@code ?}; what follows, the query, is ignored.
 *   <li>A target may also have the host in front, {@code http://www.example.org:8080/notes.txt}.
 *       Then the path begins at the first slash after the host, whichever host it is, and is {@code
 *       /} if there is none.
 *   <li>The path is compared with the keys of {@code pages} as it was sent. Upper and lower case,
 *       {@code %20}, {@code ..} and {@code //} have no meaning of their own.
 * </ul>
 *
 * <h2>What is answered</h2>
 *
 * <ul>
 *   <li>200 for GET or HEAD of a path that is in {@code pages}.
 *   <li>404 for GET or HEAD of any other path.
 *   <li>405 for any other method, whether the path is known or not, with a field {@code Allow: GET,
 *       HEAD}. Case counts: {@code get} is another method.
 *   <li>400 for what is no request: the request line doesn't have three words, or the third is no
 *       version; a field line has no colon, no name, or white space before the colon; the value of
 *       {@code Content-Length} is not a number in digits from 0 to 9.
 *   <li>400 for a request in HTTP/1.1 without a field {@code Host}, or with two of them. What is in
 *       it doesn't matter. HTTP/1.0 needs none.
 *   <li>431 when the request line and the field lines together have more than 8 KiB. The answer
 *       doesn't wait for their end, which may never come. Tests have at most 7 KiB, or at least 16.
 *   <li>505 when the first digit of the version is not 1, as in {@code HTTP/2.0}.
 * </ul>
 *
 * <p>Tests send nothing to which two of 400, 431 and 505 apply.
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
 *       begins with {@code HTTP/1.1}; the reason is up to you.
 *   <li>The body of a 200 is the page, byte for byte. The body of any other response is up to you;
 *       it may be empty.
 *   <li>Every response has a {@code Content-Length}: the number of bytes of its body. Bytes are not
 *       characters: {@code ü} in UTF-8 has two.
 *   <li>A 200 has a {@code Content-Type}, by its path: {@code text/html; charset=utf-8} for {@code
 *       /} and for what ends with {@code .html}, {@code text/plain; charset=utf-8} for what ends
 *       with {@code .txt}, and {@code application/octet-stream} for all others.
 *   <li>The response to HEAD is the same as to GET, with the same {@code Content-Length}, but no
 *       body follows it, whatever the status is.
 *   <li>Other fields may be there. (A {@code Date}, which RFC 9110 §6.6.1 wants, is not asked for.)
 * </ul>
 *
 * <h2>How long a connection lasts</h2>
 *
 * <ul>
 *   <li>After 200, 404 and 405 the connection stays open, and the next request may come.
 *   <li>After 400, 431 and 505 the server closes it, because nobody knows where a next request
 *       would begin. What follows is not answered.
 *   <li>After the response to a request in HTTP/1.0 the server closes it, and so it does when
 *       {@code close} is among the words of the field {@code Connection}. They are separated by
 *       commas, and case doesn't count. Such a response should say {@code Connection: close}, too.
 *   <li>A request with {@code Transfer-Encoding} has a body without a {@code Content-Length}. The
 *       server may answer and close, with whatever status fits. It must not take the body for
 *       requests.
 *   <li>When the client has sent FIN, all whole requests that came before it are answered, and then
 *       the server closes.
 *   <li>To close is to send FIN after the last byte of the response, and no reset. The client gets
 *       the whole response and then FIN even if it is still sending: the server goes on reading
 *       what comes, throws it away, and closes its socket when the client's FIN has come. It need
 *       not do so for more than two seconds.
 *   <li>A client may be silent for 10 seconds, between requests or in the midst of one, and the
 *       connection stays open. What comes of it after that is up to you.
 * </ul>
 *
 * <h2>All connections together</h2>
 *
 * <ul>
 *   <li>At least 100 clients are served at once. The server may use up to 512 threads.
 *   <li>A client that is silent, or sends its request slowly, or doesn't read its response, holds
 *       up no other. In the end, it is served like any other.
 *   <li>A connection that fails costs its own client only.
 *   <li>A browser, curl and {@code java.net.http.HttpClient} get what they ask for.
 * </ul>
 *
 * <p>Tests have no more than 20 clients connect before one of them gets an answer; the default
 * backlog holds more. Not tested are: lines that end with a line feed alone; an empty line before a
 * request line; field lines that begin with white space; other targets than those above; {@code
 * Content-Length} twice, or beyond a {@code long}; {@code Expect}; HTTP/1.2 and above; what becomes
 * of half a request before a FIN.
 *
 * <p>A server serves once: it is made, started, closed.
 */
@Exercise(id = "3.8", title = "Serving a page", rfc = "RFC 9112, RFC 9110")
@Points(14)
public interface WebServer extends AutoCloseable {

  /**
   * Begins to serve, and returns at once.
   *
   * <p>{@code start} binds exactly the address and port that it is given. With port 0 it takes any
   * port that is free. It returns when the socket listens, and the server goes on in the
   * background: a client that connects after {@code start} has returned is served.
   *
   * @param address the IPv4 address to bind, such as {@code 127.0.0.1}, or {@code 0.0.0.0} for all
   *     addresses of the host
   * @param port the port to bind, 0 to 65535; 0 means any free port
   * @param pages what is served: the bytes of each page by its path, which begins with a slash;
   *     neither the map nor its arrays change while the server runs
   * @return the port that is bound, 1 to 65535
   * @throws IOException if the port is taken, or the address is none of this host's
   * @throws IllegalStateException if the server has been started before, or closed
   */
  int start(String address, int port, Map<String, byte[]> pages) throws IOException;

  /**
   * Ends the server.
   *
   * <p>Within a second after {@code close} was called nobody listens at the port any more and it
   * can be bound again, every open connection has been ended, by FIN or by a reset, and no thread
   * of the server is left. {@code close} may be called twice, or before {@code start}, and never
   * throws.
   */
  @Override
  void close();
}
