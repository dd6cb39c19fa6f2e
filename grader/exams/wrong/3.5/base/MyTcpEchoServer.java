package firsthop.tcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

public class MyTcpEchoServer implements TcpEchoServer {
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private volatile ServerSocket listening;
  private volatile boolean closed;

  @Override
  public synchronized int start(String address, int port) throws IOException {
    if (listening != null || closed) {
      throw new IllegalStateException("a server serves once");
    }
    listening = new ServerSocket(port, 50, InetAddress.getByName(address));
    Thread thread = new Thread(this::accept);
    thread.setDaemon(true);
    thread.start();
    return listening.getLocalPort();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        clients.add(client);
        Thread thread = new Thread(() -> serve(client));
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        // Closed, or one client that could not be accepted.
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      InputStream in = client.getInputStream();
      OutputStream out = client.getOutputStream();
      byte[] buffer = new byte[4096];
      int n;
      while ((n = in.read(buffer)) != -1) {
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // This client has gone.
    } finally {
      clients.remove(client);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      if (listening != null) {
        listening.close();
      }
      for (Socket client : clients) {
        client.close();
      }
    } catch (IOException e) {
      // It is closed anyway.
    }
  }
}
