package firsthop.grader.exams.dns.internet;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/** A TCP connection to a name server: receives queries and sends replies (RFC 1035 §4.2.2). */
final class TcpReplyChannel implements ReplyChannel, Closeable {
  /** After so much silence of the client, the server ends the connection. */
  private static final int PATIENCE_MILLIS = 3_000;

  private static final int LENGTH_BYTES = 2;

  private final NameServer server;
  private final Socket connection;
  private final InetSocketAddress client;

  TcpReplyChannel(NameServer server, Socket connection) {
    this.server = server;
    this.connection = connection;
    this.client = (InetSocketAddress) connection.getRemoteSocketAddress();
  }

  /** Receives queries until the client ends the connection. */
  void serve() throws IOException {
    server.note(client, server.endpoint(), "connection", "opened");
    connection.setSoTimeout(PATIENCE_MILLIS);
    DataInputStream in = new DataInputStream(connection.getInputStream());
    int first = in.read();
    while (first >= 0) {
      byte[] query = new byte[first << Byte.SIZE | in.readUnsignedByte()];
      in.readFully(query);
      server.take(query, client, true, this);
      first = in.read();
    }
  }

  @Override
  public void send(byte[] message) throws IOException {
    server.note(server.endpoint(), client, NameServer.DISSECTOR.describe(message), "sent, TCP");
    write(
        ByteBuffer.allocate(LENGTH_BYTES + message.length)
            .putShort((short) message.length)
            .put(message)
            .array());
  }

  @Override
  public void sendLater(byte[] message, int millis) {
    server.later(millis, () -> send(message));
  }

  @Override
  public void sendFrom(InetAddress address, int port, byte[] message) {
    throw new IllegalStateException("a connection has only one source address");
  }

  @Override
  public void sendRaw(byte[] bytes) throws IOException {
    server.note(server.endpoint(), client, bytes.length + " bytes", "sent, TCP");
    write(bytes);
  }

  @Override
  public void endConnection(boolean reset) throws IOException {
    server.note(server.endpoint(), client, reset ? "reset" : "end", "sent, TCP");
    connection.setSoLinger(reset, 0);
    connection.close();
  }

  @Override
  public void close() {
    server.note(server.endpoint(), client, "connection", "closed");
  }

  private void write(byte[] bytes) throws IOException {
    connection.getOutputStream().write(bytes);
    connection.getOutputStream().flush();
  }
}
