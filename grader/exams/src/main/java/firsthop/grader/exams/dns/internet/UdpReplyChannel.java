package firsthop.grader.exams.dns.internet;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Sends replies as datagrams. */
record UdpReplyChannel(NameServer server, InetSocketAddress client) implements ReplyChannel {
  @Override
  public void send(byte[] message) throws IOException {
    server.send(server.socket(), message, client);
  }

  @Override
  public void sendLater(byte[] message, int millis) {
    server.later(millis, () -> send(message));
  }

  @Override
  public void sendFrom(InetAddress address, int port, byte[] message) throws IOException {
    try (DatagramSocket other = new DatagramSocket(port, address)) {
      server.send(other, message, client);
    }
  }

  @Override
  public void sendRaw(byte[] bytes) throws IOException {
    send(bytes);
  }

  @Override
  public void endConnection(boolean reset) {
    // There is no connection to end.
  }
}
