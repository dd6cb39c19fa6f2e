package firsthop.dns;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;
import java.util.List;

/**
 * Finds records by asking one name server after the other, from the root of the tree of names down:
 * RFC 1034 §5.3.3, RFC 2181 §5.4.1.
 *
 * <p><b>Asking.</b>
 *
 * <ul>
 *   <li>Every server is asked for the full name and the type of the search, at the same {@code
 *       port}, with recursion not desired. {@link DnsExchange} describes how, with one attempt of
 *       {@code timeoutMillis}.
 *   <li>If its answer is truncated, the same server is asked over TCP, as {@link StubResolver}
 *       describes, but with recursion not desired. The answer over TCP replaces the truncated one.
 *   <li>Each datagram that asks and each question over TCP is one query. One call sends at most 64
 *       queries, whatever they are for.
 * </ul>
 *
 * <p><b>Names and zones.</b> A name lies above a longer name if its labels are the last labels of
 * the longer name: {@code host.example} lies above {@code www.host.example}, but not above {@code
 * myhost.example}. The longer name lies below the shorter one. A name lies in a zone if it is the
 * zone's name or lies below the zone's name.
 *
 * <p><b>The way down.</b> A search for a name begins with the root servers, and the root is the
 * first current zone. The servers of the current zone are asked one after the other, until one of
 * them gives an <em>answer</em> or a <em>referral</em>. The servers of the root are asked in the
 * order given, those of other zones in any order.
 *
 * <ul>
 *   <li>An answer is authoritative (AA), and its code is 0 or 3.
 *   <li>A referral has the code 0 and is not an answer. Its authority section has NS records of a
 *       name that lies below the current zone's name, and that is the name of the search or lies
 *       above it. That name is the next zone, and its NS records name its servers. (In tests there
 *       is at most one such name.)
 *   <li>A server is skipped if it is silent, refuses the connection over TCP, answers with another
 *       code, or is lame, which means that it gives neither an answer nor a referral. Then the next
 *       server is asked.
 * </ul>
 *
 * <p><b>The servers of the next zone.</b> Only the IPv4 addresses of servers count. They are the A
 * records of the servers' names in the additional section, the <em>glue</em>. Glue counts only if
 * the server's name lies in the zone whose server gave the referral: a server of {@code example}
 * has no authority over names outside. If a server has no glue that counts, its address is looked
 * up first, from the root down, like any other name. If that finds no address, the server is
 * skipped.
 *
 * <p><b>The answer.</b> Only records whose names lie in the zone of the server that answered are
 * used.
 *
 * <ul>
 *   <li>The result is the records with the name and the type of the search, in the order of the
 *       answer.
 *   <li>If there are none, and the name is an alias, the CNAME records that are used are followed
 *       within the answer. The result is the records at the end of the chain. If the answer has no
 *       records of the end, the end is searched for, from the root down again. If type 5 (CNAME)
 *       was asked for, the result is the CNAME records of the name.
 *   <li>If the code is 3 and no alias leads out of the zone, the name does not exist. What the
 *       server says about a name outside the zone is not believed, not even that it does not exist.
 *   <li>If the code is 0, there is no alias and there are no such records, the result is an empty
 *       list. If aliases lead in a circle, even across zones, the result is an empty list, too.
 * </ul>
 *
 * <p>In tests, all names that records lead to are names that a {@link QueryEncoder} accepts.
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
   * @param name the name of the search, as in {@link QueryEncoder}
   * @param type the type of the search, 0 to 65535
   * @param rootServers the IPv4 addresses of the root's servers, at least one
   * @param port the port at which every server is asked, over UDP and over TCP, 1 to 65535
   * @param timeoutMillis how many milliseconds each query waits for its answer, at least 1
   * @return the records of that type; the list may be empty
   * @throws NameNotFoundException if the name does not exist, or if it is an alias of a name that
   *     does not exist
   * @throws ServerFailureException if no server of a zone gives an answer or a referral, or if 64
   *     queries are not enough
   * @throws IOException only as one of these two exceptions, since a problem with one server is no
   *     reason to give up
   * @throws IllegalArgumentException if {@code timeoutMillis} is below 1, or if a {@link
   *     QueryEncoder} refuses the name or the type; then no server is asked
   */
  List<DnsRecord> resolve(
      String name, int type, List<String> rootServers, int port, int timeoutMillis)
      throws IOException;
}
