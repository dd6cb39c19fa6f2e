package firsthop.grader.exams.dns.internet;

import java.io.IOException;
import java.net.InetAddress;

/** Sends messages through another channel, after a delay. */
record DelayedReplyChannel(ReplyChannel way, int millis) implements ReplyChannel {
  @Override
  public void send(byte[] message) {
    way.sendLater(message, millis);
  }

  @Override
  public void sendLater(byte[] message, int more) {
    way.sendLater(message, millis + more);
  }

  @Override
  public void sendFrom(InetAddress address, int port, byte[] message) throws IOException {
    way.sendFrom(address, port, message);
  }

  @Override
  public void sendRaw(byte[] bytes) throws IOException {
    way.sendRaw(bytes);
  }

  @Override
  public void endConnection(boolean reset) throws IOException {
    way.endConnection(reset);
  }
}
