package firsthop.grader.network;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The path between clients and a server. It does to each datagram what its script says. Clients
 * send to the relay's front. The server sees a separate port of the relay's back for each client.
 * If the server answers from another port, as TFTP servers do, clients see another port of the
 * front; a datagram to that port is forwarded to that port of the server.
 */
public final class Relay implements Closeable {
  private static final int LARGEST = 65_535;

  /** The longest time that a datagram is held back when no other follows. */
  private static final long HELD_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

  /**
   * The maximum number of ports. No test needs more; datagrams that would need more are dropped.
   */
  private static final int MAX_PORTS = 256;

  private final PacketTrace trace;
  private final Dissector dissector;
  private final RelayScript script;
  private final Selector selector;
  private final Side fronts;
  private final Side backs;
  private final InetSocketAddress entrance;
  private final PriorityQueue<Delivery> later =
      new PriorityQueue<>(Comparator.comparingLong(Delivery::dueNanos));
  private final Map<Direction, Deque<Delivery>> heldBack = new EnumMap<>(Direction.class);
  private final ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
  private final Thread thread;

  /**
   * Opens a relay.
   *
   * @param front the host to which clients send
   * @param back the host from which the server sees clients; not the same as the front
   * @param server the destination of the datagrams to {@link #entrance}
   */
  public Relay(
      PacketTrace trace,
      Dissector dissector,
      RelayScript script,
      InetAddress front,
      InetAddress back,
      InetSocketAddress server) {
    this.trace = trace;
    this.dissector = dissector;
    this.script = script;
    for (Direction direction : Direction.values()) {
      heldBack.put(direction, new ArrayDeque<>());
    }
    try {
      this.selector = Selector.open();
      this.fronts = new Side(front, Direction.TO_SERVER);
      this.backs = new Side(back, Direction.TO_CLIENT);
      this.entrance = (InetSocketAddress) fronts.portTo(server).channel().getLocalAddress();
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot open a relay at " + front, failed);
    }
    this.thread = new Thread(this::run, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns the address and port to which clients send. */
  public InetSocketAddress entrance() {
    return entrance;
  }

  @Override
  public void close() {
    try {
      selector.close();
      thread.join(UdpPeer.PATIENCE_MILLIS);
      fronts.close();
      backs.close();
    } catch (IOException closed) {
      // Nothing is left to close.
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (selector.isOpen()) {
        selector.select(this::take, deliverWhatIsDue());
      }
    } catch (ClosedSelectorException closed) {
      // The test is over.
    } catch (IOException | UncheckedIOException broken) {
      trace.add(entrance, entrance, broken.toString(), "the relay failed");
    }
  }

  private void take(SelectionKey key) {
    Port port = (Port) key.attachment();
    try {
      buffer.clear();
      InetSocketAddress from = (InetSocketAddress) port.channel().receive(buffer);
      if (from != null) {
        buffer.flip();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        forward(port, from, bytes);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void forward(Port in, InetSocketAddress from, byte[] bytes) throws IOException {
    String summary = dissector.describe(bytes);
    Port out = (in.direction() == Direction.TO_SERVER ? backs : fronts).portTo(from);
    if (out == null) {
      trace.add(from, in.leadsTo(), summary, "dropped: the relay has no port left");
      return;
    }
    PathAction action = script.decide(in.direction(), summary);
    trace.add(from, in.leadsTo(), summary, "relay: " + action.text());
    Deque<Delivery> waiting = heldBack.get(in.direction());
    long now = System.nanoTime();
    if (action instanceof PathAction.Overtaken) {
      Delivery held = new Delivery(out, in.leadsTo(), bytes, now + HELD_NANOS);
      waiting.add(held);
      later.add(held);
    } else if (action instanceof PathAction.Copies copies) {
      for (int delay : copies.delaysMillis()) {
        long due = now + TimeUnit.MILLISECONDS.toNanos(delay);
        Delivery delivery = new Delivery(out, in.leadsTo(), bytes, due);
        if (delay == 0) {
          deliver(delivery);
        } else {
          later.add(delivery);
        }
      }
      while (!waiting.isEmpty()) {
        Delivery held = waiting.remove();
        later.remove(held);
        deliver(held);
      }
    }
  }

  /** Returns the milliseconds until the next delivery is due; 0 if there is none. */
  private long deliverWhatIsDue() throws IOException {
    Delivery next = later.peek();
    while (next != null) {
      long left = next.dueNanos() - System.nanoTime();
      if (left > 0) {
        return TimeUnit.NANOSECONDS.toMillis(left) + 1;
      }
      later.remove();
      Delivery due = next;
      heldBack.values().forEach(held -> held.remove(due));
      deliver(due);
      next = later.peek();
    }
    return 0;
  }

  private static void deliver(Delivery delivery) throws IOException {
    delivery.out().channel().send(ByteBuffer.wrap(delivery.bytes()), delivery.to());
  }

  /** A port of the relay. Datagrams that arrive there are forwarded to one endpoint. */
  private record Port(DatagramChannel channel, Direction direction, InetSocketAddress leadsTo) {}

  /** A datagram that waits for its delivery. Two that are due at once may go in any order. */
  private record Delivery(Port out, InetSocketAddress to, byte[] bytes, long dueNanos) {}

  /** The ports on one of the relay's hosts: one for each endpoint on the other side. */
  private final class Side {
    private final InetAddress host;
    private final Direction direction;
    private final Map<InetSocketAddress, Port> ports = new HashMap<>();

    Side(InetAddress host, Direction direction) {
      this.host = host;
      this.direction = direction;
    }

    /** Returns the port for an endpoint; null when there are too many ports already. */
    @Nullable Port portTo(InetSocketAddress endpoint) throws IOException {
      Port known = ports.get(endpoint);
      if (known != null || ports.size() >= MAX_PORTS) {
        return known;
      }
      DatagramChannel channel =
          BenchFaultError.opened(
              "a UDP socket at " + host,
              () -> DatagramChannel.open().bind(new InetSocketAddress(host, 0)));
      channel.configureBlocking(false);
      Port fresh = new Port(channel, direction, endpoint);
      channel.register(selector, SelectionKey.OP_READ, fresh);
      ports.put(endpoint, fresh);
      return fresh;
    }

    void close() throws IOException {
      for (Port port : ports.values()) {
        port.channel().close();
      }
    }
  }
}
