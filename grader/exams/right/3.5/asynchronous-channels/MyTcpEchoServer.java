// Asynchronous channels: what is to happen next is said beforehand, in completion handlers.
package firsthop.tcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.Executors;

public class MyTcpEchoServer implements TcpEchoServer {
  private AsynchronousChannelGroup group;
  private boolean used;

  @Override
  public synchronized int start(String address, int port) throws IOException {
    if (used) {
      throw new IllegalStateException("this server has been started or closed");
    }
    AsynchronousChannelGroup fresh =
        AsynchronousChannelGroup.withFixedThreadPool(
            3,
            task -> {
              Thread thread = Executors.defaultThreadFactory().newThread(task);
              thread.setDaemon(true);
              return thread;
            });
    try {
      AsynchronousServerSocketChannel server = AsynchronousServerSocketChannel.open(fresh);
      server.bind(new InetSocketAddress(address, port));
      int bound = ((InetSocketAddress) server.getLocalAddress()).getPort();
      server.accept(null, new Welcome(server));
      group = fresh;
      used = true;
      return bound;
    } catch (IOException e) {
      fresh.shutdownNow();
      throw e;
    }
  }

  @Override
  public synchronized void close() {
    used = true;
    if (group != null) {
      try {
        group.shutdownNow();
      } catch (IOException e) {
        System.err.println("while closing: " + e);
      }
    }
  }

  private static final class Welcome
      implements CompletionHandler<AsynchronousSocketChannel, Void> {
    private final AsynchronousServerSocketChannel server;

    Welcome(AsynchronousServerSocketChannel server) {
      this.server = server;
    }

    @Override
    public void completed(AsynchronousSocketChannel client, Void nothing) {
      server.accept(null, this);
      new Echo(client).listen();
    }

    @Override
    public void failed(Throwable failure, Void nothing) {
      if (server.isOpen()) {
        server.accept(null, this);
      }
    }
  }

  private static final class Echo implements CompletionHandler<Integer, Boolean> {
    private final AsynchronousSocketChannel client;
    private final ByteBuffer buffer = ByteBuffer.allocate(16_384);

    Echo(AsynchronousSocketChannel client) {
      this.client = client;
    }

    void listen() {
      buffer.clear();
      client.read(buffer, true, this);
    }

    @Override
    public void completed(Integer length, Boolean wasRead) {
      if (length < 0) {
        hangUp();
        return;
      }
      if (wasRead) {
        buffer.flip();
      }
      if (buffer.hasRemaining()) {
        client.write(buffer, false, this);
      } else {
        listen();
      }
    }

    @Override
    public void failed(Throwable failure, Boolean wasRead) {
      hangUp();
    }

    private void hangUp() {
      try {
        client.close();
      } catch (IOException e) {
        // there is nobody to tell
      }
    }
  }
}
