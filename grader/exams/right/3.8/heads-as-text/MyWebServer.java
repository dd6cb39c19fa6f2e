// Collects bytes until they end a head, and takes that apart by one regular expression; a thread pool.
package firsthop.tcp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

public class MyWebServer implements WebServer {
  private static final Pattern HEAD =
      Pattern.compile(
          "(?<method>\\S+) (?<target>\\S+) HTTP/(?<major>\\d)\\.(?<minor>\\d)\r\n"
              + "(?<fields>(?:[^\\s:]+:[^\r\n]*\r\n)*)\r\n");
  private static final Pattern TARGET =
      Pattern.compile("(?:http://[^/?]*)?(?<path>[^?]*)(?:\\?.*)?");

  private final ExecutorService pool = Executors.newCachedThreadPool();
  private final Set<Socket> open = Collections.synchronizedSet(new LinkedHashSet<>());
  private ServerSocket listening;

  @Override
  public synchronized int start(String address, int port, Map<String, byte[]> pages)
      throws IOException {
    if (listening != null || pool.isShutdown()) {
      throw new IllegalStateException();
    }
    ServerSocket socket = new ServerSocket();
    try {
      socket.bind(new InetSocketAddress(address, port));
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    listening = socket;
    pool.execute(
        () -> {
          while (!socket.isClosed()) {
            try {
              Socket client = socket.accept();
              open.add(client);
              pool.execute(() -> serve(client, pages));
            } catch (IOException | RejectedExecutionException e) {
              // The condition knows whether that was all.
            }
          }
        });
    return socket.getLocalPort();
  }

  private void serve(Socket client, Map<String, byte[]> pages) {
    try (client) {
      PushbackInputStream in = new PushbackInputStream(client.getInputStream(), 1 << 14);
      boolean more = true;
      while (more) {
        byte[] head = head(in);
        if (head == null) {
          break;
        }
        Reply reply = reply(new String(head, StandardCharsets.ISO_8859_1), pages);
        client.getOutputStream().write(reply.bytes());
        in.skipNBytes(reply.close ? 0 : reply.skip);
        more = !reply.close;
      }
      client.shutdownOutput();
      client.setSoTimeout(2_500);
      in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      // gone
    } finally {
      open.remove(client);
    }
  }

  /** Reads to the end of a head, or as much as is allowed, and pushes back what is behind it. */
  private static byte[] head(PushbackInputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] some = new byte[4096];
    while (true) {
      // No more than is there: a PushbackInputStream would wait for the rest.
      int n = in.read(some, 0, Math.max(1, Math.min(some.length, in.available())));
      if (n < 0) {
        return null;
      }
      all.write(some, 0, n);
      String text = all.toString(StandardCharsets.ISO_8859_1);
      int end = text.indexOf("\r\n\r\n");
      if (end >= 0) {
        byte[] bytes = all.toByteArray();
        in.unread(bytes, end + 4, bytes.length - end - 4);
        return Arrays.copyOf(bytes, end + 4);
      }
      if (text.length() > 8192) {
        return all.toByteArray();
      }
    }
  }

  private record Reply(String status, String fields, byte[] body, boolean isHead, boolean close,
      long skip) {
    byte[] bytes() throws IOException {
      String head =
          String.format(
              "HTTP/1.1 %s\r\n%sContent-Length: %d\r\n%s\r\n",
              status, fields, body.length, close ? "Connection: close\r\n" : "");
      InputStream whole =
          new SequenceInputStream(
              new ByteArrayInputStream(head.getBytes(StandardCharsets.US_ASCII)),
              new ByteArrayInputStream(isHead ? new byte[0] : body));
      return whole.readAllBytes();
    }
  }

  private static Reply end(String status) {
    return new Reply(status, "", status.getBytes(), false, true, 0);
  }

  private static Reply reply(String head, Map<String, byte[]> pages) {
    if (head.length() > 8192) {
      return end("431 Request Header Fields Too Large");
    }
    Matcher m = HEAD.matcher(head);
    if (!m.matches()) {
      return end("400 Bad Request");
    }
    if (!m.group("major").equals("1")) {
      return end("505 HTTP Version Not Supported");
    }
    Map<String, List<String>> fields =
        m.group("fields")
            .lines()
            .map(line -> line.split(":", 2))
            .collect(
                Collectors.groupingBy(
                    field -> field[0].toLowerCase(),
                    Collectors.mapping(field -> field[1].trim(), Collectors.toList())));
    boolean old = m.group("minor").equals("0");
    int hosts = fields.getOrDefault("host", List.of()).size();
    String length = String.join("-", fields.getOrDefault("content-length", List.of("0")));
    if (hosts > 1 || hosts + (old ? 1 : 0) == 0 || !length.matches("\\d{1,15}")) {
      return end("400 Bad Request");
    }
    boolean close =
        old
            || fields.containsKey("transfer-encoding")
            || ("," + String.join(",", fields.getOrDefault("connection", List.of())) + ",")
                .toLowerCase()
                .matches(".*,\\s*close\\s*,.*");
    long skip = Long.parseLong(length);
    String method = m.group("method");
    if (!method.matches("GET|HEAD")) {
      byte[] no = "GET or HEAD, please".getBytes();
      return new Reply("405 Method Not Allowed", "Allow: GET, HEAD\r\n", no, false, close, skip);
    }
    Matcher target = TARGET.matcher(m.group("target"));
    String path = target.matches() ? target.group("path") : "";
    path = path.isEmpty() ? "/" : path;
    boolean isHead = method.equals("HEAD");
    byte[] page = pages.get(path);
    if (page == null) {
      return new Reply("404 Not Found", "", new byte[0], isHead, close, skip);
    }
    String type =
        path.matches("/|.*\\.html")
            ? "text/html; charset=utf-8"
            : path.endsWith(".txt") ? "text/plain; charset=utf-8" : "application/octet-stream";
    return new Reply("200 OK", "Content-Type: " + type + "\r\n", page, isHead, close, skip);
  }

  @Override
  public synchronized void close() {
    pool.shutdown();
    try {
      if (listening != null) {
        listening.close();
      }
      for (Socket client : open.toArray(Socket[]::new)) {
        client.close();
      }
    } catch (IOException e) {
      // closed enough
    }
  }
}
