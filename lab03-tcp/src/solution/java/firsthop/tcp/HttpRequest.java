package firsthop.tcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request without its body, as {@link MyWebServer} needs it.
 *
 * @param method the method, such as {@code GET}, in the case in which it came
 * @param path the path, without host and query
 * @param bodyLength the number of bytes of the body, which follow on the stream
 * @param last whether this is the last request on its connection
 */
record HttpRequest(String method, String path, long bodyLength, boolean last) {
  /** The limit for the request line and the field lines together, with their line ends. */
  private static final int MAX_HEAD_BYTES = 8 << 10;

  /** A token (RFC 9110 §5.6.2). */
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

  private static final Pattern REQUEST_LINE =
      Pattern.compile("(" + TOKEN + ") ([^ ]+) HTTP/([0-9])\\.([0-9])");

  private static final Pattern FIELD = Pattern.compile("(" + TOKEN + "):[ \t]*(.*?)[ \t]*");

  /** A number that surely fits into a {@code long}. */
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  /** The scheme and the host of a target in absolute form (RFC 9112 §3.2.2). */
  private static final Pattern ORIGIN = Pattern.compile("(?i)^http://[^/?]*");

  /** Refuses a request with a status. The request is the last one on its connection. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final HttpStatus status;

    RefusedException(HttpStatus status, String message) {
      super(message);
      this.status = status;
    }

    HttpStatus status() {
      return status;
    }
  }

  private record Field(String name, String value) {}

  /**
   * Reads the next request up to its empty line. The body stays on the stream.
   *
   * @return the request, or null if the stream ends before the request is complete
   */
  static @Nullable HttpRequest read(InputStream in) throws IOException, RefusedException {
    List<String> head = readHead(in);
    return head.isEmpty() ? null : parse(head);
  }

  /** Reads lines up to the empty line. Returns no line if the stream ends before it. */
  private static List<String> readHead(InputStream in) throws IOException, RefusedException {
    List<String> lines = new ArrayList<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int count = 1; count <= MAX_HEAD_BYTES; count++) {
      int next = in.read();
      if (next < 0) {
        return List.of();
      }
      if (next != '\n') {
        line.write(next);
        continue;
      }
      String text = line.toString(StandardCharsets.ISO_8859_1); // one character per byte
      line.reset();
      String withoutReturn = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      if (!withoutReturn.isEmpty()) {
        lines.add(withoutReturn);
      } else if (!lines.isEmpty()) { // skips empty lines before a request, RFC 9112 §2.2
        return lines;
      }
    }
    throw new RefusedException(
        HttpStatus.FIELDS_TOO_LARGE, "no empty line in the first " + MAX_HEAD_BYTES + " bytes");
  }

  private static HttpRequest parse(List<String> head) throws RefusedException {
    Matcher line = REQUEST_LINE.matcher(head.get(0));
    if (!line.matches()) {
      throw bad("the request line has to be a method, a target and a version");
    }
    if (!line.group(3).equals("1")) {
      throw new RefusedException(HttpStatus.VERSION_NOT_SUPPORTED, "HTTP/1.1 is spoken here");
    }
    boolean isOld = line.group(4).equals("0");
    List<Field> fields = new ArrayList<>();
    for (String text : head.subList(1, head.size())) {
      Matcher field = FIELD.matcher(text);
      if (!field.matches()) {
        throw bad("a field line has to be a name, a colon and a value");
      }
      fields.add(new Field(field.group(1).toLowerCase(Locale.ROOT), field.group(2)));
    }
    int hosts = values(fields, "host").size();
    if (hosts > 1 || hosts == 0 && !isOld) {
      throw bad("a request has to have one Host, not " + hosts);
    }
    boolean hasCoding = !values(fields, "transfer-encoding").isEmpty();
    return new HttpRequest(
        line.group(1),
        path(line.group(2)),
        bodyLength(fields),
        isOld || hasCoding || wantsClose(fields));
  }

  private static String path(String target) {
    String local = ORIGIN.matcher(target).replaceFirst("");
    int query = local.indexOf('?');
    String path = query < 0 ? local : local.substring(0, query);
    return path.isEmpty() ? "/" : path;
  }

  private static long bodyLength(List<Field> fields) throws RefusedException {
    List<String> lengths = values(fields, "content-length").stream().distinct().toList();
    if (lengths.size() > 1 || !lengths.stream().allMatch(LENGTH.asMatchPredicate())) {
      throw bad("Content-Length has to be one number");
    }
    return lengths.isEmpty() ? 0 : Long.parseLong(lengths.get(0));
  }

  private static boolean wantsClose(List<Field> fields) {
    return values(fields, "connection").stream()
        .flatMap(value -> Pattern.compile(",").splitAsStream(value))
        .anyMatch(word -> word.strip().equalsIgnoreCase("close"));
  }

  private static List<String> values(List<Field> fields, String name) {
    return fields.stream().filter(field -> field.name.equals(name)).map(Field::value).toList();
  }

  private static RefusedException bad(String message) {
    return new RefusedException(HttpStatus.BAD_REQUEST, message);
  }
}
