package firsthop.addresses;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the TCP sockets of one host, and finds the one that an arriving segment is for.
 *
 * <p>An address says which host; a port says which of the conversations on that host. Both together
 * are an {@link Endpoint}. A socket that listens has one endpoint, its own. A socket that is
 * connected has two, its own (<i>local</i>) and that of its peer (<i>remote</i>), and these two are
 * its socket pair:
 *
 * <pre>{@code
 * socket    local             remote
 * web       0.0.0.0:80        -                     listens, at any address of the host
 * ann       192.0.2.80:80     198.51.100.7:51213    connected
 * bob       192.0.2.80:80     198.51.100.7:51214    connected
 * mail      192.0.2.80:50001  203.0.113.25:25       connected
 *
 * segment from          to                  is for
 * 198.51.100.7:51214    192.0.2.80:80       bob
 * 198.51.100.7:51215    192.0.2.80:80       web: a new client
 * 203.0.113.25:25       192.0.2.80:50001    mail
 * 203.0.113.25:25       192.0.2.80:50002    nobody
 * }</pre>
 *
 * <p>Rules for all methods:
 *
 * <ul>
 *   <li>An address is an IPv4 address as {@link Ipv4Codec} reads it or an IPv6 address as {@link
 *       Ipv6Codec} reads it, in any spelling that these take; a port is 0 to 65535.
 *   <li>Every address that comes out is canonical, as {@link Ipv4Codec} or {@link Ipv6Codec} writes
 *       it.
 *   <li>Addresses are compared by value, not by spelling: {@code 2001:DB8::0001} is {@code
 *       2001:db8::1}.
 *   <li>An IPv4-mapped address is an IPv6 address like any other: {@code ::ffff:192.0.2.80} is not
 *       {@code 192.0.2.80}.
 *   <li>A pair has a direction: the one with local A and remote B is not the one with local B and
 *       remote A. On one host, where both ends of a connection may be, each has a socket.
 *   <li>A socket goes by its name, which is any text and is compared to the letter.
 *   <li>A new table is empty, and two tables share nothing.
 * </ul>
 *
 * <p>A host may have tens of thousands of sockets at once. The tests go up to 20,000, which is too
 * many to go through all of them in each call.
 *
 * <p>No test asks for a connection between an IPv4 and an IPv6 address, nor for one whose local or
 * remote address is {@code 0.0.0.0} or {@code ::}.
 */
@Exercise(
    id = "1.6",
    title = "Sockets and socket pairs",
    rfc = "RFC 9293 §3.10.7, RFC 6335 §6, RFC 5952 §6")
@Points(18)
public interface SocketTable {

  /**
   * Reads an endpoint.
   *
   * <ul>
   *   <li>The text is an address, a colon and a port.
   *   <li>An IPv6 address stands in brackets, and an IPv4 address does not (RFC 5952 §6).
   *   <li>The port is one to five ASCII digits, at most 65535, without a leading zero unless it is
   *       {@code 0} itself.
   *   <li>Nothing else stands before, between or after.
   * </ul>
   *
   * <pre>{@code
   * text                     endpoint
   * 128.2.194.242:51213      Endpoint("128.2.194.242", 51213)
   * [2001:DB8:0::1]:443      Endpoint("2001:db8::1", 443)
   * ::1:80                   refused: is the 80 a port, or the last group?
   * }</pre>
   *
   * @param text any text
   * @return the endpoint, its address canonical and without brackets
   * @throws IllegalArgumentException if the text breaks any of these rules
   */
  Endpoint parse(String text);

  /**
   * Writes an endpoint in the form that {@code parse} reads, its address canonical: {@code
   * "128.2.194.242:51213"}, {@code "[2001:db8::1]:443"}.
   *
   * @param endpoint its address may be in any spelling
   * @return the text
   * @throws IllegalArgumentException if the address is none, or the port is not 0 to 65535
   */
  String format(Endpoint endpoint);

