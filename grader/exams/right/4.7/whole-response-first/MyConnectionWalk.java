// Reads all that comes before it looks at any of it.
package firsthop.dns;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

public class MyConnectionWalk implements ConnectionWalk {

  @Override
  public WalkReport walk(String url, List<String> rootServers, int dnsPort, int timeoutMillis)
      throws IOException {
    URI uri = URI.create(url);
    if (!"http".equalsIgnoreCase(uri.getScheme())
        || uri.getHost() == null
        || uri.getUserInfo() != null
        || uri.getFragment() != null
        || uri.getPort() > 65_535
        || uri.getPort() == 0) {
      throw new IllegalArgumentException(url);
    }
    int port = uri.getPort() < 0 ? 80 : uri.getPort();
    Descent descent = new Descent(rootServers, dnsPort, timeoutMillis);
    List<String> addresses = new ArrayList<>();
    if (uri.getHost().matches("\\d+\\.\\d+\\.\\d+\\.\\d+")) {
      addresses.add(uri.getHost());
    } else {
      descent.resolve(uri.getHost(), 1).forEach(record -> addresses.add(record.data()));
    }
    if (addresses.isEmpty()) {
      throw new NameNotFoundException(uri.getHost());
    }
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String host = uri.getHost() + (port == 80 ? "" : ":" + port);
    String request =
        "GET " + path + query + " HTTP/1.1\r\nConnection: close\r\nHost: " + host + "\r\n\r\n";
    IOException last = null;
    for (String address : addresses) {
      ByteArrayOutputStream got = new ByteArrayOutputStream();
      String local;
      String remote;
      IOException broken = null;
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(address, port), timeoutMillis);
        local = "%s:%d".formatted(socket.getLocalAddress().getHostAddress(), socket.getLocalPort());
        remote = address + ":" + port;
        socket.setSoTimeout(timeoutMillis);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        try {
          socket.getInputStream().transferTo(got);
        } catch (IOException e) {
          broken = e;
        }
      } catch (IOException e) {
        last = e;
        continue;
      }
      String text = got.toString(StandardCharsets.ISO_8859_1);
      if (!text.startsWith("HTTP/1.") || !text.contains("\r\n")) {
        last = broken == null ? new IOException("no answer from " + address) : broken;
        continue;
      }
      if (broken != null) {
        throw broken;
      }
      int status = Integer.parseInt(text.substring(9, 12));
      byte[] body = body(text).getBytes(StandardCharsets.ISO_8859_1);
      return new WalkReport(descent.asked(), addresses, local, remote, status, body);
    }
    throw last == null ? new SocketTimeoutException() : last;
  }

  private static String body(String response) throws IOException {
    int end = response.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("no end of the head");
    }
    String rest = response.substring(end + 4);
    int length = -1;
    boolean chunked = false;
    for (String line : response.substring(0, end).split("\r\n")) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).trim());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = lower.contains("chunked");
      }
    }
    if (chunked) {
      return unchunked(rest);
    }
    if (length > rest.length()) {
      throw new IOException("only " + rest.length() + " bytes of " + length);
    }
    return length < 0 ? rest : rest.substring(0, length);
  }

  private static String unchunked(String rest) throws IOException {
    StringBuilder all = new StringBuilder();
    int at = 0;
    while (true) {
      int line = rest.indexOf("\r\n", at);
      if (line < 0) {
        throw new IOException("a chunk without a size");
      }
      int size = Integer.parseInt(rest.substring(at, line).split(";")[0].trim(), 16);
      if (size == 0) {
        return all.toString();
      }
      if (line + 2 + size > rest.length()) {
        throw new IOException("a chunk that was cut short");
      }
      all.append(rest, line + 2, line + 2 + size);
      at = line + 2 + size + 2;
    }
  }
}
