package firsthop.grader.exam;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The hosts that a test may lay out: a network of loopback addresses that belong to it alone, so
 * that several tests can share a bench, and several benches a machine. Take it as a parameter of
 * the test.
 *
 * @param bench 1 to 250; 127.0.x.y is left to the students' servers
 * @param network 0 to 255; the test's own on this bench
 */
public record AddressPlan(int bench, int network) {
  /** How many networks a bench has. */
  public static final int NETWORKS = 256;

  /** How many hosts there are. */
  public static final int HOSTS = 254;

  public AddressPlan {
    if (bench < 1 || bench > 250) {
      throw new IllegalArgumentException("bench " + bench + " is not within 1 to 250");
    }
    if (network < 0 || network >= NETWORKS) {
      throw new IllegalArgumentException("network " + network + " is not within 0 to 255");
    }
  }

  /** Returns the address of host {@code number}, 1 to {@value #HOSTS}. */
  public InetAddress host(int number) {
    if (number < 1 || number > HOSTS) {
      throw new IllegalArgumentException("host " + number + " is not within 1 to " + HOSTS);
    }
    try {
      return InetAddress.getByAddress(
          new byte[] {127, (byte) bench, (byte) network, (byte) number});
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
