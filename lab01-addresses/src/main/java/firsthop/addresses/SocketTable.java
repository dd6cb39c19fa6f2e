package firsthop.addresses;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the TCP sockets of one host, and finds the socket that an arriving segment belongs to.
 *
 * <p>An address says which host is meant. A port says which conversation on that host is meant. An
 * address and a port together are an {@link Endpoint}. A socket that listens has one endpoint: its
 * own. A connected socket has two endpoints: its own (<i>local</i>) and the endpoint of its peer
 * (<i>remote</i>). These two are its socket pair:
 *
 * <pre>{@code
 * socket    local             remote
 * web       0.0.0.0:80        -                     listens at any address of the host
 * ann       192.0.2.80:80     198.51.100.7:51213    connected
 * bob       192.0.2.80:80     198.51.100.7:51214    connected
 * mail      192.0.2.80:50001  203.0.113.25:25       connected
 *
 * segment from          to                  belongs to
 * 198.51.100.7:51214    192.0.2.80:80       bob
 * 198.51.100.7:51215    192.0.2.80:80       web: a new client
 * 203.0.113.25:25       192.0.2.80:50001    mail
 * 203.0.113.25:25       192.0.2.80:50002    nobody
 * }</pre>
 *
 * <p>Rules for all methods:
 *
 * <ul>
 *   <li>An address is valid if {@link Ipv4Codec} or {@link Ipv6Codec} accepts it. A port is valid
 *       if it is 0 to 65535. An endpoint is valid if its address and its port are valid.
 *   <li>Every address that a method returns is canonical, as {@link Ipv4Codec} or {@link Ipv6Codec}
 *       writes it.
 *   <li>Addresses are compared by value, not as texts: {@code 2001:DB8::0001} is the same address
 *       as {@code 2001:db8::1}.
 *   <li>An IPv4-mapped address is an IPv6 address like any other: {@code ::ffff:192.0.2.80} is not
 *       the same address as {@code 192.0.2.80}.
 *   <li>A pair has a direction: local A and remote B is not the same pair as local B and remote A.
 *       If both ends of a connection are on this host, each end has a socket.
 *   <li>A socket is known by its name. The name is any text. Two names are the same only if all
 *       their characters are the same.
 *   <li>A new table is empty. A change in one table does not change another table.
 * </ul>
 *
 * <p>A host may have tens of thousands of sockets at once. The tests use up to 20,000 sockets. That
 * is too many to go through all of them in each call.
 *
 * <p>No test asks for a connection between an IPv4 address and an IPv6 address. No test asks for a
 * connection whose local or remote address is {@code 0.0.0.0} or {@code ::}.
 */
@Exercise(
    id = "1.6",
    title = "Sockets and socket pairs",
    rfc = "RFC 9293 §3.10.7, RFC 6335 §6, RFC 5952 §6")
@Points(18)
public interface SocketTable {

  /**
   * Parses an endpoint.
   *
   * <ul>
   *   <li>The text is an address, a colon and a port.
   *   <li>An IPv6 address is in square brackets, and an IPv4 address is not (RFC 5952 §6).
   *   <li>The port is one to five ASCII digits and at most 65535. It has no leading zero, unless it
   *       is {@code 0} itself.
   *   <li>There is nothing else before, between or after.
   * </ul>
   *
   * <pre>{@code
   * text                     endpoint
   * 128.2.194.242:51213      Endpoint("128.2.194.242", 51213)
   * [2001:DB8:0::1]:443      Endpoint("2001:db8::1", 443)
   * ::1:80                   refused: 80 may be a port or the last group
   * }</pre>
   *
   * @param text any text
   * @return the endpoint, with its address canonical and without brackets
   * @throws IllegalArgumentException if the text breaks any of these rules
   */
  Endpoint parse(String text);

  /**
   * Formats an endpoint in the form that {@code parse} reads, with its address canonical: {@code
   * "128.2.194.242:51213"}, {@code "[2001:db8::1]:443"}.
   *
   * @param endpoint the endpoint; its address does not have to be canonical
   * @return the text
   * @throws IllegalArgumentException if the endpoint's address or port is not valid
   */
  String format(Endpoint endpoint);

