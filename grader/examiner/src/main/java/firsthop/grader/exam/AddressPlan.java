package firsthop.grader.exam;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The host addresses of one test: a network of loopback addresses that no other test uses, so that
 * several tests can share a bench, and several benches a machine. A test gets it as a parameter.
 *
 * @param bench 1 to 250; 127.0.x.y is reserved for the students' servers
 * @param network 0 to 255; the network of this test on the bench
 */
public record AddressPlan(int bench, int network) {
  /** The number of networks of a bench. */
  public static final int NETWORKS = 256;

  /** The number of hosts in a network. */
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
