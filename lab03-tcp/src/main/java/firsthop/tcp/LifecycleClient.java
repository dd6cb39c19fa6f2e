package firsthop.tcp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;

/**
 * A client that leads a TCP connection through its whole life: it connects, sends a request,
 * receives the whole response, and closes the connection.
 *
 * <p>A connection is two streams, one in each direction. Each stream has its own end, its FIN (RFC
 * 9293 §3.6.1). So a client can end its own stream and still receive. This is called a half-close
 * (RFC 1122 §4.2.2.13):
 *
 * <pre>{@code
 * client                                      peer
 *   | -------- SYN, and the handshake ------> |
 *   | -------- request ---------------------> |
 *   | -------- FIN -------------------------> |    the request is complete
 *   | <------- response --------------------- |
 *   | <------- FIN -------------------------- |    the response is complete
 * }</pre>
 *
 * <p>What the client sends and receives:
 *
 * <ul>
 *   <li>The client connects from an ephemeral port, which the system chooses. It sends all bytes of
 *       the request.
 *   <li>After the last byte of the request it sends FIN, without waiting for anything. If the
 *       request is empty, it sends FIN as soon as it is connected.
 *   <li>The response is every byte that the peer sends before its own FIN. It may be empty. It may
 *       come in any number of pieces, with pauses between them.
 *   <li>The peer may wait for the client's FIN before it answers. The client still receives this
 *       answer: only the client's own stream has ended.
 *   <li>The peer may also answer while the client is still sending. It may even send its whole
 *       response before it reads any of the request. Each side may send 8 MB.
 *   <li>The peer may be the first to send FIN. It still gets the whole request, and then the
 *       client's FIN.
 *   <li>When both streams have ended, the client closes its socket. It does not reset a connection
 *       on which nothing has gone wrong.
 * </ul>
 *
 * <p>What may go wrong. Each of these cases ends the conversation with an exception:
 *
 * <ul>
 *   <li>Nobody listens at that port, and the host refuses the connection: {@code ConnectException}.
 *   <li>The host does not answer in time when the client connects: {@code SocketTimeoutException}.
 *   <li>The peer is silent for too long: {@code SocketTimeoutException}.
 *   <li>The connection is reset before both streams have ended: {@code IOException}. This is so
 *       even if the peer's FIN has come, as long as a part of the request could not be sent.
 * </ul>
 *
 * <p>The client returns a complete response or none: if the peer's FIN does not come, the bytes
 * that have come are never returned.
 *
 * <p>However a conversation ends, by return or by an exception, it leaves no socket open.
 *
 * <p>How long the client waits:
 *
 * <ul>
 *   <li>A time-out is an exception. It is thrown when its time is over, and not earlier. On a busy
 *       machine it may be thrown later; that is not the client's fault.
 *   <li>{@code connectTimeoutMillis} is for connecting, and for nothing else.
 *   <li>{@code readTimeoutMillis} is the longest silence. It starts again whenever bytes have come,
 *       so the whole response may take longer.
 *   <li>Silence is counted from the moment when the client has sent its FIN. You may also count it
 *       before that moment: in the tests, no peer is silent for so long before it has got that FIN.
 *   <li>Sending has no time-out. In the tests, the peer takes all that is sent, or resets the
 *       connection.
 * </ul>
 *
 * <p>A client can hold any number of conversations, one after the other. A conversation neither
 * changes the array {@code request} nor keeps it: when the client has returned the response, the
 * array belongs to the caller again. Each response is a new array.
 */
@Exercise(id = "3.6", title = "Connect, talk, close", rfc = "RFC 9293 §3.6.1, RFC 1122 §4.2.2.13")
@Points(12)
public interface LifecycleClient {

  /**
   * Holds a conversation, from the handshake to the last FIN.
   *
   * <p>The result contains the socket pair of the connection, as the peer sees it too. {@code
   * local} is the address and port from which the client has connected. {@code remote} is the
   * address and port to which it has connected. A socket is written like this:
   *
   * <ul>
   *   <li>An IPv4 socket is {@code address:port}, with the address in dotted decimal.
   *   <li>An IPv6 socket is {@code [address]:port}, with the address as RFC 5952 writes it: in
   *       lower case and with {@code ::} for the longest run of zeros (exercise 1.2).
   *   <li>The result always has the address in this form, even if {@code host} is a name or the
   *       address in another form.
   * </ul>
   *
   * <pre>{@code
   * host                  port      local               remote
   * 127.0.0.1             7         127.0.0.1:51213     127.0.0.1:7
   * localhost             7         127.0.0.1:51214     127.0.0.1:7
   * 0:0:0:0:0:0:0:1       7         [::1]:51215         [::1]:7
   * }</pre>
   *
   * @param host the peer's host: an IPv4 address, an IPv6 address without brackets, or a name such
   *     as {@code localhost}
   * @param port the peer's port, 1 to 65535
   * @param request the bytes to send; the array may be empty
   * @param connectTimeoutMillis how long to wait for an answer when connecting, in milliseconds, at
   *     least 1
   * @param readTimeoutMillis the longest silence of the peer, in milliseconds, at least 1
   * @return the socket pair and the response
   * @throws java.net.ConnectException if nobody listens at that port
   * @throws java.net.SocketTimeoutException if the host does not answer within {@code
   *     connectTimeoutMillis}, or the peer is silent for {@code readTimeoutMillis}
   * @throws IOException if the connection is reset, or the host is unknown
   */
  Conversation converse(
      String host, int port, byte[] request, int connectTimeoutMillis, int readTimeoutMillis)
      throws IOException;
}
