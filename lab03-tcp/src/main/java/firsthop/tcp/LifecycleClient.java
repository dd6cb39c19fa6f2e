package firsthop.tcp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;

/**
 * A client that leads a TCP connection through its whole life: it connects, says what it has to
 * say, hears the peer out, and closes in good order.
 *
 * <p>A connection is two streams, and each of them has an end of its own, its FIN (RFC 9293
 * §3.6.1). So a client can say "that was all" and still listen, which is called a half-close (RFC
 * 1122 §4.2.2.13):
 *
 * <pre>{@code
 * client                                      peer
 *   | -------- SYN, and the handshake ------> |
 *   | -------- request ---------------------> |
 *   | -------- FIN -------------------------> |    no more will come: the request is complete
 *   | <------- response --------------------- |
 *   | <------- FIN -------------------------- |    the response is complete
 * }</pre>
 *
 * <p>What is said and heard:
 *
 * <ul>
 *   <li>The client connects from an ephemeral port, one that the system picks, and sends all bytes
 *       of the request.
 *   <li>Behind the last byte of the request it sends FIN, without waiting for anything. Behind an
 *       empty request, that is at once.
 *   <li>The response is every byte that the peer sends up to its own FIN. It may be empty, and it
 *       may come in any number of pieces with pauses between them.
 *   <li>The peer may wait for the client's FIN before it answers. Its answer still arrives: only
 *       the client's own stream has ended.
 *   <li>The peer may as well answer while the client still sends, or take nothing of the request
 *       until all of the response has been taken from it. Each side may send 8 MB.
 *   <li>The peer may be the first to send FIN. It still gets all of the request, and then the
 *       client's FIN.
 *   <li>Once both streams have ended, the client closes its socket. It resets no connection that
 *       goes as it should.
 * </ul>
 *
 * <p>What may go wrong, each of which ends the conversation with an exception:
 *
 * <ul>
 *   <li>Nobody listens at that port, and its host refuses to connect: {@code ConnectException}.
 *   <li>The host does not answer in time when the client connects: {@code SocketTimeoutException}.
 *   <li>The peer is silent for too long: {@code SocketTimeoutException}.
 *   <li>The connection is reset before both streams have come to their ends: {@code IOException}.
 *       That is so even if the peer's FIN had come, as long as a part of the request could not be
 *       sent.
 * </ul>
 *
 * <p>A response is complete or there is none: if the peer's FIN doesn't come, the bytes that came
 * are never returned.
 *
 * <p>However a conversation ends, by return or by an exception, no socket of it is left open.
 *
 * <p>How long the client waits:
 *
 * <ul>
 *   <li>A time-out is an exception when its time is over, and not before. A busy machine may take
 *       longer; that is no fault of the client's.
 *   <li>{@code connectTimeoutMillis} is for connecting, and for nothing else.
 *   <li>{@code readTimeoutMillis} is the longest silence. Whenever bytes have come, it begins anew:
 *       a response may take longer than that in all.
 *   <li>Silence counts once the client has sent its FIN. Whether it counts before is up to you: no
 *       test's peer is silent for so long before it has got that FIN.
 *   <li>Sending has no time-out. The tests' peers take all that is sent, or reset the connection.
 * </ul>
 *
 * <p>A client holds any number of conversations, one after the other.
 */
@Exercise(id = "3.6", title = "Connect, talk, close", rfc = "RFC 9293 §3.6.1, RFC 1122 §4.2.2.13")
@Points(12)
public interface LifecycleClient {

  /**
   * Holds a conversation, from the handshake to the last FIN.
   *
   * <p>{@code local} and {@code remote} of what it returns are the socket pair of the connection,
   * as the peer sees it too: the address and port from which the client has connected, and those to
   * which it is connected. A socket is written like this:
   *
   * <ul>
   *   <li>An IPv4 socket is {@code address:port}, with the address in dotted decimal.
   *   <li>An IPv6 socket is {@code [address]:port}, with the address as RFC 5952 writes it, in
   *       lower case and with {@code ::} for the longest run of zeros (exercise 1.2).
   *   <li>The address is written even if the client was given a name, and always in this form, no
   *       matter how the client was given it.
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
   * @param request what to send; it may be empty
   * @param connectTimeoutMillis how long to wait for an answer when connecting, in milliseconds, at
   *     least 1
   * @param readTimeoutMillis the longest silence of the peer, in milliseconds, at least 1
   * @return the socket pair and the response
   * @throws java.net.ConnectException if nobody listens there
   * @throws java.net.SocketTimeoutException if the host does not answer within {@code
   *     connectTimeoutMillis}, or the peer is silent for {@code readTimeoutMillis}
   * @throws IOException if the connection is reset, or the host is unknown
   */
  Conversation converse(
      String host, int port, byte[] request, int connectTimeoutMillis, int readTimeoutMillis)
      throws IOException;
}