  /**
   * Adds a socket that listens for clients.
   *
   * <p>The address {@code 0.0.0.0} is a wildcard and means any IPv4 address of the host. The
   * wildcard {@code ::} means any IPv6 address of the host. One port may have a listener on the
   * wildcard address and a listener on an exact address at the same time.
   *
   * @param socket the new socket's name
   * @param local the endpoint on which it listens
   * @throws IllegalStateException if the name is in use, or if a socket listens on exactly this
   *     endpoint; then nothing changes
   * @throws IllegalArgumentException if the endpoint's address or port is not valid
   */
  void listen(String socket, Endpoint local);

  /**
   * Adds a connected socket for a connection that the peer started. This needs no listener, and
   * listeners make no difference to it.
   *
   * @param socket the new socket's name
   * @param local this host's end
   * @param remote the peer's end
   * @throws IllegalStateException if the name is in use, or if a connected socket has this pair;
   *     then nothing changes
   * @throws IllegalArgumentException if an endpoint's address or port is not valid
   */
  void accepted(String socket, Endpoint local, Endpoint remote);

  /**
   * Adds a connected socket for a connection that this host starts, at an ephemeral port.
   *
   * <ul>
   *   <li>Ephemeral ports are 49152 to 65535 (RFC 6335 §6).
   *   <li>The method takes a port that gives a new pair: no connected socket has this pair yet. You
   *       may choose any such port.
   *   <li>Only pairs must differ: two connections from one address may have the same port if their
   *       remote endpoints differ. The port of a listener may be used, too.
   *   <li>A pair is free again as soon as its socket is closed.
   * </ul>
   *
   * @param socket the new socket's name
   * @param localAddress this host's address
   * @param remote the peer's end
   * @return the local endpoint: the canonical address and the port that was taken
   * @throws IllegalStateException if the name is in use, or if at every ephemeral port the pair of
   *     this address and this remote endpoint is taken, by {@code connect} or by {@code accepted};
   *     then nothing changes
   * @throws IllegalArgumentException if an address or a port is not valid
   */
  Endpoint connect(String socket, String localAddress, Endpoint remote);

  /**
   * Finds the socket that an arriving segment belongs to (RFC 9293 §3.10.7). It is the first of
   * these that exists:
   *
   * <ol>
   *   <li>the connected socket whose remote endpoint is the segment's source and whose local
   *       endpoint is the segment's destination;
   *   <li>the socket that listens on exactly the destination;
   *   <li>the socket that listens on the destination's port at the wildcard address of the
   *       destination's family: {@code 0.0.0.0} for IPv4, {@code ::} for IPv6;
   *   <li>no socket. A real host would answer with RST.
   * </ol>
   *
   * @param source the sender's endpoint
   * @param destination the endpoint of this host that the segment is addressed to
   * @return the name of the socket, or empty if there is no such socket
   * @throws IllegalArgumentException if an endpoint's address or port is not valid
   */
  Optional<String> deliver(Endpoint source, Endpoint destination);

  /**
   * Removes a socket. Its name, and its endpoint or pair, are free at once. Closing a listener does
   * not change any connection. If no socket has the name, this method does nothing.
   *
   * @param socket any text
   */
  void close(String socket);

  /**
   * Adds many sockets with {@link #accepted}, in the order of the map. This method is complete. You
   * do not have to write it.
   *
   * @param locals this host's ends, by the names of the sockets
   * @param remote the peer's end, the same for all
   * @throws IllegalStateException as {@code accepted} does; the sockets added before stay
   */
  default void acceptedAll(Map<String, Endpoint> locals, Endpoint remote) {
    locals.forEach((socket, local) -> accepted(socket, local, remote));
  }

  /**
   * Adds many sockets with {@link #connect}. This method is complete. You do not have to write it.
   *
   * @param sockets the names of the sockets
   * @param localAddress this host's address
   * @param remote the peer's end, the same for all
   * @return the results of {@code connect} for them, in the same order
   * @throws IllegalStateException as {@code connect} does; the sockets added before stay
   */
  default List<Endpoint> connectAll(List<String> sockets, String localAddress, Endpoint remote) {
    return sockets.stream().map(socket -> connect(socket, localAddress, remote)).toList();
  }
}
