package firsthop.grader.exams.dns.internet;

import java.io.IOException;
import java.net.InetAddress;

/** Sends replies to the client of a query. Over TCP, a message gets its length before it. */
public interface ReplyChannel {
  /** Sends a message from the address and port that received the query. */
  void send(byte[] message) throws IOException;

  /** Sends a message after some milliseconds. */
  void sendLater(byte[] message, int millis);

  /**
   * Sends a message from another socket; over UDP only.
   *
   * @param port the port of that socket; 0 for any free port
   */
  void sendFrom(InetAddress address, int port, byte[] message) throws IOException;

  /** Sends bytes as they are, over TCP without a length before them. */
  void sendRaw(byte[] bytes) throws IOException;

  /** Ends a TCP connection, with a reset if {@code reset}, and else with a FIN. */
  void endConnection(boolean reset) throws IOException;
}
