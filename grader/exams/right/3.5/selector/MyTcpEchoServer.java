// One thread and a selector; what a client does not take at once waits in a buffer of its own.
package firsthop.tcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

public class MyTcpEchoServer implements TcpEchoServer {
  private ServerSocketChannel server;
  private Selector selector;
  private volatile boolean stopped;

  private static final class Conversation {
    final ByteBuffer buffer = ByteBuffer.allocate(2048);
    boolean ended;
  }

  @Override
  public synchronized int start(String address, int port) throws IOException {
    if (server != null || stopped) {
      throw new IllegalStateException("used before");
    }
    ServerSocketChannel opened = ServerSocketChannel.open();
    try {
      opened.bind(new InetSocketAddress(InetAddress.getByName(address), port));
      opened.configureBlocking(false);
      selector = Selector.open();
      opened.register(selector, SelectionKey.OP_ACCEPT);
    } catch (IOException e) {
      opened.close();
      throw e;
    }
    server = opened;
    Thread thread = new Thread(this::loop, "echo");
    thread.setDaemon(true);
    thread.start();
    return opened.socket().getLocalPort();
  }

  private void loop() {
    while (!stopped) {
      try {
        selector.select(this::turn);
      } catch (IOException e) {
        stopped = true;
      }
    }
    for (SelectionKey key : selector.keys()) {
      close(key);
    }
    try {
      selector.close();
    } catch (IOException e) {
      // nothing more to do
    }
  }

  private void turn(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        SocketChannel client = server.accept();
        if (client != null) {
          client.configureBlocking(false);
          client.register(selector, SelectionKey.OP_READ, new Conversation());
        }
      } else {
        talk(key, (SocketChannel) key.channel(), (Conversation) key.attachment());
      }
    } catch (IOException e) {
      if (key.channel() != server) {
        close(key);
      }
    }
  }

  private void talk(SelectionKey key, SocketChannel client, Conversation conversation)
      throws IOException {
    ByteBuffer buffer = conversation.buffer;
    if (key.isReadable() && client.read(buffer) < 0) {
      conversation.ended = true;
    }
    buffer.flip();
    client.write(buffer);
    buffer.compact();
    if (conversation.ended && buffer.position() == 0) {
      client.close();
      return;
    }
    int operations = 0;
    if (!conversation.ended && buffer.hasRemaining()) {
      operations |= SelectionKey.OP_READ;
    }
    if (buffer.position() > 0) {
      operations |= SelectionKey.OP_WRITE;
    }
    key.interestOps(operations);
  }

  private static void close(SelectionKey key) {
    try {
      key.channel().close();
    } catch (IOException e) {
      // gone anyway
    }
  }

  @Override
  public synchronized void close() {
    stopped = true;
    if (server != null) {
      selector.wakeup();
    }
  }
}
