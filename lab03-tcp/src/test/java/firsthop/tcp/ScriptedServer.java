package firsthop.tcp;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** A server at 127.0.0.1 that serves one client as its test says, and says in words what it saw. */
final class ScriptedServer implements AutoCloseable {
  static final String HOST = "127.0.0.1";

  /** What it says of a client that has sent FIN. */
  static final String FIN = ", then FIN";

  /** On loopback all takes less than a millisecond; this is for machines that are busy. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final ServerSocket listening;
  private final FutureTask<String> serving;

  /**
   * Begins to serve, on a thread of its own.
   *
   * @param script what to do with the client; gives what it saw of it
   */
  ScriptedServer(Script script) throws IOException {
    listening = new ServerSocket(0, 1, InetAddress.getByName(HOST));
    listening.setSoTimeout((int) PATIENCE.toMillis());
    serving = new FutureTask<>(() -> serve(script));
    Thread thread = new Thread(serving, "the test's server");
    thread.setDaemon(true);
    thread.start();
  }

  /** What a server does with its client. */
  interface Script {
    String play(Client client) throws Exception;
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Says what it saw of its client, as soon as it is done. */
  String saw() throws InterruptedException {
    try {
      return serving.get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return "a client that doesn't do its part";
    } catch (ExecutionException e) {
      return e.getCause() instanceof SocketTimeoutException
          ? "nothing more within " + PATIENCE.toSeconds() + " s, not even FIN"
          : "a conversation that failed: " + e.getCause().getMessage();
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private String serve(Script script) throws Exception {
    try (Socket socket = accept()) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      return script.play(new Client(socket));
    }
  }

  private Socket accept() throws IOException {
    try {
      return listening.accept();
    } catch (SocketTimeoutException e) {
      throw new IOException("nobody has connected within " + PATIENCE.toSeconds() + " s", e);
    }
  }

  static String all(byte[] bytes) {
    return "all " + bytes.length + " bytes";
  }

  /** The server's end of the connection to its client. */
  record Client(Socket socket) {

    /** Takes what the client sends until it ends, and says how that compares with the request. */
    String hear(byte[] request) throws IOException {
      byte[] got = new byte[request.length + 1];
      InputStream in = socket.getInputStream();
      int count = 0;
      try {
        while (count < got.length) {
          int length = in.read(got, count, got.length - count);
          if (length < 0) {
            return compare(request, Arrays.copyOf(got, count)) + FIN;
          }
          count += length;
        }
        return "more than the " + request.length + " bytes of the request";
      } catch (SocketTimeoutException e) {
        String silence = ", then nothing within " + PATIENCE.toSeconds() + " s";
        return compare(request, Arrays.copyOf(got, count)) + silence;
      } catch (SocketException e) {
        return compare(request, Arrays.copyOf(got, count)) + ", then RST";
      }
    }

    void send(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
    }

    /** Sends back all that comes, until the client ends. */
    void echo() throws IOException {
      socket.getInputStream().transferTo(socket.getOutputStream());
    }

    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Says nothing for a moment. */
    void pause() {
      long end = System.nanoTime() + PAUSE.toNanos();
      while (System.nanoTime() < end) {
        LockSupport.parkNanos(end - System.nanoTime());
      }
    }

    /** Sends until the client's host answers that there is no such socket any more. */
    boolean isGone() {
      long end = System.nanoTime() + PATIENCE.toNanos();
      try {
        while (System.nanoTime() < end) {
          send(new byte[1]);
          pause();
        }
        return false;
      } catch (IOException e) {
        return true;
      }
    }

    private static String compare(byte[] request, byte[] got) {
      int differsAt = Arrays.mismatch(request, got);
      if (differsAt < 0) {
        return all(request);
      }
      return differsAt == got.length
          ? got.length + " of " + request.length + " bytes"
          : got.length + " bytes, which differ from index " + differsAt + " on";
    }
  }
}
