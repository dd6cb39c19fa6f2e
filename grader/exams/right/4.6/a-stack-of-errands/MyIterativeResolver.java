// A stack of errands instead of recursion, names as lists of labels, and sockets of its own.
package firsthop.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

public class MyIterativeResolver implements IterativeResolver {
  private static final int A = 1;
  private static final int NS = 2;
  private static final int CNAME = 5;

  private final SecureRandom random = new SecureRandom();

  @Override
  public List<DnsRecord> resolve(
      String name, int type, List<String> rootServers, int port, int timeoutMillis)
      throws IOException {
    if (timeoutMillis < 1) {
      throw new IllegalArgumentException("cannot wait for " + timeoutMillis + " ms");
    }
    Wire wire = new Wire(port, timeoutMillis);
    wire.message(name, type); // refuses what cannot be asked
    String wanted = name.toLowerCase(Locale.ROOT);
    wanted = wanted.endsWith(".") ? wanted.substring(0, wanted.length() - 1) : wanted;
    Deque<Errand> errands = new ArrayDeque<>();
    errands.push(new Errand(wanted, type, rootServers));
    while (true) {
      Errand errand = errands.peek();
      Place place = errand.places.poll();
      if (place == null) {
        errands.pop();
        if (errands.isEmpty()) {
          throw new ServerFailureException("nobody is left to ask for " + errand.name);
        }
      } else if (place.address == null) {
        errands.push(new Errand(place.name, A, rootServers));
      } else {
        try {
          if (errand.hear(wire.ask(place.address, errand.name, errand.type))) {
            errands.pop();
            if (errands.isEmpty()) {
              return errand.result;
            }
            errands.peek().go(errand.result);
          }
        } catch (NameNotFoundException none) {
          errands.pop();
          if (errands.isEmpty()) {
            throw none;
          }
        }
      }
    }
  }

  /** A place to ask: an address, or the name of a server whose address is not known. */
  private static class Place {
    final String address;
    final String name;

    Place(String address, String name) {
      this.address = address;
      this.name = name;
    }
  }

  private static class Errand {
    final int type;
    final List<String> roots;
    final Deque<Place> places = new ArrayDeque<>();
    final List<String> names = new ArrayList<>();
    String name;
    List<String> zone = List.of();
    List<DnsRecord> result = List.of();

    Errand(String name, int type, List<String> roots) {
      this.type = type;
      this.roots = roots;
      begin(name);
    }

    void begin(String name) {
      this.name = name;
      names.add(name);
      zone = List.of();
      places.clear();
      roots.forEach(root -> places.add(new Place(root, null)));
    }

    /** Has found addresses of a server whose turn it is. */
    void go(List<DnsRecord> addresses) {
      for (int i = addresses.size() - 1; i >= 0; i--) {
        places.addFirst(new Place(addresses.get(i).data(), null));
      }
    }

    /** Tells whether the errand is over. */
    boolean hear(DnsMessage reply) throws NameNotFoundException {
      if (reply == null || reply.rcode() != 0 && reply.rcode() != 3) {
        return false;
      }
      if (reply.authoritative()) {
        return understand(reply);
      }
      if (reply.rcode() == 0) {
        reply.authority().stream()
            .filter(record -> record.type() == NS)
            .map(record -> labels(record.name()))
            .filter(cut -> cut.size() > zone.size())
            .filter(cut -> begins(cut, zone) && begins(labels(name), cut))
            .findFirst()
            .ifPresent(cut -> descend(cut, reply));
      }
      return false;
    }

    private boolean understand(DnsMessage reply) throws NameNotFoundException {
      List<DnsRecord> own = new ArrayList<>(reply.answers());
      own.removeIf(record -> !begins(labels(record.name()), zone));
      String at = name;
      while (true) {
        String here = at;
        result =
            own.stream().filter(r -> r.type() == type && r.name().equals(here)).toList();
        DnsRecord alias =
            own.stream()
                .filter(r -> r.type() == CNAME && r.name().equals(here))
                .findAny()
                .orElse(null);
        if (!result.isEmpty()) {
          return true;
        }
        if (alias == null) {
          break;
        }
        at = alias.data();
        if (names.contains(at)) {
          return true;
        }
        names.add(at);
      }
      if (reply.rcode() == 3 && begins(labels(at), zone)) {
        throw new NameNotFoundException(at);
      }
      if (at.equals(name)) {
        return true;
      }
      begin(at);
      return false;
    }

