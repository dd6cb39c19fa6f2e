package firsthop.dns;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;

/**
 * Asks a name server a question over UDP, and knows its answer among all that may come: RFC 1035
 * §7.3, RFC 5452 §9.1.
 *
 * <p>A question is what your {@link QueryEncoder} writes, sent as one datagram. Anybody can send
 * datagrams to a client and claim to be the server, so a client takes only what it has asked for.
 *
 * <p><b>Attempts.</b>
 *
 * <ul>
 *   <li>The question is sent at once. When no answer has come {@code timeoutMillis} after an
 *       attempt was sent, the next attempt begins. All attempts wait equally long, the last one
 *       too.
 *   <li>Each attempt has an id of its own, which nobody can guess: 16 random bits, of which neither
 *       the time nor earlier ids tell anything. Two attempts have the same id by chance only.
 *   <li>Each attempt has a new socket, at a port that the system picks, so that the port is new,
 *       too.
 *   <li>An attempt whose time is over counts no more: an answer to it that comes later is ignored.
 * </ul>
 *
 * <p><b>The answer.</b>
 *
 * <ul>
 *   <li>A datagram is the answer only if it comes from the address and the port of the server, can
 *       be decoded, is a response, has the id of the attempt, and repeats the question: it has
 *       exactly one question, with the name and the type that were asked, letters in upper or lower
 *       case.
 *   <li>All other datagrams are ignored. They make no wait longer and none shorter, and nothing is
 *       sent because of them.
 *   <li>The answer is returned as soon as it comes, whatever its code is, and also when it is
 *       truncated.
 *   <li>An answer over UDP has at most 512 bytes (RFC 1035 §4.2.1).
 * </ul>
 *
 * <p>Every socket is closed when the call is over, however it ends. An ICMP message that says that
 * the port is closed may be ignored or not; tests have none.
 */
@Exercise(id = "4.3", title = "Asking over UDP", rfc = "RFC 1035 §7.3, RFC 5452 §9.1")
@Points(14)
public interface DnsExchange {

  /**
   * Asks until an answer has come or the attempts are used up.
   *
   * <p>If {@code timeoutMillis}, {@code attempts}, the name or the type is out of its range, that
   * is the caller's mistake: {@code IllegalArgumentException}, and nothing is sent.
   *
   * @param server the server's IPv4 address, such as {@code 127.0.0.1}
   * @param port its port, 1 to 65535
   * @param name the name that is asked about, as in {@link QueryEncoder}
   * @param type the type that is asked for, 0 to 65535
   * @param recursionDesired whether the server is to find the answer itself, by asking others
   * @param timeoutMillis for how many milliseconds each attempt waits, at least 1
   * @param attempts how often the question is sent, at least 1
   * @return the answer
   * @throws java.net.SocketTimeoutException if no answer has come when the last attempt's time is
   *     over
   * @throws IOException if the question cannot be sent
   * @throws IllegalArgumentException if {@code timeoutMillis} or {@code attempts} is below 1, or
   *     the name or the type is none that a {@link QueryEncoder} takes
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
