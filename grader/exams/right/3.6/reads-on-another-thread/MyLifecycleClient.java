// Reads on another thread, in short waits of which it counts the silent ones; the caller writes.
package firsthop.tcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public class MyLifecycleClient implements LifecycleClient {

  @Override
  public Conversation converse(
      String host, int port, byte[] request, int connectTimeoutMillis, int readTimeoutMillis)
      throws IOException {
    Socket socket = new Socket();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(
          new InetSocketAddress(InetAddress.getByName(host), port), connectTimeoutMillis);
      String local = name(socket.getLocalAddress().getAddress(), socket.getLocalPort());
      String remote = name(socket.getInetAddress().getAddress(), socket.getPort());
      Future<byte[]> response = thread.submit(reader(socket, readTimeoutMillis));
      OutputStream out = socket.getOutputStream();
      for (int i = 0; i < request.length; i += 1400) {
        out.write(request, i, Math.min(1400, request.length - i));
      }
      socket.shutdownOutput();
      return new Conversation(local, remote, response.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SocketTimeoutException) {
        throw (SocketTimeoutException) e.getCause();
      }
      throw new IOException("cannot read", e.getCause());
    } catch (InterruptedException e) {
      throw new IOException(e);
    } finally {
      socket.close();
      thread.shutdown();
    }
  }

  private static Callable<byte[]> reader(Socket socket, int millis) {
    return () -> {
      socket.setSoTimeout(Math.max(1, millis / 10));
      InputStream in = socket.getInputStream();
      ByteArrayOutputStream response = new ByteArrayOutputStream();
      long heard = System.nanoTime();
      while (true) {
        try {
          int next = in.read();
          if (next < 0) {
            return response.toByteArray();
          }
          response.write(next);
          response.write(in.readNBytes(in.available()));
          heard = System.nanoTime();
        } catch (SocketTimeoutException e) {
          if (System.nanoTime() - heard >= millis * 1_000_000L) {
            throw e;
          }
        }
      }
    };
  }

  private static String name(byte[] address, int port) {
    if (address.length == 4) {
      return IntStream.range(0, 4)
              .mapToObj(i -> Integer.toString(address[i] & 255))
              .collect(Collectors.joining("."))
          + ":"
          + port;
    }
    String[] groups = new String[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = Integer.toHexString((address[2 * i] & 255) * 256 + (address[2 * i + 1] & 255));
    }
    String text = String.join(":", groups);
    String[] zeros = new String[8];
    Arrays.fill(zeros, "0");
    for (int length = 8; length > 1; length--) {
      String run = String.join(":", Arrays.copyOf(zeros, length));
      int at = (":" + text + ":").indexOf(":" + run + ":");
      if (at >= 0) {
        String before = text.substring(0, Math.max(0, at - 1));
        String after = text.substring(Math.min(text.length(), at + run.length() + 1));
        return "[" + before + "::" + after + "]:" + port;
      }
    }
    return "[" + text + "]:" + port;
  }
}
