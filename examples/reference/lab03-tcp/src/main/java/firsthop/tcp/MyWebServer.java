package firsthop.tcp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A thread for each connection, as in exercise 3.5, and on it a loop: read a request, answer it,
 * skip its body. What cuts the stream into requests is {@link HttpRequest}.
 *
 * <p>The buffered stream is made once for a connection and not once for a request: it has often
 * read the beginning of the next request already.
 *
 * <p>The end takes the most care. A socket that is closed while something lies unread in it sends a
 * reset, and a reset may destroy the response on its way (RFC 9112 §9.6). So our FIN goes out
 * first, and what the client still sends is read and thrown away until its own FIN comes.
 *
 * <p>A {@code Selector} is the other way, and pays for thousands of clients. Then the state of each
 * conversation, which here is where its thread stands, has to be put into words: waiting for a
 * line, in a body, sending, seeing the client off. The JDK's own {@code HttpServer} does that.
 */
public final class MyWebServer implements WebServer {
  private static final int IDLE_MILLIS = 60_000;
  private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long CLOSE_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int BUFFER_BYTES = 8192;

  private final Object lock = new Object();

  /** The connections that are open, and who serves each; guarded by the lock. */
  private final Map<Socket, Thread> clients = new HashMap<>();

  private @Nullable ServerSocket listening;
  private @Nullable Thread accepting;
  private boolean closed;

  /** Makes a server that has not been started. */
  public MyWebServer() {}

  @Override
  public int start(String address, int port, Map<String, byte[]> pages) throws IOException {
    synchronized (lock) {
      if (closed || listening != null) {
        throw new IllegalStateException(closed ? "closed already" : "started already");
      }
      // Binds here and not on the thread: a taken port must be the caller's exception.
      ServerSocket bound = new ServerSocket(port, 0, InetAddress.getByName(address)); // 0: default
      Map<String, byte[]> served = Map.copyOf(pages);
      Thread thread = new Thread(() -> accept(bound, served), "web-" + bound.getLocalPort());
      thread.setDaemon(true); // a server that nobody has closed does not keep the JVM alive
      thread.start();
      listening = bound;
      accepting = thread;
      return bound.getLocalPort();
    }
  }

  @Override
  public void close() {
    @Nullable Thread last;
    Map<Socket, Thread> open;
    synchronized (lock) {
      closed = true; // from here on accept lets nobody in
      closeQuietly(listening); // wakes the thread that waits in accept
      last = accepting;
      open = Map.copyOf(clients);
    }
    open.keySet().forEach(MyWebServer::closeQuietly); // wakes those that wait in read or write
    long deadline = System.nanoTime() + CLOSE_WAIT_NANOS;
    open.values().forEach(thread -> waitFor(thread, deadline)); // without the lock: they need it
    if (last != null) {
      waitFor(last, deadline);
    }
  }

  private void accept(ServerSocket listening, Map<String, byte[]> pages) {
    while (!listening.isClosed()) {
      try {
        welcome(listening.accept(), pages);
      } catch (IOException e) {
        // Closed: the loop ends. Otherwise one client could not be accepted, and the next can.
      }
    }
  }

  private void welcome(Socket client, Map<String, byte[]> pages) {
    synchronized (lock) {
      if (closed) {
        closeQuietly(client); // it came in while close was called, and close has not seen it
        return;
      }
      Thread thread = new Thread(() -> serve(client, pages), "web-to-" + client.getPort());
      thread.setDaemon(true);
      clients.put(client, thread);
      thread.start();
    }
  }

  private void serve(Socket client, Map<String, byte[]> pages) {
    try (client) {
      client.setTcpNoDelay(true); // the end of a response does not wait for an ACK of its start
      client.setSoTimeout(IDLE_MILLIS);
      InputStream in = new BufferedInputStream(client.getInputStream(), BUFFER_BYTES);
      OutputStream out = new BufferedOutputStream(client.getOutputStream(), BUFFER_BYTES);
      converse(in, out, pages);
      seeOff(client, in);
    } catch (IOException e) {
      // Reset or silent for a minute, or closed by close: this connection is over, no other is.
    } finally {
      synchronized (lock) {
        clients.remove(client);
      }
    }
  }

  /** Answers one request after the other, until one is the last. */
  private static void converse(InputStream in, OutputStream out, Map<String, byte[]> pages)
      throws IOException {
    try {
      @Nullable HttpRequest request = HttpRequest.read(in);
      while (request != null) {
        boolean withBody = !request.method().equals("HEAD");
        response(request, pages).write(out, withBody, request.last());
        if (request.last()) {
          return;
        }
        in.skipNBytes(request.bodyLength());
        request = HttpRequest.read(in);
      }
    } catch (HttpRequest.RefusedException refused) {
      HttpResponse.of(refused.status(), refused.getMessage()).write(out, true, true);
    }
  }

  private static HttpResponse response(HttpRequest request, Map<String, byte[]> pages) {
    if (!Set.of("GET", "HEAD").contains(request.method())) {
      return HttpResponse.of(HttpStatus.METHOD_NOT_ALLOWED, "only GET and HEAD are served");
    }
    byte @Nullable [] page = pages.get(request.path());
    return page == null
        ? HttpResponse.of(HttpStatus.NOT_FOUND, "there is no page of this name")
        : new HttpResponse(HttpStatus.OK, contentType(request.path()), page);
  }

  private static String contentType(String path) {
    if (path.equals("/") || path.endsWith(".html")) {
      return HttpResponse.HTML;
    }
    return path.endsWith(".txt") ? HttpResponse.TEXT : HttpResponse.BYTES;
  }

  /** Sends FIN, and waits for the client's, so that no reset overtakes the response. */
  private static void seeOff(Socket client, InputStream in) throws IOException {
    client.shutdownOutput();
    long deadline = System.nanoTime() + LINGER_NANOS;
    byte[] dropped = new byte[BUFFER_BYTES];
    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    try {
      while (left > 0) {
        client.setSoTimeout((int) left);
        left =
            in.read(dropped) < 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      }
    } catch (SocketTimeoutException e) {
      // It has had its time.
    }
  }

  private static void waitFor(Thread thread, long deadline) {
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, deadline - System.nanoTime());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the caller's business; all sockets are closed anyway
    }
  }

  private static void closeQuietly(@Nullable Closeable socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      // It is closed all the same, and close must not throw.
    }
  }
}
