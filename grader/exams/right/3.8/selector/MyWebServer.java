// One thread and a selector for all clients; each has a buffer, and what is still to be sent.
package firsthop.tcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.concurrent.atomic.AtomicReference;

public class MyWebServer implements WebServer {
  private static final int LIMIT = 8 * 1024;
  private static final long LINGER = 3_000_000_000L;

  private enum Life {
    NEW,
    SERVING,
    CLOSED
  }

  private final AtomicReference<Life> life = new AtomicReference<>(Life.NEW);
  private ServerSocketChannel listener;
  private Selector selector;
  private Thread loop;

  @Override
  public synchronized int start(String address, int port, Map<String, byte[]> pages)
      throws IOException {
    if (life.get() != Life.NEW) {
      throw new IllegalStateException("" + life);
    }
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      channel.bind(new InetSocketAddress(address, port), 100);
      channel.configureBlocking(false);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    listener = channel;
    selector = Selector.open();
    channel.register(selector, SelectionKey.OP_ACCEPT);
    life.set(Life.SERVING);
    loop = new Thread(() -> run(pages), "web");
    loop.start();
    return channel.socket().getLocalPort();
  }

  private void run(Map<String, byte[]> pages) {
    try {
      while (life.get() == Life.SERVING) {
        selector.select(500);
        for (SelectionKey key : new ArrayList<>(selector.selectedKeys())) {
          if (key.isAcceptable()) {
            SocketChannel client = listener.accept();
            if (client != null) {
              client.configureBlocking(false);
              client.setOption(StandardSocketOptions.TCP_NODELAY, true);
              client.register(selector, SelectionKey.OP_READ, new Client(client, pages));
            }
          } else {
            step(key);
          }
        }
        selector.selectedKeys().clear();
        for (SelectionKey key : new ArrayList<>(selector.keys())) {
          if (key.attachment() instanceof Client c && c.over && System.nanoTime() - c.end > LINGER) {
            c.channel.close();
          }
        }
      }
    } catch (IOException e) {
      e.printStackTrace();
    } finally {
      for (SelectionKey key : selector.keys()) {
        quietly(key.channel());
      }
      quietly(selector);
    }
  }

  private static void step(SelectionKey key) {
    Client client = (Client) key.attachment();
    try {
      if (client.step()) {
        key.interestOps(client.out.isEmpty() ? SelectionKey.OP_READ : SelectionKey.OP_WRITE);
      } else {
        client.channel.close();
      }
    } catch (IOException e) {
      quietly(client.channel);
    }
  }

