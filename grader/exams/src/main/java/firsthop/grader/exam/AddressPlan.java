package firsthop.grader.exam;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The hosts that a test may lay out: loopback addresses that belong to this bench alone, so that
 * several benches can share a machine. Take it as a parameter of the test.
 *
 * @param bench 1 to 250; 127.0.x.y is left to the students' servers
 */
public record AddressPlan(int bench) {
  /** How many hosts there are. */
  public static final int HOSTS = 65_000;

  public AddressPlan {
    if (bench < 1 || bench > 250) {
      throw new IllegalArgumentException("bench " + bench + " is not within 1 to 250");
    }
  }

  /** Return the address of host {@code number}, 1 to {@value #HOSTS}. */
  public InetAddress host(int number) {
    if (number < 1 || number > HOSTS) {
      throw new IllegalArgumentException("host " + number + " is not within 1 to " + HOSTS);
    }
    try {
      return InetAddress.getByAddress(
          new byte[] {127, (byte) bench, (byte) (number >> 8), (byte) number});
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
