package firsthop.grader.network;

import firsthop.grader.exam.AddressPlan;
import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds a free port for a student's server. It is outside of the range that systems assign for port
 * 0, so that no other program gets it by chance before the server binds it. Benches on one host
 * search different ranges, and parallel tests get different ports.
 */
public final class FreePort {
  /** Few programs use ports from here on; systems assign ports from 32,768 on. */
  private static final int FIRST = 20_000;

  private static final int PER_BENCH = 48;
  private static final int PORTS = 250 * PER_BENCH;
  private static final AtomicInteger TURN = new AtomicInteger();

  private FreePort() {}

  /** Returns a UDP port that is free at every address of this host. */
  public static int udp(AddressPlan addresses) {
    return find(addresses, DatagramSocket::new);
  }

  /** Returns a TCP port that is free at every address of this host. */
  public static int tcp(AddressPlan addresses) {
    return find(addresses, ServerSocket::new);
  }

  /** Returns a port that is free at every address of this host, over UDP and over TCP. */
  public static int udpAndTcp(AddressPlan addresses) {
    return find(addresses, FreePort::both);
  }

  private static int find(AddressPlan addresses, Binding binding) {
    int own = (addresses.bench() - 1) * PER_BENCH;
    int turn = Math.floorMod(TURN.getAndIncrement(), PER_BENCH);
    for (int i = 0; i < PORTS; i++) {
      // First the bench's own ports, starting at this turn's; then, if none is free, all others.
      int offset = i < PER_BENCH ? (turn + i) % PER_BENCH : i;
      int port = FIRST + (own + offset) % PORTS;
      if (isFree(binding, port)) {
        return port;
      }
    }
    throw new BenchFaultError("no port from " + FIRST + " to " + (FIRST + PORTS - 1) + " is free");
  }

  private static boolean isFree(Binding binding, int port) {
    try {
      binding.at(port).close();
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private static Closeable both(int port) throws IOException {
    DatagramSocket udp = new DatagramSocket(port);
    try {
      ServerSocket tcp = new ServerSocket(port);
      return () -> {
        tcp.close();
        udp.close();
      };
    } catch (IOException taken) {
      udp.close();
      throw taken;
    }
  }

  private interface Binding {
    Closeable at(int port) throws IOException;
  }
}
