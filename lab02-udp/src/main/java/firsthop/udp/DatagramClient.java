package firsthop.udp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;

/**
 * Sends a request over UDP and returns the reply to it, although datagrams may be lost, late,
 * duplicated or false.
 *
 * <p>UDP is best effort: a lost datagram stays lost, and nobody is informed. So a client waits for
 * a while and then sends its request again (RFC 8085 §3.1). Anybody can send a datagram to any
 * socket, so the client has to check whether a datagram is its reply.
 *
 * <p>Request and reply are one datagram each. Both have the same format:
 *
 * <pre>{@code
 * byte   0   1   2   3     4 and so on
 *      +---------------+-----------------------+
 *      |      id       |  payload, may be empty |
 *      +---------------+-----------------------+
 * }</pre>
 *
 * <ul>
 *   <li>A request is an id of 4 bytes, followed by the payload of the call. The reply has the same
 *       id, followed by its own payload.
 *   <li>Both payloads may be empty.
 *   <li>A payload has at most 65,503 bytes: UDP over IPv4 carries 65,507, and 4 of them are the id.
 *   <li>The id is new for each call and hard to guess: it is 32 random bits, and neither the time
 *       nor earlier ids help to predict it. Two calls have the same id only by chance.
 * </ul>
 *
 * <p>When the request is sent:
 *
 * <ul>
 *   <li>The request is sent at once. Each time that a time-out passes without the reply, the same
 *       request is sent again: the same datagram, byte for byte, from the same socket.
 *   <li>Time-outs double: the caller chooses the first one, and each further time-out is twice as
 *       long as the one before.
 *   <li>The request is sent at most {@code attempts} times. After the last send, the client waits
 *       for a time-out too.
 *   <li>No wait is shorter than its time-out, and none is longer, except for the few milliseconds
 *       that a busy machine needs.
 * </ul>
 *
 * <pre>{@code
 * request("192.0.2.7", 7000, payload, 3, 100), without a reply:
 *
 * ms    0      100           300                         700
 *       send   send again    send again                  SocketTimeoutException
 *       |-100--|----200------|-----------400-------------|
 * }</pre>
 *
 * <p>Which datagram is the reply:
 *
 * <ul>
 *   <li>The reply is a datagram that comes from the address and port that were asked and has the id
 *       of this call. The call returns as soon as the reply arrives.
 *   <li>The reply may arrive in any of the waits, and it may answer any of the sends: after the
 *       second send, a reply to the first send still counts.
 *   <li>Every other datagram is ignored: a datagram from another address or another port, a
 *       datagram with another id (such as a late reply to an earlier call), and a datagram that is
 *       shorter than 4 bytes.
 *   <li>A datagram that is ignored makes no wait longer or shorter, and nothing is sent because of
 *       it.
 * </ul>
 *
 * <p>Each call has its own socket, at a port that the system chooses. When the call ends, with a
 * reply or with an exception, the socket is closed.
 *
 * <p>A call neither changes the array {@code payload} nor keeps it: after the call, it belongs to
 * the caller again. Each result is a new array.
 *
 * <p>In the tests there is always a server at the port that is asked, even if it sends nothing. The
 * behaviour of your system when nobody has the port is not tested.
 */
@Exercise(id = "2.4", title = "Asking over best effort", rfc = "RFC 8085 §3.1")
@Points(16)
public interface DatagramClient {

  /**
   * Sends a request, again if necessary, and returns the payload of the reply.
   *
   * <p>If {@code attempts}, the time-out or the length of the payload is out of its range, the call
   * throws an {@code IllegalArgumentException} and sends nothing. If the host is unknown, it throws
   * an {@code IOException}.
   *
   * @param host the host to ask: an IPv4 address such as {@code 127.0.0.1}, or a name such as
   *     {@code localhost}
   * @param port the port to ask, 1 to 65535; no test gives a port out of this range
   * @param payload the bytes of the request after its id, at most 65,503
   * @param attempts the maximum number of sends, at least 1
   * @param firstTimeoutMillis the first time-out in milliseconds, at least 1
   * @return the payload of the reply: all bytes after its id, and nothing else
   * @throws java.net.SocketTimeoutException if the last time-out has passed without the reply
   * @throws IOException if the host is unknown, or the request cannot be sent
   * @throws IllegalArgumentException if {@code attempts} or {@code firstTimeoutMillis} is less than
   *     1, or the payload is longer than 65,503 bytes
   */
  byte[] request(String host, int port, byte[] payload, int attempts, int firstTimeoutMillis)
      throws IOException;
}
