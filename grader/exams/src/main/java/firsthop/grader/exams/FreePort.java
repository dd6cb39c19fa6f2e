package firsthop.grader.exams;

import firsthop.grader.exam.AddressPlan;
import java.io.IOException;
import java.net.DatagramSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds a port that a student's server can be told to bind. It is none of those that systems hand
 * out for port 0, so that nobody gets it by chance between the search and the bind; and benches
 * that share a host begin their search at different ports.
 */
public final class FreePort {
  /** From here on programs of the host are rare; systems hand out ports from 32,768 on. */
  private static final int FIRST = 20_000;

  private static final int PER_BENCH = 48;
  private static final int PORTS = 250 * PER_BENCH;

  private FreePort() {}

  /** Return a UDP port that is free at every address of this host. */
  public static int udp(AddressPlan addresses) {
    int own = (addresses.bench() - 1) * PER_BENCH + ThreadLocalRandom.current().nextInt(PER_BENCH);
    for (int i = 0; i < PORTS; i++) {
      int port = FIRST + (own + i) % PORTS;
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "no UDP port from " + FIRST + " to " + (FIRST + PORTS - 1) + " is free");
  }

  private static boolean isFree(int port) {
    try (DatagramSocket probe = new DatagramSocket(port)) {
      return probe.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
