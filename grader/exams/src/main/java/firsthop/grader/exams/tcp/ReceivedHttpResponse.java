package firsthop.grader.exams.tcp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A response that a test has received, parsed strictly by RFC 9112. A wrong response is an {@link
 * AssertionError} that says what was asked, what was expected, and what came.
 */
final class ReceivedHttpResponse {
  /** The end of the status line and the fields. */
  static final String HEAD_END = "\r\n\r\n";

  /** More than the length of the longest body that a test asks for. */
  static final int MOST_BODY = 6 << 20;

  private static final int SHOWN = 80;
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})( .*)?");
  private static final Pattern FIELD =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\r\n]*?)[ \t]*");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");

  private final String asked;
  private final String statusLine;
  private final int status;
  private final Map<String, List<String>> fields = new TreeMap<>();
  private byte[] body = {};

  /**
   * Parses the status line and the fields.
   *
   * @param asked the request, as failures show it
   * @param head the bytes that came, up to and with the empty line
   */
  ReceivedHttpResponse(String asked, byte[] head) {
    this.asked = asked;
    String text = new String(head, ISO_8859_1);
    List<String> lines =
        List.of(text.substring(0, text.length() - HEAD_END.length()).split("\r\n"));
    this.statusLine = lines.get(0);
    Matcher status = STATUS_LINE.matcher(statusLine);
    if (!status.matches()) {
      throw failure("a status line such as \"HTTP/1.1 200 OK\"", "\"" + shown(statusLine) + "\"");
    }
    this.status = Integer.parseInt(status.group(1));
    for (String line : lines.subList(1, lines.size())) {
      Matcher field = FIELD.matcher(line);
      if (!field.matches()) {
        throw failure("a field line: a name, a colon and a value", "\"" + shown(line) + "\"");
      }
      fields
          .computeIfAbsent(field.group(1).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(field.group(2));
    }
  }

  /** Adds the body; fails if its length is not the {@code Content-Length}. */
  ReceivedHttpResponse withBody(byte[] bytes) {
    OptionalInt length = contentLength();
    if (length.isPresent() && length.getAsInt() != bytes.length) {
      throw failure(
          "a body of " + length.getAsInt() + " bytes, as its Content-Length says",
          bytes.length + " bytes before FIN");
    }
    body = bytes;
    return this;
  }

  /** Returns the {@code Content-Length}, if there is one. */
  OptionalInt contentLength() {
    List<String> lengths = all("content-length");
    if (lengths.isEmpty()) {
      return OptionalInt.empty();
    }
    String length = lengths.get(0);
    if (lengths.size() > 1 || !LENGTH.matcher(length).matches()) {
      throw failure("one Content-Length that is a number", String.join(", ", lengths));
    }
    return OptionalInt.of(Integer.parseInt(length));
  }

  /** Returns the {@code Content-Length}; fails if there is none or if it is too large. */
  int bodyLength() {
    int length = contentLength().orElseThrow(() -> failure("a field Content-Length", "none"));
    if (length > MOST_BODY) {
      throw failure("a Content-Length of at most " + MOST_BODY, Integer.toString(length));
    }
    return length;
  }

  /** Fails unless the status is this one. */
  ReceivedHttpResponse hasStatus(int expected) {
    if (status != expected) {
      throw failure("status " + expected, "\"" + shown(statusLine) + "\"");
    }
    return this;
  }

  /** Fails unless the status is 400 or above. */
  void isError() {
    if (status < 400) {
      throw failure("a status of 400 or above", "\"" + shown(statusLine) + "\"");
    }
  }

  /** Fails unless the response is in HTTP/1.1. */
  ReceivedHttpResponse isHttp11() {
    if (!statusLine.startsWith("HTTP/1.1 ")) {
      throw failure("a status line that begins with HTTP/1.1", "\"" + shown(statusLine) + "\"");
    }
    return this;
  }

  /** Fails unless the status is 200 and the body is this page. */
  ReceivedHttpResponse hasPage(byte[] page) {
    hasStatus(200);
    if (bodyLength() != page.length) {
      throw failure("Content-Length " + page.length, Integer.toString(bodyLength()));
    }
    int differs = Arrays.mismatch(page, body);
    if (differs >= 0) {
      throw failure(
          "the page, " + FramedStream.describe(page),
          FramedStream.describe(body) + ", which differ from index " + differs + " on");
    }
    return this;
  }

  /** Fails unless the status is 200 and the fields describe this page, without its body. */
  ReceivedHttpResponse announcesPage(byte[] page) {
    hasStatus(200);
    if (bodyLength() != page.length) {
      throw failure("Content-Length " + page.length, Integer.toString(bodyLength()));
    }
    return this;
  }

  /** Fails unless the {@code Content-Type} is this; case and spaces do not count. */
  ReceivedHttpResponse hasType(String expected) {
    String type = String.join(", ", all("content-type"));
    if (!type.replace(" ", "").equalsIgnoreCase(expected.replace(" ", ""))) {
      throw failure("Content-Type: " + expected, type.isEmpty() ? "none" : shown(type));
    }
    return this;
  }

  /** Fails unless the status is 405 and the field Allow has exactly these methods. */
  ReceivedHttpResponse allowsOnly(String... methods) {
    hasStatus(405);
    Set<String> allowed = new TreeSet<>();
    for (String list : all("allow")) {
      for (String method : list.split(",")) {
        allowed.add(method.strip());
      }
    }
    if (!allowed.equals(Set.of(methods))) {
      throw failure("Allow: " + String.join(", ", methods), shown(String.join(", ", all("allow"))));
    }
    return this;
  }

  private List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  private AssertionError failure(String expected, String got) {
    return new AssertionError(
        "asked \"%s\": expected %s, got %s"
            .formatted(asked, expected, got.isEmpty() ? "none" : got));
  }

  private static String shown(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
