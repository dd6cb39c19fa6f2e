package firsthop.dns;

import firsthop.kit.Exercise;
import firsthop.kit.Points;

/**
 * Remembers what name servers have answered, for as long as they allow it, also that there is
 * nothing: RFC 2181 §5.2, RFC 2308 §5.
 *
 * <p>The time is a parameter: milliseconds of some clock that never goes back.
 *
 * <p><b>What a response leaves in the cache.</b> Let the <em>end</em> be the name to which the
 * question's name leads by the CNAME records of the answer section: the question's name itself when
 * it has none there, or when type 5, CNAME itself, was asked for.
 *
 * <ul>
 *   <li>A response that is truncated, or whose code is neither 0 nor 3, stores nothing and removes
 *       nothing.
 *   <li>The records of the answer section with the same name and type are a record set. Each record
 *       set is stored under its name and type, for as many seconds as the smallest TTL among its
 *       records says.
 *   <li>If the code is 3, it is stored that the end does not exist, whatever the type.
 *   <li>If the code is 0 and the answer section has no record of the end with the type that was
 *       asked for, it is stored that the end has no data of that type.
 *   <li>For how many seconds that holds, the SOA record of the authority section says: the smaller
 *       one of its TTL and of the last number of its data, the minimum. Without an SOA record it is
 *       not stored at all.
 *   <li>What would hold for 0 seconds is not stored, and removes nothing.
 *   <li>If the CNAME records lead in a circle there is no end; then only record sets are stored.
 * </ul>
 *
 * <p><b>What replaces what.</b> The latest entry wins. A record set, or that there is no data,
 * takes the place of what was stored under that name and type, and removes that the name does not
 * exist. That a name does not exist removes all that is stored under the name.
 *
 * <p><b>What comes out.</b> From the moment of storing on, until as many seconds are over as an
 * entry holds; at that very moment it is gone. A look-up follows no CNAME records: only what is
 * stored under just that name and type counts, or that the name does not exist. Letters are the
 * same in upper and lower case.
 *
 * <p>Only responses with one question are given.
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
   * @param name the name, as {@link DnsMessage} writes names, in upper or lower case
   * @param type the type
   * @param nowMillis the time, in milliseconds
   * @return what is known; the records of a hit are those of the set, in the order in which they
   *     were stored, and each has as its TTL the time that is left for the set, in whole seconds,
   *     rounded up
   */
  CacheResult lookup(String name, int type, long nowMillis);
}
