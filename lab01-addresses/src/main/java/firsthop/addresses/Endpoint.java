package firsthop.addresses;

/**
 * One end of a connection: the address of a host and one of its ports. It is also called a socket
 * address.
 *
 * <p>The record does not check its values, and it compares addresses as texts. {@link SocketTable}
 * says which addresses are valid and when two addresses are the same.
 *
 * @param address an IPv4 or IPv6 address, without brackets: {@code "192.0.2.80"} or {@code
 *     "2001:db8::1"}
 * @param port 0 to 65535
 */
public record Endpoint(String address, int port) {}
