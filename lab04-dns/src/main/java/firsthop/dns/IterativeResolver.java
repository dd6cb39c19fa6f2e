package firsthop.dns;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;
import java.util.List;

/**
 * Finds records without anybody's help, from the root of the tree of names down: RFC 1034 §5.3.3,
 * RFC 2181 §5.4.1.
 *
 * <p><b>Asking.</b>
 *
 * <ul>
 *   <li>Every server is asked for the whole name and the type that are searched for, on the same
 *       {@code port}, recursion not desired, as {@link DnsExchange} says, with one attempt of
 *       {@code timeoutMillis}.
 *   <li>If its answer is truncated, the same server is asked over TCP, as {@link StubResolver}
 *       says, but with recursion not desired, and what comes there counts in its place.
 *   <li>Each datagram and each question over TCP is a query, and there are at most 64 of them for
 *       one call, whatever they are for.
 * </ul>
 *
 * <p><b>The way down.</b> A search for a name begins with the root servers. The zone whose servers
 * are asked is the root at first. Its servers are asked one after the other, until one has given an
 * <em>answer</em> or a <em>referral</em>; those of the root in the order given, those of other
 * zones in any order.
 *
 * <ul>
 *   <li>An answer is authoritative (AA), and its code is 0 or 3.
 *   <li>A referral has the code 0, is not an answer, and has in its authority section NS records of
 *       a name that lies further down than the zone, and is the name that is searched for or lies
 *       above it. That name is the next zone, and its NS records name its servers. (In tests there
 *       is at most one such name.)
 *   <li>A server that is silent, refuses the connection over TCP, answers with another code, or is
 *       lame, which means that it gives neither, is passed over, and the next one is asked.
 * </ul>
 *
 * <p>A name lies above another one if its labels are the last labels of the other: {@code
 * host.example} lies above {@code www.host.example}, and not above {@code myhost.example}. A name
 * lies in a zone if it is the zone's name or the zone's name lies above it.
 *
 * <p><b>Servers of the next zone.</b> Only IPv4 addresses of servers count. They are the A records
 * of the servers' names in the additional section, the <em>glue</em>. Glue counts only where the
 * server's name lies in the zone whose server gave the referral: whoever serves {@code example}
 * knows nothing about names outside. A server without glue that counts has its address looked up
 * first, from the root down, like any other name; if that finds none, the server is passed over.
 *
 * <p><b>The answer.</b> Only records of names that lie in the zone whose server has answered are
 * taken from it.
 *
 * <ul>
 *   <li>Records of the name and the type asked for are the result, in the answer's order.
 *   <li>If there are none, and the name is an alias, the CNAME records are followed in the answer
 *       as far as they are taken; what is found at their end is the result. If the end is not in
 *       the answer, it is searched for, from the root down again. Who asks for type 5, CNAME
 *       itself, gets the CNAME records of the name.
 *   <li>If the code is 3 and no alias leads out of the zone, the name does not exist. What the
 *       server says of a name outside the zone is not believed, that it does not exist included.
 *   <li>If the code is 0, there is no alias and there are no such records, the result is an empty
 *       list. If aliases lead in a circle, even across zones, the result is an empty list, too.
 * </ul>
 *
 * <p>All names that tests lead to are such that a {@link QueryEncoder} takes them.
 */
@Exercise(
    id = "4.6",
    title = "From the root down",
    rfc = "RFC 1034 §5.3.3 and §6.3, RFC 2181 §5.4.1")
@Points(18)
public interface IterativeResolver {

  /**
   * Finds records.
   *
   * @param name the name that is asked about, as in {@link QueryEncoder}
   * @param type the type that is asked for, 0 to 65535
   * @param rootServers the IPv4 addresses of the root's servers, at least one
   * @param port the port at which every server is asked, for UDP and for TCP, 1 to 65535
   * @param timeoutMillis how many milliseconds each query waits for its answer, at least 1
   * @return the records of that type; there may be none
   * @throws NameNotFoundException if the name, or what it is an alias of, does not exist
   * @throws ServerFailureException if none of a zone's servers is of any help, or the 64 queries
   *     were not enough
   * @throws IOException no other than these two: what goes wrong with one server is no reason to
   *     give up
   * @throws IllegalArgumentException if {@code timeoutMillis} is below 1, or the name or the type
   *     is none that a {@link QueryEncoder} takes; nobody is asked then
   */
  List<DnsRecord> resolve(
      String name, int type, List<String> rootServers, int port, int timeoutMillis)
      throws IOException;
}
