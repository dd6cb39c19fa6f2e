package firsthop.dns;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

/** Asks a question over a new TCP connection: RFC 1035 §4.2.2, RFC 7766 §8. */
final class DnsOverTcp {
  private static final int LENGTH_BYTES = 2;

  private DnsOverTcp() {}

  static DnsMessage ask(
      String server, int port, String name, int type, boolean recursionDesired, int timeoutMillis)
      throws IOException {
    Query query = Query.fresh(name, type, recursionDesired);
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName(server), port), timeoutMillis);
      // Length and message in one write: two writes would often become two segments.
      byte[] bytes = query.bytes();
      socket
          .getOutputStream()
          .write(
              ByteBuffer.allocate(LENGTH_BYTES + bytes.length)
                  .putShort((short) bytes.length)
                  .put(bytes)
                  .array());
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
      byte[] length = read(socket, LENGTH_BYTES, deadline);
      byte[] message = read(socket, (length[0] & 0xFF) << Byte.SIZE | length[1] & 0xFF, deadline);
      DnsMessage answer = new MyMessageDecoder().decode(message);
      if (!query.isAnsweredBy(answer)) {
        throw new IOException(server + " answered another question over TCP");
      }
      return answer;
    }
  }

  /** Reads exactly so many bytes, in any number of pieces, with one deadline for all of them. */
  private static byte[] read(Socket socket, int count, long deadline) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] bytes = new byte[count];
    int have = 0;
    while (have < count) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime() + 999_999);
      if (left < 1) {
        throw new SocketTimeoutException("only %d of %d bytes came in time".formatted(have, count));
      }
      socket.setSoTimeout((int) left);
      int more = in.read(bytes, have, count - have);
      if (more < 0) {
        throw new EOFException("the connection ended after %d of %d bytes".formatted(have, count));
      }
      have += more;
    }
    return bytes;
  }
}
