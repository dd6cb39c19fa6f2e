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
 * Uses one thread for each connection, as in exercise 3.5. The thread runs a loop: read a request,
 * answer it, skip its body. {@link HttpRequest} cuts the stream into requests.
 *
 * <p>The buffered stream is created once per connection, and not once per request. It has often
 * read the beginning of the next request already.
 *
 * <p>Closing needs the most care. A socket that is closed with unread bytes in it sends a reset,
 * and the reset may destroy the response on its way (RFC 9112 §9.6). So our FIN goes out first.
 * Then the server reads what the client still sends, and throws it away, until the client's FIN
 * comes.
 *
 * <p>The other way is a {@code Selector}, which is worth it for thousands of clients. In this
 * class, the state of a conversation is the line at which its thread stands. With a {@code
 * Selector}, the state must be a field with values such as: waits for a line, skips a body, sends,
 * closes. The JDK's own {@code HttpServer} works like that.
 */
public final class MyWebServer implements WebServer {
  private static final int IDLE_MILLIS = 60_000;
  private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long CLOSE_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int BUFFER_BYTES = 8192;

  private final Object lock = new Object();

  /** The open connections, each with the thread that serves it; guarded by the lock. */
  private final Map<Socket, Thread> clients = new HashMap<>();

  private @Nullable ServerSocket listening;
  private @Nullable Thread accepting;
  private boolean closed;

  /** Creates a server that has not been started yet. */
  public MyWebServer() {}

  @Override
  public int start(String address, int port, Map<String, byte[]> pages) throws IOException {
    synchronized (lock) {
      if (closed || listening != null) {
        throw new IllegalStateException(closed ? "closed already" : "started already");
      }
      // Binds here and not on the thread: the caller must get the exception if the port is taken.
      ServerSocket bound = new ServerSocket(port, 0, InetAddress.getByName(address)); // 0: default
      Map<String, byte[]> served = Map.copyOf(pages);
      Thread thread = new Thread(() -> accept(bound, served), "web-" + bound.getLocalPort());
      thread.setDaemon(true); // a server that was never closed does not keep the JVM alive
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
      closed = true; // from now on, welcome takes no more clients
      closeQuietly(listening); // wakes the thread that waits in accept
      last = accepting;
      open = Map.copyOf(clients);
    }
    open.keySet().forEach(MyWebServer::closeQuietly); // wakes threads in read or write
    long deadline = System.nanoTime() + CLOSE_WAIT_NANOS;
    open.values()
        .forEach(thread -> waitFor(thread, deadline)); // without the lock: the threads need it
    if (last != null) {
      waitFor(last, deadline);
    }
  }

  private void accept(ServerSocket listening, Map<String, byte[]> pages) {
    while (!listening.isClosed()) {
      try {
        welcome(listening.accept(), pages);
      } catch (IOException e) {
        // If the socket is closed, the loop ends. Otherwise only this one client is lost.
      }
    }
  }

  private void welcome(Socket client, Map<String, byte[]> pages) {
    synchronized (lock) {
      if (closed) {
        closeQuietly(client); // it came while close was running, and close has not seen it
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
      client.setTcpNoDelay(true); // the end of a response does not wait for the ACK of its start
      client.setSoTimeout(IDLE_MILLIS);
      InputStream in = new BufferedInputStream(client.getInputStream(), BUFFER_BYTES);
      OutputStream out = new BufferedOutputStream(client.getOutputStream(), BUFFER_BYTES);
      converse(in, out, pages);
      seeOff(client, in);
    } catch (IOException e) {
      // Reset, silent for a minute, or closed by close: only this connection is over.
    } finally {
      synchronized (lock) {
        clients.remove(client);
      }
    }
  }

  /** Answers one request after the other, up to the last one of the connection. */
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

  /** Sends FIN, and waits for the client's FIN, so that no reset destroys the response. */
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
      // The client has had enough time.
    }
  }

  private static void waitFor(Thread thread, long deadline) {
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, deadline - System.nanoTime());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // for the caller; all sockets are closed anyway
    }
  }

  private static void closeQuietly(@Nullable Closeable socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      // The socket is closed all the same, and close must not throw.
    }
  }
}
