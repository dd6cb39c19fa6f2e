package firsthop.addresses;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells where a packet goes next: the forwarding table of an IPv4 router.
 *
 * <p>A router does not know the way to every host. It knows routes. A route is a prefix, which is a
 * block of addresses with the same first bits, and a next hop, which is the neighbour that packets
 * to these addresses are handed to. One destination may lie in many prefixes:
 *
 * <pre>{@code
 * prefix              next hop      198.51.100.77    198.51.7.7    203.0.113.9
 * 0.0.0.0/0           192.0.2.1     matches          matches       matches: wins
 * 198.51.0.0/16       192.0.2.2     matches          matches: wins
 * 198.51.100.0/24     192.0.2.3     matches
 * 198.51.100.64/28    192.0.2.4     matches: wins
 * 198.51.100.96/28    192.0.2.5
 * }</pre>
 *
 * <ul>
 *   <li>A prefix is written as in 1.3: an address as in 1.1, a slash, and the length, 0 to 32, in
 *       ASCII digits without a leading zero. Nothing stands before, between or after.
 *   <li>Host bits, those after the first <i>length</i> bits, are masked off: {@code 10.1.2.3/8} is
 *       the prefix {@code 10.0.0.0/8}, in every method.
 *   <li>A route matches a destination if the first <i>length</i> bits of both are the same.
 *   <li>Of all routes that match, the one with the longest prefix wins, in whatever order they were
 *       added (RFC 1812 §5.2.4.3).
 *   <li>A prefix of length 0 matches every destination; its route is the default route.
 *   <li>A prefix of length 32 matches one address.
 *   <li>A new table is empty, and two tables share nothing.
 * </ul>
 *
 * <p>A router on the internet of today holds about a million routes and looks one up for every
 * packet. So the time that <i>n</i> routes and <i>n</i> lookups take, in however many calls, grows
 * about as <i>n</i> does: four times as many of both may not take anything like sixteen times as
 * long. The tests go up to 100,000 routes.
 */
@Exercise(id = "1.5", title = "The router's table", rfc = "RFC 1812 §5.2.4.3, RFC 4632 §5.1")
@Points(14)
public interface ForwardingTable {

  /**
   * Adds a route. If there is one with the same prefix, its next hop is replaced.
   *
   * @param cidr the prefix: {@code "198.51.100.0/24"}
   * @param nextHop any text, kept as it is: it need not be an address, it may be empty, and what
   *     {@link #lookup} gives back is the same to the letter
   * @throws IllegalArgumentException if {@code cidr} is no prefix
   */
  void add(String cidr, String nextHop);

  /**
   * Removes the route with exactly this prefix. Routes with a shorter or longer prefix stay.
   *
   * @param cidr the prefix: {@code "198.51.100.0/24"}
   * @return whether there was a route with this prefix
   * @throws IllegalArgumentException if {@code cidr} is no prefix
   */
  boolean remove(String cidr);

  /**
   * Gives the next hop for a destination, by the routes that are in the table at that moment.
   *
   * @param destination an address as in 1.1: {@code "198.51.100.77"}
   * @return the next hop of the longest prefix that matches, or empty if no route matches
   * @throws IllegalArgumentException if {@code destination} is no address
   */
  Optional<String> lookup(String destination);

  /**
   * Adds many routes, in the order of the map. It works as it stands; you need not write it.
   *
   * @param routes the next hops by their prefixes
   * @throws IllegalArgumentException if one of the keys is no prefix
   */
  default void addAll(Map<String, String> routes) {
    routes.forEach(this::add);
  }

  /**
   * Looks up many destinations. It works as it stands; you need not write it.
   *
   * @param destinations addresses as in 1.1
   * @return what {@link #lookup} gives for each of them, in the same order
   * @throws IllegalArgumentException if one of the destinations is no address
   */
  default List<Optional<String>> lookupAll(List<String> destinations) {
    return destinations.stream().map(this::lookup).toList();
  }
}
