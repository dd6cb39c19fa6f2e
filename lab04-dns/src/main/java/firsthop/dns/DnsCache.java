package firsthop.dns;

import firsthop.kit.Exercise;
import firsthop.kit.Points;

/**
 * Remembers what name servers have answered, for as long as they allow it, also that there is
 * nothing: RFC 2181 §5.2, RFC 2308 §5.
 *
 * <p>The time is a parameter: milliseconds of some clock, from 0 to 2^53, which never goes back
 * from one call to the next, be it a store or a look-up. A new cache is empty, and two caches share
 * nothing. Calls come one after the other.
 *
 * <p><b>What a response leaves in the cache.</b> The records of the answer section with the same
 * name and type are a <em>record set</em>. The <em>end</em> is the name to which the question's
 * name leads by the CNAME records (type 5) of the answer section, in whatever order they stand
 * there: the question's name itself when it has none there, or when type 5 itself was asked for.
 *
 * <ul>
 *   <li>A response that is truncated, or whose code is neither 0 nor 3, stores nothing and removes
 *       nothing. No other flag counts: an answer need not be authoritative.
 *   <li>Each record set is stored under its name and type, for as many seconds as the smallest TTL
 *       among its records says. So are the CNAME records on the way to the end, with code 3, too.
 *   <li>If the code is 3, it is stored that the end does not exist, whatever the type.
 *   <li>If the code is 0 and the answer section has no record of the end with the type that was
 *       asked for, it is stored that the end has no data of that type.
 *   <li>For how many seconds either of these holds, the SOA record (type 6) of the authority
 *       section says: the smaller one of its TTL and of the last number of its data, the minimum, 0
 *       to 2^32 - 1. Without an SOA record there, neither of them is stored.
 *   <li>What would hold for 0 seconds is not stored, and removes nothing. The record is there all
 *       the same: an address with TTL 0 is data, and a CNAME record with TTL 0 leads on.
 *   <li>If the CNAME records lead in a circle there is no end; then only record sets are stored.
 * </ul>
 *
 * <p><b>What replaces what.</b> The latest entry wins, also if it holds for a shorter time. A
 * record set, or that there is no data, takes the place of what was stored under that name and
 * type, and removes that the name does not exist. That a name does not exist removes all that is
 * stored under the name. What has been replaced or removed never comes back.
 *
 * <p><b>What comes out.</b> An entry is there from the moment of storing on, until as many seconds
 * are over as it holds; at that very moment it is gone. A look-up follows no CNAME records: only
 * what is stored under just that name and type counts, or that just that name does not exist. Where
 * nothing is stored, or no longer, the answer is MISS. Letters are the same in upper and lower
 * case.
 *
 * <p>Responses are given as {@link DnsMessage} describes them, with exactly one question, and they
 * make sense: the authority section has at most one SOA record, a name with a CNAME record in the
 * answer section has no other record there, and with code 3 the end has none.
 */
@Exercise(id = "4.5", title = "Remembering", rfc = "RFC 2181 §5.2, RFC 2308 §5")
@Points(14)
public interface DnsCache {

  /**
   * Takes in a response.
   *
   * @param response what a name server has answered
   * @param nowMillis the time, in milliseconds
   */
  void store(DnsMessage response, long nowMillis);

  /**
   * Looks up what is known.
   *
   * @param name the name, as {@link DnsMessage} writes names, but in upper or lower case
   * @param type the type, 0 to 65535
   * @param nowMillis the time, in milliseconds
   * @return what is known; a hit has the records of the set in the order of the answer section, as
   *     they were given, but the TTL of each is the time that is left for the set, in whole
   *     seconds, rounded up; all else has no records
   */
  CacheResult lookup(String name, int type, long nowMillis);
}
