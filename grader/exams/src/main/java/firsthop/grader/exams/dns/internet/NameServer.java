package firsthop.grader.exams.dns.internet;

import firsthop.grader.network.BenchFaultError;
import firsthop.grader.network.Dissector;
import firsthop.grader.network.PacketTrace;
import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;

/** One name server: its sockets and its behaviour. */
final class NameServer implements Closeable {
  static final Dissector DISSECTOR = new DnsDissector();

  private static final int LARGEST_DATAGRAM = 65_535;
  private static final int BACKLOG = 64;

  /** A header, a name, a type and a class (RFC 1035 §4.1); a longer query is not recorded. */
  private static final int LONGEST_QUERY = 12 + 255 + 4;

  /** More connections at the same time than any test needs. */
  private static final int MOST_CONNECTIONS = 100;

  private final InetSocketAddress endpoint;
  private final ServerBehaviour behaviour;
  private final PacketTrace trace;
  private final Predicate<ReceivedQuery> log;
  private final ScheduledExecutorService later;
  private final DatagramSocket socket;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private @Nullable ServerSocket listener;

  NameServer(
      InetAddress address,
      int port,
      String name,
      ServerBehaviour behaviour,
      PacketTrace trace,
      Predicate<ReceivedQuery> log,
      ScheduledExecutorService later)
      throws IOException {
    this.endpoint = new InetSocketAddress(address, port);
    this.behaviour = behaviour;
    this.trace = trace;
    this.log = log;
    this.later = later;
    this.socket =
        BenchFaultError.opened("a UDP socket at " + endpoint, () -> new DatagramSocket(endpoint));
    trace.name(endpoint, name);
  }

  /** Receives datagrams until the socket is closed. */
  void serveDatagrams() {
    byte[] buffer = new byte[LARGEST_DATAGRAM];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
        InetSocketAddress client = (InetSocketAddress) packet.getSocketAddress();
        take(
            Arrays.copyOf(buffer, packet.getLength()),
            client,
            false,
            new UdpReplyChannel(this, client));
      } catch (IOException | RuntimeException closed) {
        // The socket is closed, or the query is unreadable. The loop condition decides.
      }
    }
  }

  /** Accepts connections until the listener is closed, each on its own thread. */
  void listen(ExecutorService threads) throws IOException {
    ServerSocket bound =
        BenchFaultError.opened(
            "a listener at " + endpoint,
            () -> new ServerSocket(endpoint.getPort(), BACKLOG, endpoint.getAddress()));
    listener = bound;
    threads.execute(
        () -> {
          while (!bound.isClosed()) {
            try {
              Socket connection = bound.accept();
              if (connections.size() < MOST_CONNECTIONS) {
                connections.add(connection);
                threads.execute(() -> serve(connection));
              } else {
                connection.close();
              }
            } catch (IOException | RejectedExecutionException closed) {
              // The test is over.
            }
          }
        });
  }

  InetSocketAddress endpoint() {
    return endpoint;
  }

  /** Sends a datagram from this server's socket or from another one, and records it. */
  void send(DatagramSocket from, byte[] message, InetSocketAddress to) throws IOException {
    InetSocketAddress source =
        from == socket
            ? endpoint
            : new InetSocketAddress(from.getLocalAddress(), from.getLocalPort());
    trace.add(source, to, DISSECTOR.describe(message), "sent");
    from.send(new DatagramPacket(message, message.length, to));
  }

  DatagramSocket socket() {
    return socket;
  }

  /** Records an event of a connection. */
  void note(InetSocketAddress from, InetSocketAddress to, String what, String fate) {
    trace.add(from, to, what, fate);
  }

  /** Sends something after some milliseconds, unless the test is over by then. */
  void later(int millis, Sending sending) {
    try {
      later.schedule(
          () -> {
            sending.send();
            return millis;
          },
          millis,
          TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException over) {
      // The test is over.
    }
  }

  /** Decodes a query, records it and handles it. */
  void take(byte[] bytes, InetSocketAddress client, boolean overTcp, ReplyChannel channel)
      throws IOException {
    trace.add(client, endpoint, DISSECTOR.describe(bytes), overTcp ? "received, TCP" : "received");
    if (bytes.length > LONGEST_QUERY) {
      return;
    }
    Message message;
    try {
      message = new Message(bytes);
    } catch (IOException | RuntimeException unreadable) {
      return;
    }
    ReceivedQuery query =
        new ReceivedQuery(endpoint.getAddress().getHostAddress(), overTcp, client, message);
    if (!log.test(query)) {
      close();
      return;
    }
    behaviour.serve(query, channel);
  }

  @Override
  public void close() {
    socket.close();
    try {
      if (listener != null) {
        listener.close();
      }
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException closed) {
      // There is nothing else to close.
    }
  }

  private void serve(Socket connection) {
    try (connection;
        TcpReplyChannel stream = new TcpReplyChannel(this, connection)) {
      stream.serve();
    } catch (IOException | RuntimeException ended) {
      // The client has left or was silent, the test is over, or the query is unreadable.
    } finally {
      connections.remove(connection);
    }
  }

  /** An action that sends something and may fail. */
  interface Sending {
    void send() throws IOException;
  }
}
