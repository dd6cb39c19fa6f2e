// A blocking DatagramChannel and a ByteBuffer; closing the channel wakes the thread.
package firsthop.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;

public class MyUdpEchoServer implements UdpEchoServer {
  private enum State {
    NEW,
    SERVING,
    CLOSED
  }

  private State state = State.NEW;
  private DatagramChannel channel;

  @Override
  public synchronized int start(String address, int port) throws IOException {
    if (state != State.NEW) {
      throw new IllegalStateException("start() in state " + state);
    }
    DatagramChannel opened = DatagramChannel.open();
    try {
      opened.bind(new InetSocketAddress(address, port));
    } catch (IOException e) {
      opened.close();
      throw e;
    }
    channel = opened;
    state = State.SERVING;
    new Thread(() -> echo(opened), "echo").start();
    return ((InetSocketAddress) opened.getLocalAddress()).getPort();
  }

  private static void echo(DatagramChannel channel) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(65_536);
    while (channel.isOpen()) {
      try {
        SocketAddress client = channel.receive(buffer.clear());
        channel.send(buffer.flip(), client);
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        continue;
      }
    }
  }

  @Override
  public synchronized void close() {
    state = State.CLOSED;
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        // It is closed as far as it can be.
      }
    }
  }
}
