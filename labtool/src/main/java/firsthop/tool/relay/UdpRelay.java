package firsthop.tool.relay;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Stands between clients and a UDP server. The server sees a port of its own for each client. When
 * it answers from another port, as TFTP servers do, clients see another port of the relay, too.
 */
final class UdpRelay implements Closeable {
  private static final int LARGEST = 65_535;

  /** More clients or ports of servers than a student looks at; others are dropped. */
  private static final int MAX_SOCKETS = 256;

  private final InetAddress host;
  private final TrafficLog log;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "relay timer"));
  private final DatagramPath toServer;
  private final DatagramPath toClient;
  private final Map<InetSocketAddress, DatagramSocket> fronts = new ConcurrentHashMap<>();
  private final Map<InetSocketAddress, DatagramSocket> backs = new ConcurrentHashMap<>();
  private final DatagramSocket entrance;

  /**
   * Opens a relay.
   *
   * @param front where clients send to; port 0 means any free port
   * @param server where the server is
   */
  UdpRelay(
      InetSocketAddress front, InetSocketAddress server, FateSequence.Shares shares, TrafficLog log)
      throws IOException {
    this.host = front.getAddress();
    this.log = log;
    this.toServer = new DatagramPath(true, shares, log, timer);
    this.toClient = new DatagramPath(false, shares, log, timer);
    this.entrance = new DatagramSocket(front);
    fronts.put(server, entrance);
    daemon(() -> receiveFromClients(entrance, server), "relay front").start();
  }

  int port() {
    return entrance.getLocalPort();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    fronts.values().forEach(DatagramSocket::close);
    backs.values().forEach(DatagramSocket::close);
  }

  private void receiveFromClients(DatagramSocket front, InetSocketAddress server) {
    receive(
        front,
        (client, data) -> {
          DatagramSocket back = backOf(client);
          TrafficLog.Endpoints ends = ends(client, front, server);
          if (back == null) {
            log.draw(ends, true, data.length + " octets", "lost: too many clients");
          } else {
            toServer.pass(ends, data, () -> send(back, data, server));
          }
        });
  }

  private void receiveFromServer(DatagramSocket back, InetSocketAddress client) {
    receive(
        back,
        (server, data) -> {
          DatagramSocket front = frontOf(server);
          if (front != null) {
            toClient.pass(ends(client, front, server), data, () -> send(front, data, client));
          }
        });
  }

  private synchronized @Nullable DatagramSocket backOf(InetSocketAddress client) {
    return socketOf(backs, client, back -> receiveFromServer(back, client));
  }

  private synchronized @Nullable DatagramSocket frontOf(InetSocketAddress server) {
    return socketOf(fronts, server, front -> receiveFromClients(front, server));
  }

  private @Nullable DatagramSocket socketOf(
      Map<InetSocketAddress, DatagramSocket> sockets,
      InetSocketAddress peer,
      java.util.function.Consumer<DatagramSocket> receive) {
    DatagramSocket known = sockets.get(peer);
    if (known != null || sockets.size() >= MAX_SOCKETS) {
      return known;
    }
    try {
      DatagramSocket socket = new DatagramSocket(0, host);
      sockets.put(peer, socket);
      daemon(() -> receive.accept(socket), "relay " + socket.getLocalPort()).start();
      return socket;
    } catch (IOException e) {
      return null;
    }
  }

  private TrafficLog.Endpoints ends(
      InetSocketAddress client, DatagramSocket front, InetSocketAddress server) {
    return new TrafficLog.Endpoints(
        client, new InetSocketAddress(host, front.getLocalPort()), server.getPort());
  }

  private interface Receiver {
    void take(InetSocketAddress from, byte[] data);
  }

  private static void receive(DatagramSocket socket, Receiver receiver) {
    DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    while (!socket.isClosed()) {
      try {
        packet.setLength(LARGEST);
        socket.receive(packet);
        receiver.take(
            (InetSocketAddress) packet.getSocketAddress(),
            Arrays.copyOf(packet.getData(), packet.getLength()));
      } catch (IOException | java.util.concurrent.RejectedExecutionException e) {
        // Closed, or an ICMP error for a datagram before, which UDP ignores.
      }
    }
  }

  private static void send(DatagramSocket from, byte[] data, InetSocketAddress to) {
    try {
      from.send(new DatagramPacket(data, data.length, to));
    } catch (IOException e) {
      // What cannot be sent is lost in the network.
    }
  }

  static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