  private static void quietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // as good as closed
    }
  }

  @Override
  public synchronized void close() {
    if (life.getAndSet(Life.CLOSED) == Life.SERVING) {
      selector.wakeup();
      try {
        loop.join(900);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static class Client {
    final SocketChannel channel;
    final Map<String, byte[]> pages;
    final ByteBuffer in = ByteBuffer.allocate(2 * LIMIT);
    final Deque<ByteBuffer> out = new ArrayDeque<>();
    long skip;
    boolean ended;
    boolean last;
    boolean over;
    long end;

    Client(SocketChannel channel, Map<String, byte[]> pages) {
      this.channel = channel;
      this.pages = pages;
    }

    /** Reads, answers and writes what it can; says whether the connection goes on. */
    boolean step() throws IOException {
      flush();
      if (out.isEmpty()) {
        ended |= channel.read(in) < 0;
        if (over) {
          in.clear();
          return !ended;
        }
        in.flip();
        while (out.isEmpty() && !last && answer()) {
          flush();
        }
        in.compact();
      }
      if (out.isEmpty() && (last || ended)) {
        channel.shutdownOutput();
        over = true;
        end = System.nanoTime();
        return !ended;
      }
      return true;
    }

    private void flush() throws IOException {
      while (!out.isEmpty()) {
        channel.write(out.getFirst());
        if (out.getFirst().hasRemaining()) {
          return;
        }
        out.removeFirst();
      }
    }

    /** Answers one request, if a whole one is there. */
    private boolean answer() {
      int skipped = (int) Math.min(skip, in.remaining());
      in.position(in.position() + skipped);
      skip -= skipped;
      if (skip > 0) {
        return false;
      }
      int from = in.position();
      int to = from;
      int line = from;
      List<String> lines = new ArrayList<>();
      while (to < in.limit() && to - from < LIMIT) {
        if (in.get(to++) == '\n') {
          int length = Math.max(0, to - line - 2);
          String text = new String(in.array(), line, length, StandardCharsets.ISO_8859_1);
          line = to;
          if (text.isEmpty()) {
            in.position(to);
            respondTo(lines);
            return true;
          }
          lines.add(text);
        }
      }
      if (to - from >= LIMIT) {
        last = true;
        respond("431 Too Much", "", "", new byte[0], false);
      }
      return false;
    }

    private void respondTo(List<String> lines) {
      String problem = lines.isEmpty() ? "400 Empty" : "";
      String[] words = lines.isEmpty() ? new String[] {"", "", ""} : lines.get(0).split(" ");
      if (words.length != 3 || words[2].length() != 8 || !words[2].startsWith("HTTP/")
          || !isDigits(words[2].substring(5, 6)) || words[2].charAt(6) != '.'
          || !isDigits(words[2].substring(7))) {
        problem = "400 Bad Request Line";
      } else if (words[2].charAt(5) != '1') {
        problem = "505 What";
      }
      int hosts = 0;
      long body = 0;
      boolean close = false;
      for (String field : lines.subList(Math.min(1, lines.size()), lines.size())) {
        int colon = field.indexOf(':');
        if (colon < 1 || field.charAt(colon - 1) <= ' ') {
          problem = "400 Bad Field";
          break;
        }
        String value = field.substring(colon + 1).strip();
        switch (field.substring(0, colon).toUpperCase()) {
          case "HOST" -> hosts++;
          case "TRANSFER-ENCODING" -> close = true;
          case "CONNECTION" -> {
            StringTokenizer tokens = new StringTokenizer(value, ", \t");
            while (tokens.hasMoreTokens()) {
              close |= tokens.nextToken().equalsIgnoreCase("close");
            }
          }
          case "CONTENT-LENGTH" -> {
            if (isDigits(value)) {
              body = Long.parseLong(value);
            } else {
              problem = "400 Bad Length";
            }
          }
          default -> {}
        }
      }
      boolean old = problem.isEmpty() && words[2].endsWith("0");
      if (problem.isEmpty() && (hosts > 1 || !old && hosts < 1)) {
        problem = "400 Hosts: " + hosts;
      }
      if (!problem.isEmpty()) {
        last = true;
        respond(problem, "", "", new byte[0], false);
        return;
      }
      last = close || old;
      skip = body;
      boolean isHead = words[0].equals("HEAD");
      if (!isHead && !words[0].equals("GET")) {
        respond("405 Not Allowed", "", "allow: HEAD,GET\r\n", new byte[0], false);
        return;
      }
      String path = words[1];
      if (path.toLowerCase().startsWith("http://")) {
        path = path.replaceFirst("^.......[^/?]*", "");
        path = path.startsWith("/") ? path : "/" + path;
      }
      path = path.split("\\?", 2)[0];
      byte[] page = pages.get(path);
      if (page == null) {
        respond("404 Not Found", "text/html", "", "<p>No.".getBytes(), isHead);
      } else {
        String type =
            path.equals("/") || path.endsWith(".html")
                ? "text/html;charset=UTF-8"
                : path.endsWith(".txt") ? "text/plain;charset=UTF-8" : "application/octet-stream";
        respond("200 OK", type, "", page, isHead);
      }
    }

    private void respond(String status, String type, String more, byte[] body, boolean isHead) {
      String head =
          "HTTP/1.1 " + status + "\r\n"
              + (type.isEmpty() ? "" : "content-type: " + type + "\r\n")
              + "content-length: " + body.length + "\r\n"
              + more
              + (last ? "connection: close\r\n\r\n" : "\r\n");
      out.add(ByteBuffer.wrap(head.getBytes(StandardCharsets.ISO_8859_1)));
      if (!isHead && body.length > 0) {
        out.add(ByteBuffer.wrap(body));
      }
    }

    private static boolean isDigits(String text) {
      return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
  }
}
