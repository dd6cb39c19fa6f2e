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

/** A server at 127.0.0.1 that serves one client as its test says. It describes what it saw. */
final class LocalTcpServer implements AutoCloseable {
  static final String HOST = "127.0.0.1";

  /** The end of the description when the client has sent FIN. */
  static final String FIN = ", then FIN";

  /** On loopback everything takes less than a millisecond. The rest is for busy machines. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final ServerSocket listening;
  private final FutureTask<String> serving;

  /**
   * Starts the server, on its own thread.
   *
   * @param script serves the client, and returns a description of what it saw
   */
  LocalTcpServer(Script script) throws IOException {
    listening = new ServerSocket(0, 1, InetAddress.getByName(HOST));
    listening.setSoTimeout((int) PATIENCE.toMillis());
    serving = new FutureTask<>(() -> serve(script));
    Thread thread = new Thread(serving, "the test's server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Serves one client. */
  interface Script {
    String play(Client client) throws Exception;
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Returns the description of what the server saw, as soon as the script is done. */
  String saw() throws InterruptedException {
    try {
      return serving.get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return "a client that does not finish the conversation";
    } catch (ExecutionException e) {
      return e.getCause() instanceof SocketTimeoutException
          ? "nothing more within " + PATIENCE.toSeconds() + " s, not even FIN"
          : "a failed conversation: " + e.getCause().getMessage();
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
      throw new IOException("no client has connected within " + PATIENCE.toSeconds() + " s", e);
    }
  }

  static String all(byte[] bytes) {
    return "all " + bytes.length + " bytes";
  }

  /** The server's end of the connection to its client. */
  record Client(Socket socket) {

    /** Receives up to the client's FIN, and describes how the bytes differ from the request. */
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

    /** Sends back all bytes that come, up to the client's FIN. */
    void echo() throws IOException {
      socket.getInputStream().transferTo(socket.getOutputStream());
    }

    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Sends nothing for a moment. */
    void pause() {
      long end = System.nanoTime() + PAUSE.toNanos();
      while (System.nanoTime() < end) {
        LockSupport.parkNanos(end - System.nanoTime());
      }
    }

    /** Sends bytes until the client's host answers that the socket is closed. */
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
          : got.length + " bytes, different from index " + differsAt + " on";
    }
  }
}
