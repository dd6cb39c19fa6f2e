package firsthop.grader.exams.dns.internet;

import java.io.IOException;
import java.net.InetAddress;

/** A way back that takes longer. */
record LateReplies(Replies way, int millis) implements Replies {
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
  public void hangUp(boolean reset) throws IOException {
    way.hangUp(reset);
  }
}
