package firsthop.dns;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;

/**
 * Asks a name server a question over UDP, and knows its answer among all that may come: RFC 1035
 * §7.3, RFC 5452 §9.1.
 *
 * <p>A question is what your {@link QueryEncoder} writes, sent as one datagram. Anybody can send
 * datagrams to a client and claim to be the server, so a client takes only what it has asked for:
 *
 * <ul>
 *   <li>Each attempt has an id of its own, which nobody can guess, and a new socket, so that the
 *       port is new, too.
 *   <li>A datagram is the answer only if it comes from the address and the port of the server, can
 *       be decoded, is a response, has the id of the attempt, and repeats the question: exactly the
 *       one name and type that were asked, letters in upper or lower case.
 *   <li>All other datagrams are ignored. They make the wait neither longer nor shorter.
 *   <li>The answer is returned whatever its code is, and also when it is truncated.
 *   <li>When no answer has come {@code timeoutMillis} after an attempt was sent, the next attempt
 *       begins.
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
