package firsthop.addresses;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the next hop of a packet: the forwarding table of an IPv4 router.
 *
 * <p>A router does not know the way to every host. It knows routes. A route is a prefix and a next
 * hop. The prefix is a block of addresses with the same first bits. The next hop is the neighbour
 * that gets the packets to these addresses. One destination may be in many prefixes:
 *
 * <pre>{@code
 * prefix              next hop      198.51.100.77    198.51.7.7    203.0.113.9
 * 0.0.0.0/0           192.0.2.1     matches          matches       matches, wins
 * 198.51.0.0/16       192.0.2.2     matches          matches, wins
 * 198.51.100.0/24     192.0.2.3     matches
 * 198.51.100.64/28    192.0.2.4     matches, wins
 * 198.51.100.96/28    192.0.2.5
 * }</pre>
 *
 * <ul>
 *   <li>A prefix is written as in 1.3: an address as in 1.1, a slash, and a length from 0 to 32 in
 *       ASCII digits without a leading zero. There is nothing else before, between or after.
 *   <li>The host bits are the bits after the first <i>length</i> bits. Every method sets them to 0:
 *       {@code 10.1.2.3/8} is the prefix {@code 10.0.0.0/8}.
 *   <li>A route matches a destination if the first <i>length</i> bits of its prefix and of the
 *       destination are the same.
 *   <li>If several routes match, the route with the longest prefix wins, no matter in which order
 *       they were added (RFC 1812 §5.2.4.3).
 *   <li>A prefix of length 0 matches every destination. Its route is the default route.
 *   <li>A prefix of length 32 matches exactly one address.
 *   <li>A new table is empty. A change in one table does not change another table.
 * </ul>
 *
 * <p>A router on today's internet holds about a million routes and looks up a route for every
 * packet. So the time for <i>n</i> routes and <i>n</i> lookups, in many calls or in few, must grow
 * about as fast as <i>n</i> itself: four times as many routes and lookups must take far less than
 * sixteen times as long. The tests use up to 100,000 routes.
 */
@Exercise(id = "1.5", title = "The router's table", rfc = "RFC 1812 §5.2.4.3, RFC 4632 §5.1")
@Points(14)
public interface ForwardingTable {

  /**
   * Adds a route. If there is a route with the same prefix, its next hop is replaced.
   *
   * @param cidr the prefix: {@code "198.51.100.0/24"}
   * @param nextHop any text; it does not have to be an address, and it may be empty. {@link
   *     #lookup} returns exactly this text
   * @throws IllegalArgumentException if {@code cidr} is not a prefix
   */
  void add(String cidr, String nextHop);

  /**
   * Removes the route with exactly this prefix. Routes with a shorter or longer prefix stay.
   *
   * @param cidr the prefix: {@code "198.51.100.0/24"}
   * @return whether there was a route with this prefix
   * @throws IllegalArgumentException if {@code cidr} is not a prefix
   */
  boolean remove(String cidr);

  /**
   * Returns the next hop for a destination, from the routes that are in the table at that moment.
   *
   * @param destination an address as in 1.1: {@code "198.51.100.77"}
   * @return the next hop of the longest prefix that matches, or empty if no route matches
   * @throws IllegalArgumentException if {@code destination} is not an address
   */
  Optional<String> lookup(String destination);

  /**
   * Adds many routes, in the order of the map. This method is complete. You do not have to write
   * it.
   *
   * @param routes the next hops by their prefixes
   * @throws IllegalArgumentException if one of the keys is not a prefix
   */
  default void addAll(Map<String, String> routes) {
    routes.forEach(this::add);
  }

  /**
   * Looks up many destinations. This method is complete. You do not have to write it.
   *
   * @param destinations addresses as in 1.1
   * @return the results of {@link #lookup} for them, in the same order
   * @throws IllegalArgumentException if one of the destinations is not an address
   */
  default List<Optional<String>> lookupAll(List<String> destinations) {
    return destinations.stream().map(this::lookup).toList();
  }
}
