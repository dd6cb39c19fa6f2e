// Recursive throughout; looks up every server of a zone before it asks one, the last one first.
package firsthop.dns;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public class MyIterativeResolver implements IterativeResolver {
  @Override
  public List<DnsRecord> resolve(
      String name, int type, List<String> rootServers, int port, int timeoutMillis)
      throws IOException {
    if (timeoutMillis <= 0) {
      throw new IllegalArgumentException("timeoutMillis");
    }
    byte[] question = new MyQueryEncoder().encode(0, name, type, false);
    String clean = new MyMessageDecoder().decode(question).questions().get(0).name();
    return new Walk(rootServers, port, timeoutMillis).find(clean, type, Set.of());
  }

  /** Whoever has said something, and where. */
  private record Word(String zone, DnsMessage message) {
    boolean isFinal() {
      return message.authoritative() && Set.of(0, 3).contains(message.rcode());
    }

    Optional<String> cut(String name) {
      return message.rcode() != 0
          ? Optional.empty()
          : select(message.authority(), 2, owner -> true)
              .map(DnsRecord::name)
              .filter(owner -> above(name).contains(owner))
              .filter(owner -> !above(zone).contains(owner) && above(owner).contains(zone))
              .findFirst();
    }

    Stream<DnsRecord> answers(String name, int type) {
      return select(message.answers(), type, name::equals)
          .filter(record -> above(record.name()).contains(zone));
    }

    static Stream<DnsRecord> select(List<DnsRecord> records, int type, Predicate<String> owner) {
      return records.stream().filter(r -> r.type() == type && owner.test(r.name()));
    }

    /** The name and all names above it, up to the root. */
    static Set<String> above(String name) {
      Set<String> all = new HashSet<>(List.of(name, ""));
      for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
        all.add(name.substring(dot + 1));
      }
      return all;
    }
  }

  private static class Walk {
    private final List<String> roots;
    private final int port;
    private final int patience;
    private final Set<String> wanted = new TreeSet<>();
    private int queries;

    Walk(List<String> roots, int port, int patience) {
      this.roots = roots;
      this.port = port;
      this.patience = patience;
    }

    List<DnsRecord> find(String name, int type, Set<String> before) throws IOException {
      Word word = ask("", roots, name, type);
      Set<String> seen = new HashSet<>(before);
      String end = name;
      while (seen.add(end)) {
        List<DnsRecord> records = word.answers(end, type).toList();
        Optional<String> next = word.answers(end, 5).map(DnsRecord::data).findFirst();
        if (!records.isEmpty()) {
          return records;
        }
        if (next.isEmpty()) {
          if (word.message().rcode() == 3 && Word.above(end).contains(word.zone())) {
            throw new NameNotFoundException(end + " does not exist");
          }
          seen.remove(end);
          return end.equals(name) ? List.of() : find(end, type, seen);
        }
        end = next.get();
      }
      return List.of();
    }

    private Word ask(String zone, List<String> servers, String name, int type) throws IOException {
      for (String server : servers) {
        Word word = new Word(zone, ask(server, name, type));
        if (word.message() != null) {
          if (word.isFinal()) {
            return word;
          }
          Optional<String> cut = word.cut(name);
          if (cut.isPresent()) {
            return ask(cut.get(), servers(word, cut.get()), name, type);
          }
        }
      }
      throw new ServerFailureException("no help from the servers of " + zone);
    }

    private List<String> servers(Word referral, String cut) throws IOException {
      List<String> addresses = new ArrayList<>();
      List<String> names =
          Word.select(referral.message().authority(), 2, cut::equals)
              .map(DnsRecord::data)
              .distinct()
              .collect(Collectors.toCollection(ArrayList::new));
      Collections.reverse(names);
      for (String name : names) {
        List<DnsRecord> glue =
            Word.above(name).contains(referral.zone())
                ? Word.select(referral.message().additional(), 1, name::equals).toList()
                : List.of();
        (glue.isEmpty() ? lookUp(name) : glue).stream().map(DnsRecord::data).forEach(addresses::add);
      }
      return addresses;
    }

    private List<DnsRecord> lookUp(String server) throws IOException {
      if (!wanted.add(server)) {
        return List.of(); // it is being looked up already, and waits for itself
      }
      try {
        return find(server, 1, Set.of());
      } catch (IOException none) {
        if (queries > 64) {
          throw none;
        }
        return List.of();
      } finally {
        wanted.remove(server);
      }
    }

    /** Returns null when the server is of no help. */
    private DnsMessage ask(String server, String name, int type) throws IOException {
      query();
      DnsMessage message;
      try {
        message = new MyDnsExchange().ask(server, port, name, type, false, patience, 1);
      } catch (IOException silence) {
        return null;
      }
      if (message.truncated()) {
        query();
        message = overTcp(server, name, type);
      }
      return message;
    }

    private void query() throws IOException {
      if (queries++ >= 64) {
        throw new ServerFailureException("that would be query " + queries);
      }
    }

    private DnsMessage overTcp(String server, String name, int type) {
      int id = new Random().nextInt(1 << 16);
      byte[] query = new MyQueryEncoder().encode(id, name, type, false);
      ByteBuffer framed = ByteBuffer.allocate(2 + query.length);
      framed.putShort((short) query.length).put(query);
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(server, port), patience);
        socket.setSoTimeout(patience);
        socket.getOutputStream().write(framed.array());
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        DnsMessage message = new MyMessageDecoder().decode(bytes);
        boolean ours =
            message.response()
                && message.id() == id
                && Objects.equals(
                    message.questions(), new MyMessageDecoder().decode(query).questions());
        return ours ? message : null;
      } catch (IOException noHelp) {
        return null;
      }
    }
  }
}
