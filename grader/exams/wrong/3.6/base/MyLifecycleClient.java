package firsthop.tcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class MyLifecycleClient implements LifecycleClient {
  @Override
  public Conversation converse(
      String host, int port, byte[] request, int connectTimeoutMillis, int readTimeoutMillis)
      throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), connectTimeoutMillis);
      socket.setSoTimeout(readTimeoutMillis);
      String local = name(socket.getLocalAddress(), socket.getLocalPort());
      String remote = name(socket.getInetAddress(), socket.getPort());
      AtomicReference<IOException> failure = new AtomicReference<>();
      Thread writer =
          new Thread(
              () -> {
                try {
                  socket.getOutputStream().write(request);
                  socket.shutdownOutput();
                } catch (IOException e) {
                  failure.set(e);
                }
              });
      writer.start();
      ByteArrayOutputStream response = new ByteArrayOutputStream();
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[8192];
      int n;
      while ((n = in.read(buffer)) >= 0) {
        response.write(buffer, 0, n);
      }
      writer.join();
      if (failure.get() != null) {
        throw failure.get();
      }
      return new Conversation(local, remote, response.toByteArray());
    } catch (InterruptedException e) {
      throw new InterruptedIOException("interrupted");
    }
  }

  private static String name(InetAddress address, int port) {
    if (address instanceof Inet6Address) {
      return "[" + shorten(address.getHostAddress()) + "]:" + port;
    }
    return address.getHostAddress() + ":" + port;
  }

  private static String shorten(String groups) {
    for (int run = 8; run >= 2; run--) {
      Matcher zeros = Pattern.compile("(^|:)0(:0){" + (run - 1) + "}(:|$)").matcher(groups);
      if (zeros.find()) {
        return groups.substring(0, zeros.start()) + "::" + groups.substring(zeros.end());
      }
    }
    return groups;
  }
}
