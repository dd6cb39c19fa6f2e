// A channel, a selector, and a small machine that takes the response byte by byte.
package firsthop.dns;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

public class MyConnectionWalk implements ConnectionWalk {

  @Override
  public WalkReport walk(String url, List<String> rootServers, int dnsPort, int timeoutMillis)
      throws IOException {
    Target target = Target.of(url);
    Descent descent = new Descent(rootServers, dnsPort, timeoutMillis);
    List<String> addresses = List.of(target.host);
    if (!target.host.matches("[0-9.]+")) {
      addresses = descent.resolve(target.host, 1).stream().map(DnsRecord::data).toList();
    }
    if (addresses.isEmpty()) {
      throw new NameNotFoundException(target.host);
    }
    IOException why = new ConnectException("nobody");
    for (String address : addresses) {
      Machine machine = new Machine();
      try (SocketChannel channel = SocketChannel.open();
          Selector selector = Selector.open()) {
        channel.configureBlocking(false);
        SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
        if (!channel.connect(new InetSocketAddress(address, target.port))) {
          await(selector, timeoutMillis);
          channel.finishConnect();
        }
        InetSocketAddress local = (InetSocketAddress) channel.getLocalAddress();
        channel.write(ByteBuffer.wrap(target.request().getBytes(StandardCharsets.US_ASCII)));
        key.interestOps(SelectionKey.OP_READ);
        ByteBuffer buffer = ByteBuffer.allocate(4_096);
        int got = 0;
        while (got >= 0) {
          await(selector, timeoutMillis);
          got = channel.read(buffer.clear());
          buffer.flip();
          while (buffer.hasRemaining()) {
            machine.take(buffer.get());
          }
        }
        machine.end();
        return new WalkReport(
            descent.asked(),
            addresses,
            local.getAddress().getHostAddress() + ":" + local.getPort(),
            address + ":" + target.port,
            machine.status,
            machine.body.toByteArray());
      } catch (IOException e) {
        if (machine.status > 0) {
          throw e;
        }
        why = e;
      }
    }
    throw why;
  }

  private static void await(Selector selector, int millis) throws IOException {
    if (selector.select(millis) == 0) {
      throw new SocketTimeoutException("silent for " + millis + " ms");
    }
    selector.selectedKeys().clear();
  }

  private static class Target {
    final String host;
    final int port;
    final String path;

    Target(String host, int port, String path) {
      this.host = host;
      this.port = port;
      this.path = path;
    }

    static Target of(String url) {
      if (!url.startsWith("http://") || url.chars().anyMatch(c -> c <= ' ' || c > '~' || c == '#')) {
        throw new IllegalArgumentException(url);
      }
      String rest = url.substring(7);
      int cut = 0;
      while (cut < rest.length() && "/?".indexOf(rest.charAt(cut)) < 0) {
        cut++;
      }
      String authority = rest.substring(0, cut);
      int colon = authority.indexOf(':');
      String host = colon < 0 ? authority : authority.substring(0, colon);
      if (host.isEmpty() || !host.matches("[A-Za-z0-9._-]+")) {
        throw new IllegalArgumentException(url);
      }
      int port = colon < 0 ? 80 : Integer.parseInt(authority.substring(colon + 1));
      if (port < 1 || port > 65_535) {
        throw new IllegalArgumentException(url);
      }
      String path = rest.substring(cut);
      return new Target(host, port, path.startsWith("/") ? path : "/" + path);
    }

    String request() {
      String name = port == 80 ? host : host + ":" + port;
      return "GET " + path + " HTTP/1.1\r\nHost: " + name + "\r\nConnection: close\r\n\r\n";
    }
  }

  private static class Machine {
    final ByteArrayOutputStream body = new ByteArrayOutputStream();
    int status;
    private final StringBuilder line = new StringBuilder();
    private boolean inBody;
    private boolean chunked;
    private boolean done;
    private long left = -1;

    void take(byte next) throws IOException {
      if (done) {
        return;
      }
      if (inBody && left != 0) {
        body.write(next);
        left -= left > 0 ? 1 : 0;
        done = left == 0 && !chunked;
      } else if (next == '\n') {
        String text = line.toString().trim();
        line.setLength(0);
        line(text);
      } else {
        line.append((char) (next & 0xFF));
      }
    }

    private void line(String text) throws IOException {
      if (status == 0) {
        if (!text.matches("HTTP/1\\.\\d \\d\\d\\d.*")) {
          throw new IOException("no status line: " + text);
        }
        status = Integer.parseInt(text.substring(9, 12));
      } else if (inBody) {
        if (!text.isEmpty()) {
          left = Long.parseLong(text.split(";")[0].trim(), 16);
          done = left == 0;
        }
      } else if (text.isEmpty()) {
        inBody = true;
        left = chunked ? 0 : left;
        done = left == 0 && !chunked;
      } else if (text.toLowerCase().startsWith("content-length:")) {
        left = Long.parseLong(text.substring(15).trim());
      } else if (text.toLowerCase().matches("transfer-encoding:\\s*chunked")) {
        chunked = true;
      }
    }

    void end() throws IOException {
      boolean untilTheEnd = inBody && left < 0;
      if (!done && !untilTheEnd) {
        throw new EOFException("the response was cut short");
      }
    }
  }
}
