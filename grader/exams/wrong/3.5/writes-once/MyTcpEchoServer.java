// Drops the bytes that the socket does not accept at once.
package firsthop.tcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

public class MyTcpEchoServer implements TcpEchoServer {
  private ServerSocketChannel listening;
  private Selector selector;
  private boolean closed;

  @Override
  public synchronized int start(String address, int port) throws IOException {
    if (listening != null || closed) {
      throw new IllegalStateException("a server serves once");
    }
    InetSocketAddress at = new InetSocketAddress(InetAddress.getByName(address), port);
    ServerSocketChannel bound = ServerSocketChannel.open();
    try {
      bound.bind(at);
    } catch (IOException e) {
      bound.close();
      throw e;
    }
    listening = bound;
    listening.configureBlocking(false);
    selector = Selector.open();
    listening.register(selector, SelectionKey.OP_ACCEPT);
    Thread thread = new Thread(this::run);
    thread.setDaemon(true);
    thread.start();
    return ((InetSocketAddress) listening.getLocalAddress()).getPort();
  }

  private void run() {
    try {
      while (!isClosed()) {
        selector.select();
        for (SelectionKey key : selector.selectedKeys()) {
          try {
            handle(key);
          } catch (IOException e) {
            key.channel().close();
          }
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException | ClosedSelectorException e) {
      e.printStackTrace();
    } finally {
      end();
    }
  }

  private void handle(SelectionKey key) throws IOException {
    if (key.isAcceptable()) {
      SocketChannel client = listening.accept();
      client.configureBlocking(false);
      client.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(8192));
      return;
    }
    SocketChannel client = (SocketChannel) key.channel();
    ByteBuffer buffer = (ByteBuffer) key.attachment();
    buffer.clear();
    int n = client.read(buffer);
    if (n == -1) {
      client.close();
      return;
    }
    buffer.flip();
    client.write(buffer);
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private void end() {
    try {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException e) {
      // It is closed anyway.
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (listening != null) {
      selector.wakeup();
    }
  }
}
