package firsthop.grader.network;

import java.net.InetSocketAddress;

/**
 * A received datagram.
 *
 * @param bytes the payload
 * @param from the sender's address and port
 * @param nanoTime the time of arrival, by {@link System#nanoTime()}
 */
public record Datagram(byte[] bytes, InetSocketAddress from, long nanoTime) {}
