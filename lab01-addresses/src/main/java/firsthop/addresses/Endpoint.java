package firsthop.addresses;

/**
 * One end of a connection, also called a socket address: which host, and which of its ports.
 *
 * <p>The record checks nothing and compares texts; what an address may look like, and when two are
 * the same, is the business of {@link SocketTable}.
 *
 * @param address an IPv4 or IPv6 address, without brackets: {@code "192.0.2.80"} or {@code
 *     "2001:db8::1"}
 * @param port 0 to 65535
 */
public record Endpoint(String address, int port) {}
