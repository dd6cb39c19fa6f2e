package firsthop.dns;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;
import java.util.List;

/**
 * Finds records by asking one name server that asks the others itself, as the resolver of nearly
 * every host does: RFC 1034 §5.3.1, RFC 7766 §5 and §8.
 *
 * <p><b>Asking.</b>
 *
 * <ul>
 *   <li>The server is asked over UDP, with recursion desired, as {@link DnsExchange} says.
 *   <li>If its answer is truncated, the same question goes to the same address and port over TCP,
 *       and what comes there counts in its place.
 *   <li>Over TCP each message has its length before it, as 16 bits, the high byte first. A message
 *       may arrive in pieces, and the two bytes of its length, too.
 *   <li>TCP is tried once, and when it fails, UDP is not tried again. If there is no connection
 *       {@code timeoutMillis} after it was tried, or no whole answer {@code timeoutMillis} after
 *       the question was sent, that is a {@code SocketTimeoutException}. (In tests an answer is
 *       whole by then, or never comes.)
 *   <li>If the connection is refused, or ends before the answer is whole, or the answer has another
 *       id than the question that was sent there, that is an {@code IOException}. (Tests get
 *       nothing else wrong over TCP.)
 *   <li>Every socket is closed when the call is over, however it ends.
 * </ul>
 *
 * <p><b>What the answer means.</b>
 *
 * <ul>
 *   <li>If its code is 3, the name does not exist, or it is an alias of one that does not: {@link
 *       NameNotFoundException}, whatever records there are. If it is another but 0: {@link
 *       ServerFailureException}. Both at once, without another attempt.
 *   <li>Otherwise the records of the type that was asked for, with the name that was asked for, are
 *       the result, in the order of the answer section.
 *   <li>If the name has a CNAME record in the answer section instead, it is an alias, and the
 *       result is what belongs to the name that the record gives, which may be an alias again, and
 *       so on, however long the chain. All that is looked for in the answer section; nobody is
 *       asked again. Its records may stand in any order, and others may stand among them.
 *   <li>Who asks for type 5, CNAME itself, gets the CNAME records of the name that was asked for.
 *   <li>If there are no such records, or the aliases lead in a circle, the result is an empty list.
 *   <li>Names are the same in upper and lower case, with and without a final dot.
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
   * @param port its port, for UDP and for TCP, 1 to 65535
   * @param name the name that is asked about, as in {@link QueryEncoder}
   * @param type the type that is asked for, 0 to 65535
   * @param timeoutMillis how many milliseconds each attempt waits, and TCP once more, at least 1
   * @param attempts how often the server is asked over UDP, at least 1
   * @return the records of that type; there may be none
   * @throws NameNotFoundException if the name does not exist
   * @throws ServerFailureException if the server answers with another code but 0
   * @throws java.net.SocketTimeoutException if no answer comes in time
   * @throws IOException if there is no answer for another reason
   * @throws IllegalArgumentException as in {@link DnsExchange}
   */
  List<DnsRecord> resolve(
      String server, int port, String name, int type, int timeoutMillis, int attempts)
      throws IOException;
}
