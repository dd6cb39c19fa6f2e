package firsthop.tcp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

public class MyWebServer implements WebServer {
  private static final int MAX_HEAD = 8192;

  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private Map<String, byte[]> pages;
  private ServerSocket listener;
  private volatile boolean closed;

  private static class HttpException extends Exception {
    final int status;

    HttpException(int status) {
      this.status = status;
    }
  }

  @Override
  public synchronized int start(String address, int port, Map<String, byte[]> pages)
      throws IOException {
    if (closed || listener != null) {
      throw new IllegalStateException("a server starts once");
    }
    this.pages = pages;
    ServerSocket socket = new ServerSocket(port, 50, InetAddress.getByName(address));
    listener = socket;
    new Thread(() -> accept(socket)).start();
    return socket.getLocalPort();
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        clients.add(client);
        if (closed) {
          client.close();
        }
        new Thread(() -> serve(client)).start();
      } catch (IOException e) {
        // closed, or one client less
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(client.getInputStream());
      OutputStream out = new BufferedOutputStream(client.getOutputStream());
      talk(in, out);
      client.shutdownOutput();
      client.setSoTimeout(2000);
      byte[] rest = new byte[8192];
      while (in.read(rest) >= 0) {
        // nobody wants it
      }
    } catch (IOException e) {
      // this client is gone
    } finally {
      clients.remove(client);
    }
  }

  private void talk(InputStream in, OutputStream out) throws IOException {
    try {
      boolean last = false;
      while (!last) {
        List<String> head = readHead(in);
        if (head == null) {
          return;
        }
        last = handle(head, in, out);
      }
    } catch (HttpException e) {
      respond(out, e.status, "text/plain", new byte[0], true, true);
    }
  }

  private List<String> readHead(InputStream in) throws IOException, HttpException {
    List<String> lines = new ArrayList<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int count = 0;
    while (true) {
      int b = in.read();
      if (b < 0) {
        return null;
      }
      if (++count > MAX_HEAD) {
        throw new HttpException(431);
      }
      if (b == '\n') {
        String text = line.toString(StandardCharsets.ISO_8859_1).replace("\r", "");
        if (text.isEmpty()) {
          return lines;
        }
        lines.add(text);
        line.reset();
      } else {
        line.write(b);
      }
    }
  }

  private boolean handle(List<String> head, InputStream in, OutputStream out)
      throws IOException, HttpException {
    String[] words = head.isEmpty() ? new String[0] : head.get(0).split(" ", -1);
    if (words.length != 3 || !words[2].matches("HTTP/[0-9][.][0-9]")) {
      throw new HttpException(400);
    }
    if (!words[2].startsWith("HTTP/1.")) {
      throw new HttpException(505);
    }
    boolean old = words[2].equals("HTTP/1.0");
    Map<String, List<String>> fields = new HashMap<>();
    for (String line : head.subList(1, head.size())) {
      int colon = line.indexOf(':');
      if (colon <= 0 || Character.isWhitespace(line.charAt(colon - 1))) {
        throw new HttpException(400);
      }
      String name = line.substring(0, colon).toLowerCase();
      fields.computeIfAbsent(name, n -> new ArrayList<>()).add(line.substring(colon + 1).trim());
    }
    int hosts = fields.getOrDefault("host", List.of()).size();
    if (hosts > 1 || hosts == 0 && !old) {
      throw new HttpException(400);
    }
    long length = 0;
    for (String value : fields.getOrDefault("content-length", List.of())) {
      if (!value.matches("[0-9]{1,18}")) {
        throw new HttpException(400);
      }
      length = Long.parseLong(value);
    }
    boolean last = old || fields.containsKey("transfer-encoding");
    for (String value : fields.getOrDefault("connection", List.of())) {
      for (String word : value.split(",")) {
        last = last || word.trim().equalsIgnoreCase("close");
      }
    }
    answer(words[0], path(words[1]), out, last);
    if (!last) {
      in.skipNBytes(length);
    }
    return last;
  }

  private static String path(String target) {
    String path = target;
    if (path.startsWith("http://")) {
      int slash = path.indexOf('/', 7);
      path = slash < 0 ? "/" : path.substring(slash);
    }
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  private void answer(String method, String path, OutputStream out, boolean last)
      throws IOException {
    boolean get = method.equals("GET");
    byte[] page = pages.get(path);
    if (!get && !method.equals("HEAD")) {
      respond(out, 405, "text/plain", "no".getBytes(), true, last);
    } else if (page == null) {
      respond(out, 404, "text/plain", "not here".getBytes(), get, last);
    } else {
      respond(out, 200, type(path), page, get, last);
    }
  }

  private static String type(String path) {
    if (path.equals("/") || path.endsWith(".html")) {
      return "text/html; charset=utf-8";
    }
    return path.endsWith(".txt") ? "text/plain; charset=utf-8" : "application/octet-stream";
  }

  private void respond(
      OutputStream out, int status, String type, byte[] body, boolean withBody, boolean last)
      throws IOException {
    String head = "HTTP/1.1 " + status + " " + (status == 200 ? "OK" : "No") + "\r\n";
    head += "Content-Type: " + type + "\r\n";
    head += "Content-Length: " + body.length + "\r\n";
    if (status == 405) {
      head += "Allow: GET, HEAD\r\n";
    }
    if (last) {
      head += "Connection: close\r\n";
    }
    out.write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
    if (withBody) {
      out.write(body);
    }
    out.flush();
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      if (listener != null) {
        listener.close();
      }
      for (Socket client : clients) {
        client.close();
      }
    } catch (IOException e) {
      // closed as far as it can be
    }
  }
}
