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
 * Uses one thread that accepts, and one more thread for each client.
 *
 * <p>Each client has its own thread. So serving a client is a loop of three lines, and the loop may
 * wait for as long as it likes. The threads share only the table of connections. The lock guards
 * this table, and no thread waits for the network while it holds the lock.
 *
 * <p>The other way is a {@code Selector}: one thread for all clients, which never waits for a
 * single client, and one buffer per client for the bytes that could not be sent back yet. This
 * needs fewer threads and more code. For two hundred clients, threads are cheap enough. (On Java
 * 21, virtual threads are cheap enough for many thousands of clients.)
 */
public final class MyTcpEchoServer implements TcpEchoServer {
  private static final int BUFFER_BYTES = 8192;
  private static final long CLOSE_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Object lock = new Object();

  /** The open connections, each with the thread that serves it; guarded by the lock. */
  private final Map<Socket, Thread> clients = new HashMap<>();

  private @Nullable ServerSocket listening;
  private @Nullable Thread accepting;
  private boolean closed;

  /** Creates a server that has not been started yet. */
  public MyTcpEchoServer() {}

  @Override
  public int start(String address, int port) throws IOException {
    synchronized (lock) {
      if (closed || listening != null) {
        throw new IllegalStateException(closed ? "closed already" : "started already");
      }
      // Binds here and not on the thread: the caller must get the exception if the port is taken.
      ServerSocket bound = new ServerSocket(port, 0, InetAddress.getByName(address)); // 0: default
      Thread thread = new Thread(() -> accept(bound), "tcp-echo-" + bound.getLocalPort());
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
    open.keySet().forEach(MyTcpEchoServer::closeQuietly); // wakes threads in read or write
    long deadline = System.nanoTime() + CLOSE_WAIT_NANOS;
    open.values()
        .forEach(thread -> waitFor(thread, deadline)); // without the lock: the threads need it
    if (last != null) {
      waitFor(last, deadline);
    }
  }

  private void accept(ServerSocket listening) {
    while (!listening.isClosed()) {
      try {
        welcome(listening.accept());
      } catch (IOException e) {
        // If the socket is closed, the loop ends. Otherwise only this one client is lost.
      }
    }
  }

  private void welcome(Socket client) {
    synchronized (lock) {
      if (closed) {
        closeQuietly(client); // it came while close was running, and close has not seen it
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
      // The end of the stream has been read, so closing sends FIN and not RST.
    } catch (IOException e) {
      // Reset by the client, or closed by close: only this connection is over.
    } finally {
      synchronized (lock) {
        clients.remove(client);
      }
    }
  }

  private static void echo(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    int length = in.read(buffer); // waits for at least one byte, not for a full buffer
    while (length >= 0) {
      out.write(buffer, 0, length);
      length = in.read(buffer);
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
