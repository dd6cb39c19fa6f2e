package firsthop.dns;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;
import java.util.List;

/**
 * Finds records by asking one name server, which itself asks the others. The resolver of nearly
 * every host works in this way: RFC 1034 §5.3.1, RFC 7766 §5 and §8.
 *
 * <p><b>Asking.</b>
 *
 * <ul>
 *   <li>The server is asked over UDP, with recursion desired, as {@link DnsExchange} describes.
 *   <li>If its answer is truncated, the same question goes to the same address and port over TCP.
 *       The answer over TCP replaces the truncated one.
 *   <li>Over TCP, each message has its length before it: 16 bits, the high byte first. A message
 *       may arrive in pieces, and the two bytes of its length may do so, too.
 *   <li>TCP is tried once. If it fails, UDP is not tried again. If no connection exists {@code
 *       timeoutMillis} after the client began to connect, or if no complete answer has come {@code
 *       timeoutMillis} after the question was sent, the call throws a {@code
 *       SocketTimeoutException}. (In tests, an answer is complete by then, or it never comes.)
 *   <li>If the connection is refused, or if it ends before the answer is complete, or if the answer
 *       has another id than the question that was sent over TCP, the call throws an {@code
 *       IOException}. (In tests, nothing else goes wrong over TCP.)
 *   <li>Every socket is closed when the call ends, in whatever way it ends.
 * </ul>
 *
 * <p><b>What the answer means.</b>
 *
 * <ul>
 *   <li>If its code is 3, the name does not exist, or it is an alias of a name that does not exist.
 *       Then the call throws a {@link NameNotFoundException}, whatever records there are. If its
 *       code is neither 0 nor 3, the call throws a {@link ServerFailureException}. In both cases it
 *       throws at once, without another attempt.
 *   <li>Otherwise the result is the records with the name and the type that were asked for, in the
 *       order of the answer section.
 *   <li>If the name has a CNAME record in the answer section instead, it is an alias. Then the
 *       result is the records of the name that the CNAME record gives. That name may be an alias
 *       again, and so on: a chain of aliases may have any length. All these records are looked for
 *       in the answer section; nobody is asked again. They may stand in any order, and other
 *       records may stand between them.
 *   <li>If type 5 (CNAME) was asked for, the result is the CNAME records of the name that was asked
 *       for.
 *   <li>If there are no such records, or if the aliases lead in a circle, the result is an empty
 *       list.
 *   <li>Upper and lower case make no difference in a name, and neither does a final dot.
 * </ul>
 */
@Exercise(
    id = "4.4",
    title = "A resolver that asks another",
    rfc = "RFC 1034 §5.3.1, RFC 7766 §5 and §8")
@Points(14)
public interface StubResolver {

  /**
   * Finds records.
   *
   * @param server the server's IPv4 address, such as {@code 127.0.0.1}
   * @param port the server's port, for UDP and for TCP, 1 to 65535
   * @param name the name in the question, as in {@link QueryEncoder}
   * @param type the type in the question, 0 to 65535
   * @param timeoutMillis how many milliseconds each attempt over UDP waits, and each step over TCP,
   *     at least 1
   * @param attempts how often the server is asked over UDP at most, at least 1
   * @return the records of that type; the list may be empty
   * @throws NameNotFoundException if the name does not exist
   * @throws ServerFailureException if the server answers with a code that is neither 0 nor 3
   * @throws java.net.SocketTimeoutException if no answer comes in time
   * @throws IOException if there is no answer for another reason
   * @throws IllegalArgumentException as in {@link DnsExchange}
   */
  List<DnsRecord> resolve(
      String server, int port, String name, int type, int timeoutMillis, int attempts)
      throws IOException;
}
