package firsthop.dns;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a URL.
 *
 * @param host the host, a name or an IPv4 address
 * @param port the port, 1 to 65535
 * @param target the path and the query, as they stand in the request line
 */
record WebUrl(String host, int port, String target) {
  private static final int HTTP_PORT = 80;
  private static final int MAX_PORT = 65_535;

  private static final Pattern SHAPE =
      Pattern.compile(
          "http://(?<host>[A-Za-z0-9._-]+)(:(?<port>\\d{1,5}))?"
              + "(?<path>/[\\x21-\\x7E&&[^?#]]*)?(?<query>\\?[\\x21-\\x7E&&[^#]]*)?",
          Pattern.CASE_INSENSITIVE);

  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

  static WebUrl parse(String url) {
    Matcher shape = SHAPE.matcher(url);
    if (!shape.matches()) {
      throw new IllegalArgumentException("not http://host[:port]/path?query: " + url);
    }
    int port = Optional.ofNullable(shape.group("port")).map(Integer::parseInt).orElse(HTTP_PORT);
    if (port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException("no port to connect to: " + port);
    }
    String path = Optional.ofNullable(shape.group("path")).orElse("/");
    String query = Optional.ofNullable(shape.group("query")).orElse("");
    return new WebUrl(shape.group("host"), port, path + query);
  }

  boolean hasAddress() {
    return IPV4.matcher(host).matches();
  }

  /** Returns the value of the Host field (RFC 9110 §7.2). */
  String authority() {
    return port == HTTP_PORT ? host : host + ":" + port;
  }
}
