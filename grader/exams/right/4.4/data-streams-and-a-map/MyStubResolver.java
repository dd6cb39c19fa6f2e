// Reads by DataInputStream with a time-out for each read, and keeps the aliases in a map.
package firsthop.dns;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

public class MyStubResolver implements StubResolver {
  private final DnsExchange udp = new MyDnsExchange();

  @Override
  public List<DnsRecord> resolve(
      String server, int port, String name, int type, int timeoutMillis, int attempts)
      throws IOException {
    DnsMessage message = udp.ask(server, port, name, type, true, timeoutMillis, attempts);
    if (message.truncated()) {
      message = tcp(new InetSocketAddress(server, port), name, type, timeoutMillis);
    }
    switch (message.rcode()) {
      case 0:
        break;
      case 3:
        throw new NameNotFoundException(name);
      default:
        throw new ServerFailureException(name + ": code " + message.rcode());
    }
    Map<String, String> aliases = new HashMap<>();
    if (type != 5) {
      for (DnsRecord record : message.answers()) {
        if (record.type() == 5) {
          aliases.put(record.name(), record.data());
        }
      }
    }
    String end = message.questions().get(0).name();
    // An alias that was followed is taken out, so that nothing is followed twice.
    for (String next = end; next != null; next = aliases.remove(next)) {
      end = next;
    }
    String owner = end;
    return message.answers().stream()
        .filter(record -> record.type() == type && record.name().equals(owner))
        .collect(Collectors.toList());
  }

  private static DnsMessage tcp(InetSocketAddress to, String name, int type, int timeoutMillis)
      throws IOException {
    int id = new Random().nextInt(65_536);
    byte[] query = new MyQueryEncoder().encode(id, name, type, true);
    ByteArrayOutputStream framed = new ByteArrayOutputStream();
    new DataOutputStream(framed).writeShort(query.length);
    framed.write(query);
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(timeoutMillis);
      socket.connect(to, timeoutMillis);
      framed.writeTo(socket.getOutputStream());
      DataInputStream in = new DataInputStream(socket.getInputStream());
      byte[] answer = new byte[in.readUnsignedShort()];
      in.readFully(answer);
      DnsMessage message = new MyMessageDecoder().decode(answer);
      if (message.id() == id && message.response()) {
        return message;
      }
      throw new IOException("not the answer to " + id);
    }
  }
}
