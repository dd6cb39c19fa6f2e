package firsthop.tcp;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One thread that accepts, and one more for each client.
 *
 * <p>With a thread of its own, a client's conversation is a loop of three lines that may wait for
 * as long as it likes: the others have theirs. What all threads share is the table of connections,
 * and the one lock guards that and nothing that waits.
 *
 * <p>A {@code Selector} is the other way: one thread for all clients, which never waits for a
 * single one of them, and a buffer for each with the bytes that could not yet be sent back. It
 * needs fewer threads and more code; for two hundred clients, threads are cheap enough. (On Java 21
 * virtual threads make this way as cheap for many thousands.)
 */
public final class MyTcpEchoServer implements TcpEchoServer {
  private static final int BUFFER_BYTES = 8192;
  private static final long CLOSE_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Object lock = new Object();

  /** The connections that are open, and who serves each; guarded by the lock. */
  private final Map<Socket, Thread> clients = new HashMap<>();

  private @Nullable ServerSocket listening;
  private @Nullable Thread accepting;
  private boolean closed;

  /** Makes a server that has not been started. */
  public MyTcpEchoServer() {}

  @Override
  public int start(String address, int port) throws IOException {
    synchronized (lock) {
      if (closed || listening != null) {
        throw new IllegalStateException(closed ? "closed already" : "started already");
      }
      // Binds here and not on the thread: a taken port must be the caller's exception.
      ServerSocket bound = new ServerSocket(port, 0, InetAddress.getByName(address)); // 0: default
      Thread thread = new Thread(() -> accept(bound), "tcp-echo-" + bound.getLocalPort());
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
    open.keySet().forEach(MyTcpEchoServer::closeQuietly); // wakes those that wait in read or write
    long deadline = System.nanoTime() + CLOSE_WAIT_NANOS;
    open.values().forEach(thread -> waitFor(thread, deadline)); // without the lock: they need it
    if (last != null) {
      waitFor(last, deadline);
    }
  }

  private void accept(ServerSocket listening) {
    while (!listening.isClosed()) {
      try {
        welcome(listening.accept());
      } catch (IOException e) {
        // Closed: the loop ends. Otherwise one client could not be accepted, and the next can.
      }
    }
  }

  private void welcome(Socket client) {
    synchronized (lock) {
      if (closed) {
        closeQuietly(client); // it came in while close was called, and close has not seen it
        return;
      }
      Thread thread = new Thread(() -> serve(client), "tcp-echo-to-" + client.getPort());
      thread.setDaemon(true);
      clients.put(client, thread);
      thread.start();
    }
  }

  private void serve(Socket client) {
    try (client) {
      echo(client.getInputStream(), client.getOutputStream());
      // At the end of the stream nothing is left to read: closing sends FIN, not RST.
    } catch (IOException e) {
      // Reset by the client, or closed by close: this connection is over, the others are not.
    } finally {
      synchronized (lock) {
        clients.remove(client);
      }
    }
  }

  private static void echo(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    int length = in.read(buffer); // waits for one byte at least, not for a full buffer
    while (length >= 0) {
      out.write(buffer, 0, length);
      length = in.read(buffer);
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
