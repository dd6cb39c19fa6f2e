package firsthop.dns;

import firsthop.kit.Exercise;
import firsthop.kit.Points;

/**
 * Remembers the answers of name servers for as long as the servers allow it. It also remembers that
 * something does not exist: RFC 2181 §5.2, RFC 2308 §5.
 *
 * <p>The time is a parameter: milliseconds of some clock, from 0 to 2^53. It never goes back from
 * one call to the next, whether the call is a store or a look-up. A new cache is empty, and two
 * caches share nothing. Calls come one after the other.
 *
 * <p><b>What a response stores.</b> The records of the answer section that have the same name and
 * type are a <em>record set</em>. The <em>end</em> is the name that you reach if you start at the
 * question's name and follow the CNAME records (type 5) of the answer section, in whatever order
 * they stand there. If the question's name has no CNAME record there, or if the question asks for
 * type 5, the end is the question's name itself.
 *
 * <ul>
 *   <li>A response that is truncated, or whose code is neither 0 nor 3, stores nothing and removes
 *       nothing. Other flags do not matter: an answer need not be authoritative.
 *   <li>Each record set is stored under its name and type. It is valid for as many seconds as the
 *       smallest TTL among its records. The CNAME records on the way to the end are stored in the
 *       same way, even if the code is 3.
 *   <li>If the code is 3, the cache stores that the end does not exist, for every type.
 *   <li>If the code is 0, and the answer section has no record with the name of the end and the
 *       type of the question, the cache stores that the end has no data of that type.
 *   <li>The SOA record (type 6) of the authority section says for how many seconds "does not exist"
 *       or "no data" is valid. It is the smaller of two numbers: the TTL of the SOA record, and the
 *       minimum, which is the last number of its data, 0 to 2^32 - 1. If the authority section has
 *       no SOA record, neither of the two is stored.
 *   <li>What would be valid for 0 seconds is not stored, and it removes nothing. But the record is
 *       still part of the answer: an address with TTL 0 is data, and a CNAME record with TTL 0
 *       leads to the next name.
 *   <li>If the CNAME records lead in a circle, there is no end. Then only record sets are stored.
 * </ul>
 *
 * <p><b>What replaces what.</b> The latest entry wins, even if it is valid for a shorter time. A
 * record set or a "no data" replaces what was stored under the same name and type. It also removes
 * a "does not exist" of that name. A "does not exist" removes everything that is stored under that
 * name. What was replaced or removed never comes back.
 *
 * <p><b>What a look-up returns.</b> An entry is valid from the moment at which it was stored until
 * its number of seconds is over. At exactly that moment it is gone. A look-up does not follow CNAME
 * records. It finds only an entry that is stored under exactly that name and type, or a "does not
 * exist" of exactly that name. If nothing is stored, or if nothing stored is still valid, the
 * status is MISS. Upper and lower case make no difference.
 *
 * <p>Responses have the form that {@link DnsMessage} describes, with exactly one question. They are
 * consistent: the authority section has at most one SOA record; a name that has a CNAME record in
 * the answer section has no other record there; if the code is 3, the end has no record there.
 */
@Exercise(id = "4.5", title = "Remembering", rfc = "RFC 2181 §5.2, RFC 2308 §5")
@Points(14)
public interface DnsCache {

  /**
   * Stores a response.
   *
   * @param response the response of a name server
   * @param nowMillis the time, in milliseconds
   */
  void store(DnsMessage response, long nowMillis);

  /**
   * Looks up a name and a type.
   *
   * @param name the name, in the form that {@link DnsMessage} describes, but in upper or lower case
   * @param type the type, 0 to 65535
   * @param nowMillis the time, in milliseconds
   * @return what the cache knows. A hit has the records of the set, as they were given and in the
   *     order of the answer section; but the TTL of each record is the time that is left for the
   *     set, in whole seconds, rounded up. Any other result has no records.
   */
  CacheResult lookup(String name, int type, long nowMillis);
}
