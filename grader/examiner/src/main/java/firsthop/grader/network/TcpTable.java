package firsthop.grader.network;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The TCP sockets of this host and of its candidates. Linux lists them in {@code /proc/net/tcp}
 * (proc(5)). On other systems the table is empty.
 */
public final class TcpTable {
  /** The JDK's IPv6 sockets also connect to IPv4 addresses, so both tables are needed. */
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

  private static final boolean LITTLE_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

  private static final String SYN_SENT = "02";

  private static final int LOCAL_FIELD = 1;
  private static final int REMOTE_FIELD = 2;
  private static final int STATE_FIELD = 3;
  private static final int QUEUES_FIELD = 4;
  private static final int HEXADECIMAL = 16;

  private TcpTable() {}

  /** Tells whether a socket is trying to connect to an IPv4 endpoint. */
  public static boolean isAnyConnecting(InetSocketAddress to) throws IOException {
    String remote = field(to);
    return rows().stream()
        .anyMatch(row -> row.state().equals(SYN_SENT) && row.remote().endsWith(remote));
  }

  /**
   * Tells whether the receiver of a connection between two IPv4 endpoints still has bytes that its
   * program has not read.
   */
  static boolean isAnythingUnread(InetSocketAddress from, InetSocketAddress to) throws IOException {
    String sender = field(from);
    String receiver = field(to);
    return rows().stream()
        .anyMatch(
            row ->
                row.unread() > 0
                    && row.local().endsWith(receiver)
                    && row.remote().endsWith(sender));
  }

  /** Tells whether this system lists its sockets. */
  static boolean isThere() {
    return TABLES.stream().anyMatch(Files::isReadable);
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Path table : TABLES) {
      if (Files.isReadable(table)) {
        for (String line : Files.readAllLines(table, US_ASCII)) {
          String[] fields = line.trim().split("\\s+");
          if (fields.length > QUEUES_FIELD && fields[QUEUES_FIELD].indexOf(':') > 0) {
            rows.add(Row.of(fields));
          }
        }
      }
    }
    return rows;
  }

  /** Returns an endpoint as the tables write it: the address in the machine's byte order. */
  private static String field(InetSocketAddress endpoint) {
    byte[] address = endpoint.getAddress().getAddress();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < address.length; i++) {
      int at = LITTLE_ENDIAN ? address.length - 1 - i : i;
      text.append(String.format("%02X", address[at]));
    }
    return text.append(String.format(":%04X", endpoint.getPort())).toString();
  }

  /**
   * One socket. In the IPv6 table, an IPv4 address is the end of a longer address.
   *
   * @param local its own endpoint, as the tables write it
   * @param remote the endpoint of the other side, as the tables write it
   * @param state the state, as two hexadecimal digits
   * @param unread the number of bytes that have come and that the program has not read yet
   */
  private record Row(String local, String remote, String state, long unread) {
    static Row of(String[] fields) {
      String queues = fields[QUEUES_FIELD];
      return new Row(
          fields[LOCAL_FIELD],
          fields[REMOTE_FIELD],
          fields[STATE_FIELD],
          Long.parseLong(queues.substring(queues.indexOf(':') + 1), HEXADECIMAL));
    }
  }
}
