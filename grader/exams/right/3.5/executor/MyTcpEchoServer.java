// A pool that grows and shrinks, one task for each client; transferTo is the whole conversation.
package firsthop.tcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

public class MyTcpEchoServer extends Thread implements TcpEchoServer {
  private final List<Socket> open = new ArrayList<>();
  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(0, 500, 100, TimeUnit.MILLISECONDS, new SynchronousQueue<>());
  private ServerSocket server;
  private boolean over;

  @Override
  public synchronized int start(String address, int port) throws IOException {
    if (over || server != null) {
      throw new IllegalStateException(over ? "over" : "running");
    }
    ServerSocket socket = new ServerSocket();
    try {
      socket.bind(new InetSocketAddress(address, port), 200);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    server = socket;
    setDaemon(true);
    start();
    return socket.getLocalPort();
  }

  @Override
  public void run() {
    while (true) {
      try {
        Socket client = server.accept();
        client.setTcpNoDelay(true);
        synchronized (this) {
          if (over) {
            client.close();
          } else {
            open.add(client);
            pool.execute(() -> echo(client));
          }
        }
      } catch (IOException e) {
        synchronized (this) {
          if (over) {
            return;
          }
        }
      }
    }
  }

  private void echo(Socket client) {
    try {
      client.getInputStream().transferTo(client.getOutputStream());
      client.shutdownOutput();
    } catch (IOException e) {
      // nothing can be done for this one
    }
    synchronized (this) {
      open.remove(client);
    }
    hangUp(client);
  }

  private static void hangUp(Socket client) {
    try {
      client.close();
    } catch (IOException e) {
      // closed anyway
    }
  }

  @Override
  public synchronized void close() {
    if (!over) {
      over = true;
      try {
        if (server != null) {
          server.close();
        }
      } catch (IOException e) {
        // closed anyway
      }
      open.forEach(MyTcpEchoServer::hangUp);
      pool.shutdown();
    }
  }
}
