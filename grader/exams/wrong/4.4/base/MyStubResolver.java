package firsthop.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

public class MyStubResolver implements StubResolver {
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public List<DnsRecord> resolve(
      String server, int port, String name, int type, int timeoutMillis, int attempts)
      throws IOException {
    DnsMessage answer =
        new MyDnsExchange().ask(server, port, name, type, true, timeoutMillis, attempts);
    if (answer.truncated()) {
      answer = askOverTcp(server, port, name, type, timeoutMillis);
    }
    if (answer.rcode() == 3) {
      throw new NameNotFoundException("no such name: " + name);
    }
    if (answer.rcode() != 0) {
      throw new ServerFailureException("code " + answer.rcode());
    }
    String current = answer.questions().get(0).name();
    Set<String> seen = new HashSet<>();
    while (current != null && seen.add(current)) {
      List<DnsRecord> found = new ArrayList<>();
      String target = null;
      for (DnsRecord record : answer.answers()) {
        if (record.name().equals(current) && record.type() == type) {
          found.add(record);
        } else if (record.name().equals(current) && record.type() == 5) {
          target = record.data();
        }
      }
      if (!found.isEmpty()) {
        return found;
      }
      current = target;
    }
    return List.of();
  }

  private static DnsMessage askOverTcp(
      String server, int port, String name, int type, int timeoutMillis) throws IOException {
    int id = RANDOM.nextInt(65536);
    byte[] query = new MyQueryEncoder().encode(id, name, type, true);
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(server, port), timeoutMillis);
      socket.setSoTimeout(timeoutMillis);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeShort(query.length);
      out.write(query);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      byte[] bytes = new byte[in.readUnsignedShort()];
      in.readFully(bytes);
      DnsMessage answer = new MyMessageDecoder().decode(bytes);
      if (answer.id() != id) {
        throw new IOException("id " + answer.id() + " for " + id);
      }
      return answer;
    }
  }
}