  /**
   * Adds a socket that waits for clients.
   *
   * <p>The address {@code 0.0.0.0} is a wildcard and means any IPv4 address of the host, and {@code
   * ::} means any IPv6 address. A listener on the wildcard address and one on an exact address may
   * stand side by side on one port.
   *
   * @param socket the new socket's name
   * @param local where it listens
   * @throws IllegalStateException if the name is in use, or a socket listens on this very endpoint;
   *     then nothing changes
   * @throws IllegalArgumentException if the endpoint's address or port is none
   */
  void listen(String socket, Endpoint local);

  /**
   * Adds a connected socket of which the peer took the first step. It needs no listener; sockets
   * that listen play no part in it.
   *
   * @param socket the new socket's name
   * @param local this host's end
   * @param remote the peer's end
   * @throws IllegalStateException if the name is in use, or a connected socket has this pair; then
   *     nothing changes
   * @throws IllegalArgumentException if an endpoint's address or port is none
   */
  void accepted(String socket, Endpoint local, Endpoint remote);

  /**
   * Adds a connected socket of which this host takes the first step, at an ephemeral port.
   *
   * <ul>
   *   <li>Ephemeral ports are 49152 to 65535 (RFC 6335 §6).
   *   <li>The port is one with which no connected socket has the same pair. Which of these ports it
   *       is, is up to you.
   *   <li>Only pairs count: two connections from one address may share a port if their remote
   *       endpoints differ, and a port that someone listens on may be used.
   *   <li>A pair is free again as soon as its socket is closed.
   * </ul>
   *
   * @param socket the new socket's name
   * @param localAddress this host's address
   * @param remote the peer's end
   * @return the local endpoint: the address, canonical, and the port that was taken
   * @throws IllegalStateException if the name is in use, or if the pairs of this address with this
   *     remote endpoint are taken at every ephemeral port, by {@code connect} or by {@code
   *     accepted}; then nothing changes
   * @throws IllegalArgumentException if an address or a port is none
   */
  Endpoint connect(String socket, String localAddress, Endpoint remote);

  /**
   * Finds the socket that an arriving segment is for (RFC 9293 §3.10.7). The first that there is:
   *
   * <ol>
   *   <li>the connected socket whose remote endpoint is the segment's source and whose local
   *       endpoint is its destination;
   *   <li>the socket that listens on exactly the destination;
   *   <li>the socket that listens on the destination's port at the wildcard address of the
   *       destination's family: {@code 0.0.0.0} for IPv4, {@code ::} for IPv6;
   *   <li>none. A host would answer with RST.
   * </ol>
   *
   * @param source the sender's endpoint
   * @param destination the endpoint of this host that the segment is addressed to
   * @return the name of the socket, or empty if there is none
   * @throws IllegalArgumentException if an endpoint's address or port is none
   */
  Optional<String> deliver(Endpoint source, Endpoint destination);

  /**
   * Takes a socket away. Its name, and its endpoint or pair, are free at once. Closing a listener
   * leaves all connections as they are; closing a name that no socket has does nothing.
   *
   * @param socket a name
   */
  void close(String socket);

  /**
   * Adds many sockets with {@link #accepted}, in the order of the map. It works as it stands; you
   * need not write it.
   *
   * @param locals this host's ends by the names of the sockets
   * @param remote the peer's end, the same for all
   * @throws IllegalStateException as {@code accepted} does; the sockets before it stay
   */
  default void acceptedAll(Map<String, Endpoint> locals, Endpoint remote) {
    locals.forEach((socket, local) -> accepted(socket, local, remote));
  }

  /**
   * Adds many sockets with {@link #connect}. It works as it stands; you need not write it.
   *
   * @param sockets the names of the sockets
   * @param localAddress this host's address
   * @param remote the peer's end, the same for all
   * @return what {@code connect} returns for each of them, in the same order
   * @throws IllegalStateException as {@code connect} does; the sockets before it stay
   */
  default List<Endpoint> connectAll(List<String> sockets, String localAddress, Endpoint remote) {
    return sockets.stream().map(socket -> connect(socket, localAddress, remote)).toList();
  }
}
