package firsthop.grader.network;

import java.net.InetSocketAddress;

/**
 * A datagram that has come.
 *
 * @param bytes its payload
 * @param from where it came from
 * @param nanoTime when, by {@link System#nanoTime()}
 */
public record Datagram(byte[] bytes, InetSocketAddress from, long nanoTime) {}
