package firsthop.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Connects the parts: a {@link Descent} for the name, a socket for the connection, and an {@link
 * HttpResponse} for the page.
 *
 * <p>It reads the response to its end before it closes the socket. If a socket is closed while it
 * holds unread bytes, the system sends a reset to the server instead of a FIN.
 */
public final class MyConnectionWalk implements ConnectionWalk {
  private static final int A = 1;

  /** Creates the object. */
  public MyConnectionWalk() {}

  @Override
  public WalkReport walk(String url, List<String> rootServers, int dnsPort, int timeoutMillis)
      throws IOException {
    WebUrl parsed = WebUrl.parse(url);
    Descent descent = new Descent(rootServers, dnsPort, timeoutMillis);
    List<String> addresses =
        parsed.hasAddress()
            ? List.of(parsed.host())
            : descent.resolve(parsed.host(), A).stream().map(DnsRecord::data).toList();
    if (addresses.isEmpty()) {
      throw new NameNotFoundException(parsed.host() + " has no address");
    }
    IOException last = new IOException("no address was tried");
    for (String address : addresses) {
      Attempt attempt = new Attempt(parsed, address, timeoutMillis);
      try {
        return attempt.fetch(descent.asked(), addresses);
      } catch (IOException failed) {
        if (attempt.answered) {
          throw failed;
        }
        last = failed;
      }
    }
    throw last;
  }

  /** An attempt to get the page from one address. */
  private static final class Attempt {
    private final WebUrl url;
    private final String address;
    private final int timeoutMillis;

    /** Whether a status line has come; then no other address is tried. */
    private boolean answered;

    Attempt(WebUrl url, String address, int timeoutMillis) {
      this.url = url;
      this.address = address;
      this.timeoutMillis = timeoutMillis;
    }

    WalkReport fetch(List<String> asked, List<String> addresses) throws IOException {
      try (Socket socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(InetAddress.getByName(address), url.port()), timeoutMillis);
        socket.setSoTimeout(timeoutMillis);
        socket.getOutputStream().write(request().getBytes(StandardCharsets.US_ASCII));
        HttpResponse response = new HttpResponse(socket.getInputStream());
        int status = response.status();
        answered = true;
        return new WalkReport(
            asked,
            addresses,
            text(socket.getLocalSocketAddress()),
            text(socket.getRemoteSocketAddress()),
            status,
            response.body());
      }
    }

    private String request() {
      return """
      GET %s HTTP/1.1\r
      Host: %s\r
      Connection: close\r
      \r
      """
          .formatted(url.target(), url.authority());
    }

    private static String text(SocketAddress endpoint) {
      InetSocketAddress known = (InetSocketAddress) endpoint;
      return known.getAddress().getHostAddress() + ":" + known.getPort();
    }
  }
}
