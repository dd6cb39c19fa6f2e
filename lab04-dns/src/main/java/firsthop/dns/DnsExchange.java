package firsthop.dns;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;

/**
 * Asks a name server a question over UDP, and finds the answer among all datagrams that arrive: RFC
 * 1035 §7.3, RFC 5452 §9.1.
 *
 * <p>Your {@link QueryEncoder} writes the question, and it is sent as one datagram. Anybody can
 * send datagrams to a client and claim to be the server. So a client accepts only the answer to its
 * own question.
 *
 * <p><b>Attempts.</b>
 *
 * <ul>
 *   <li>The first attempt sends the question at once. If no answer has come {@code timeoutMillis}
 *       after an attempt was sent, the next attempt begins. All attempts wait for the same time,
 *       and so does the last one.
 *   <li>Each attempt has its own id, which nobody can guess. The id is 16 random bits; neither the
 *       time nor earlier ids tell anything about them. Two attempts have the same id only by
 *       chance.
 *   <li>Each attempt has a new socket. The system chooses its port, so the port is new, too.
 *   <li>When the time of an attempt is over, the attempt no longer counts. An answer to it that
 *       comes later is ignored.
 * </ul>
 *
 * <p><b>The answer.</b>
 *
 * <ul>
 *   <li>A datagram is the answer only if all of the following is true: it comes from the address
 *       and the port of the server; it can be decoded; it is a response; it has the id of the
 *       attempt; it has exactly one question, with the name and the type that were asked. Upper and
 *       lower case make no difference.
 *   <li>All other datagrams are ignored. They make no wait longer and no wait shorter, and nothing
 *       is sent because of them.
 *   <li>The answer is returned as soon as it comes, whatever its code is, and also if it is
 *       truncated.
 *   <li>An answer over UDP has at most 512 bytes (RFC 1035 §4.2.1).
 * </ul>
 *
 * <p>Every socket is closed when the call ends, in whatever way it ends. An ICMP message may say
 * that the server's port is closed. You may ignore it or not; it does not happen in tests.
 */
@Exercise(id = "4.3", title = "Asking over UDP", rfc = "RFC 1035 §7.3, RFC 5452 §9.1")
@Points(14)
public interface DnsExchange {

  /**
   * Sends the question until an answer comes or all attempts are used.
   *
   * <p>If {@code timeoutMillis}, {@code attempts}, the name or the type is out of its range, the
   * caller has made a mistake: the call throws an {@code IllegalArgumentException} and sends
   * nothing.
   *
   * @param server the server's IPv4 address, such as {@code 127.0.0.1}
   * @param port the server's port, 1 to 65535
   * @param name the name in the question, as in {@link QueryEncoder}
   * @param type the type in the question, 0 to 65535
   * @param recursionDesired whether the server should find the answer itself, by asking other
   *     servers
   * @param timeoutMillis how many milliseconds each attempt waits, at least 1
   * @param attempts how often the question is sent at most, at least 1
   * @return the answer
   * @throws java.net.SocketTimeoutException if no answer has come when the time of the last attempt
   *     is over
   * @throws IOException if the question cannot be sent
   * @throws IllegalArgumentException if {@code timeoutMillis} or {@code attempts} is below 1, or if
   *     a {@link QueryEncoder} refuses the name or the type
   */
  DnsMessage ask(
      String server,
      int port,
      String name,
      int type,
      boolean recursionDesired,
      int timeoutMillis,
      int attempts)
      throws IOException;
}
