package firsthop.grader.exams.dns.internet;

import java.io.IOException;
import java.net.InetAddress;

/** The way back to who asked. Over TCP a message gets its length before it, unless it is raw. */
public interface ReplyChannel {
  /** Send a message from the address and port that was asked. */
  void send(byte[] message) throws IOException;

  /** Send a message later. */
  void sendLater(byte[] message, int millis);

  /**
   * Over UDP: send a message from another socket.
   *
   * @param port 0 for any
   */
  void sendFrom(InetAddress address, int port, byte[] message) throws IOException;

  /** Over TCP: send bytes as they are. */
  void sendRaw(byte[] bytes) throws IOException;

  /** Over TCP: end the connection; by a reset when {@code reset}. */
  void endConnection(boolean reset) throws IOException;
}
