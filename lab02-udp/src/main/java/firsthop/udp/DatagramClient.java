package firsthop.udp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;

/**
 * Asks a question over UDP and gets the reply to it, although datagrams may be lost, late, doubled
 * or false.
 *
 * <p>UDP is best effort: what gets lost stays lost, and nobody is told. So a client waits for a
 * while, and then sends its question again (RFC 8085 §3.1). And since anybody can send a datagram
 * to any socket, it has to know its reply when it sees one.
 *
 * <p>Request and reply are one datagram each, of the same shape:
 *
 * <pre>{@code
 * byte   0   1   2   3     4 and so on
 *      +---------------+-----------------------+
 *      |      id       |  payload, may be empty |
 *      +---------------+-----------------------+
 * }</pre>
 *
 * <ul>
 *   <li>A request is an id of 4 bytes and then the payload of the call. The reply has the same id,
 *       and then a payload of its own.
 *   <li>Either payload may be empty.
 *   <li>A payload has at most 65,503 bytes: UDP over IPv4 carries 65,507, and 4 of them are the id.
 *   <li>The id is hard to guess and new for each call: 32 random bits, of which neither the time
 *       nor earlier ids tell anything. Two calls have the same id by chance only.
 * </ul>
 *
 * <p>When it is sent:
 *
 * <ul>
 *   <li>The request is sent at once. Each time that a time-out passes without the reply, it is sent
 *       again: the same datagram, byte for byte, from the same socket.
 *   <li>Time-outs double: the first is as long as the caller says, and each one after it is twice
 *       as long as the one before.
 *   <li>The request is sent {@code attempts} times at most. The time-out after the last send is
 *       waited for too.
 *   <li>No wait is shorter than its time-out, and none is longer, but for the few milliseconds that
 *       a busy machine needs.
 * </ul>
 *
 * <pre>{@code
 * request("192.0.2.7", 7000, payload, 3, 100), and no reply:
 *
 * ms    0      100           300                         700
 *       send   send again    send again                  SocketTimeoutException
 *       |-100--|----200------|-----------400-------------|
 * }</pre>
 *
 * <p>What counts as the reply:
 *
 * <ul>
 *   <li>Only a datagram that comes from the address and port that were asked and has the id of this
 *       call is the reply. The call returns as soon as it comes.
 *   <li>It may come in any of the waits, and whichever of the sends it answers: a reply to the
 *       first counts after the second, too.
 *   <li>Everything else is ignored: what comes from another address or another port, what has
 *       another id (such as a late reply to an earlier call), and what is shorter than 4 bytes.
 *   <li>What is ignored makes no wait longer and none shorter, and nothing is sent because of it.
 * </ul>
 *
 * <p>A call has a socket of its own, at a port that the system picks. When the call is over, by a
 * reply or by an exception, the socket is closed.
 *
 * <p>The servers in the tests are there, even when they say nothing: what your system does when
 * nobody has the port is not tested.
 */
@Exercise(id = "2.4", title = "Asking over best effort", rfc = "RFC 8085 §3.1")
@Points(16)
public interface DatagramClient {

  /**
   * Asks, waits, asks again, and returns what the reply carries.
   *
   * <p>If {@code attempts}, the time-out or the payload is out of its range, that is the caller's
   * mistake: {@code IllegalArgumentException}, and nothing is sent. A host that nobody knows is
   * not: that is an {@code IOException}.
   *
   * @param host the host to ask: an IPv4 address such as {@code 127.0.0.1}, or a name such as
   *     {@code localhost}
   * @param port the port to ask, 1 to 65535; no test gives another
   * @param payload what the request carries after the id, at most 65,503 bytes
   * @param attempts how often the request is sent at most, at least 1
   * @param firstTimeoutMillis the first time-out in milliseconds, at least 1
   * @return the payload of the reply: all that follows its id, and nothing else
   * @throws java.net.SocketTimeoutException if the last time-out has passed without the reply
   * @throws IOException if the host is unknown, or the request cannot be sent
   * @throws IllegalArgumentException if {@code attempts} or {@code firstTimeoutMillis} is less than
   *     1, or the payload is longer than 65,503 bytes
   */
  byte[] request(String host, int port, byte[] payload, int attempts, int firstTimeoutMillis)
      throws IOException;
}