    private void descend(List<String> cut, DnsMessage reply) {
      List<Place> next = new ArrayList<>();
      for (DnsRecord server : reply.authority()) {
        if (server.type() == NS && labels(server.name()).equals(cut)) {
          int before = next.size();
          if (begins(labels(server.data()), zone)) {
            reply.additional().stream()
                .filter(glue -> glue.type() == A && glue.name().equals(server.data()))
                .forEach(glue -> next.add(0, new Place(glue.data(), null)));
          }
          if (next.size() == before) {
            next.add(new Place(null, server.data()));
          }
        }
      }
      zone = cut;
      places.clear();
      places.addAll(next);
    }

    /** The labels from the root on. */
    private static List<String> labels(String name) {
      List<String> labels = new ArrayList<>();
      StringBuilder label = new StringBuilder();
      for (int i = 0; i < name.length(); i++) {
        char c = name.charAt(i);
        if (c == '.') {
          labels.add(label.toString());
          label.setLength(0);
        } else {
          label.append(c);
          if (c == '\\') {
            label.append(name.charAt(++i));
          }
        }
      }
      if (label.length() > 0) {
        labels.add(label.toString());
      }
      Collections.reverse(labels);
      return labels;
    }

    private static boolean begins(List<String> labels, List<String> with) {
      return labels.size() >= with.size() && labels.subList(0, with.size()).equals(with);
    }
  }

  private class Wire {
    final int port;
    final int millis;
    int left = 64;

    Wire(int port, int millis) {
      this.port = port;
      this.millis = millis;
    }

    byte[] message(String name, int type) {
      return new MyQueryEncoder().encode(random.nextInt(0x10000), name, type, false);
    }

    /** Null when nothing came of it. */
    DnsMessage ask(String server, String name, int type) throws ServerFailureException {
      spend();
      try {
        DnsMessage reply = askByDatagram(new InetSocketAddress(server, port), message(name, type));
        if (reply != null && reply.truncated()) {
          spend();
          reply = askByStream(new InetSocketAddress(server, port), message(name, type));
        }
        return reply;
      } catch (ServerFailureException over) {
        throw over;
      } catch (IOException nothing) {
        return null;
      }
    }

    private void spend() throws ServerFailureException {
      if (left-- == 0) {
        throw new ServerFailureException("all queries are spent");
      }
    }

    private DnsMessage askByDatagram(InetSocketAddress server, byte[] query) throws IOException {
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
      byte[] buffer = new byte[65_535];
      try (DatagramSocket socket = new DatagramSocket()) {
        socket.connect(server);
        socket.send(new DatagramPacket(query, query.length));
        while (true) {
          long rest = (end - System.nanoTime()) / 1_000_000 + 1;
          if (rest <= 0) {
            throw new SocketTimeoutException();
          }
          socket.setSoTimeout((int) rest);
          DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
          socket.receive(packet);
          try {
            DnsMessage reply =
                new MyMessageDecoder().decode(Arrays.copyOf(buffer, packet.getLength()));
            if (fits(reply, query)) {
              return reply;
            }
          } catch (MalformedMessageException noise) {
            continue;
          }
        }
      }
    }

    private DnsMessage askByStream(InetSocketAddress server, byte[] query) throws IOException {
      try (Socket socket = new Socket()) {
        socket.connect(server, millis);
        socket.setSoTimeout(millis);
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.writeShort(query.length);
        out.write(query);
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        DnsMessage reply = new MyMessageDecoder().decode(bytes);
        return fits(reply, query) ? reply : null;
      }
    }

    private boolean fits(DnsMessage reply, byte[] query) throws IOException {
      DnsMessage asked = new MyMessageDecoder().decode(query);
      return reply.response()
          && reply.id() == asked.id()
          && reply.questions().equals(asked.questions());
    }
  }
}
