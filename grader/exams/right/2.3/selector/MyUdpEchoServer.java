// A channel that never blocks, and a selector that waits for it.
package firsthop.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.atomic.AtomicBoolean;

public class MyUdpEchoServer implements UdpEchoServer {
  private static final int LARGEST = 0xFFFF;

  private final AtomicBoolean used = new AtomicBoolean();
  private volatile Thread loop;

  @Override
  public int start(String address, int port) throws IOException {
    if (used.getAndSet(true)) {
      throw new IllegalStateException("this server was started or closed before");
    }
    DatagramChannel channel = DatagramChannel.open();
    Selector selector = Selector.open();
    try {
      channel.bind(new InetSocketAddress(address, port));
      channel.configureBlocking(false).register(selector, SelectionKey.OP_READ);
    } catch (IOException e) {
      selector.close();
      channel.close();
      throw e;
    }
    int bound = channel.socket().getLocalPort();
    loop = new Thread(() -> run(channel, selector));
    loop.start();
    return bound;
  }

  private void run(DatagramChannel channel, Selector selector) {
    ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
    try (channel;
        selector) {
      while (!Thread.interrupted()) {
        selector.select();
        selector.selectedKeys().clear();
        SocketAddress client = channel.receive(buffer);
        while (client != null) {
          buffer.flip();
          channel.send(buffer, client);
          buffer.clear();
          client = channel.receive(buffer);
        }
      }
    } catch (IOException e) {
      // Interrupted in the midst of something: the end all the same.
    }
  }

  @Override
  public void close() {
    used.set(true);
    Thread running = loop;
    if (running != null) {
      running.interrupt();
      try {
        running.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
