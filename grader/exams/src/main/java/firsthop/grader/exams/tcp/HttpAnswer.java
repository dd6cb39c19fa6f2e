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
 * A response as it came, read as RFC 9112 says and no more leniently. What is not as it should be
 * is an {@link AssertionError} that says what was asked, expected and answered.
 */
final class HttpAnswer {
  /** What ends status line and fields. */
  static final String HEAD_END = "\r\n\r\n";

  /** Length of the longest body that a test asks for, and somewhat more. */
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
   * Read status line and fields.
   *
   * @param asked how failures speak of the request
   * @param head what came, with the empty line
   */
  HttpAnswer(String asked, byte[] head) {
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
        throw failure("field lines, a name, a colon and a value", "\"" + shown(line) + "\"");
      }
      fields
          .computeIfAbsent(field.group(1).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(field.group(2));
    }
  }

  /** Take what has come behind the head as the body; fail if its length is not what was said. */
  HttpAnswer withBody(byte[] bytes) {
    OptionalInt length = contentLength();
    if (length.isPresent() && length.getAsInt() != bytes.length) {
      throw failure(
          "a body of " + length.getAsInt() + " bytes, as its Content-Length says",
          bytes.length + " bytes before FIN");
    }
    body = bytes;
    return this;
  }

  /** Return how long the body is said to be. */
  OptionalInt contentLength() {
    List<String> lengths = all("content-length");
    if (lengths.isEmpty()) {
      return OptionalInt.empty();
    }
    String length = lengths.get(0);
    if (lengths.size() > 1 || !LENGTH.matcher(length).matches()) {
      throw failure("one Content-Length, a number", String.join(", ", lengths));
    }
    return OptionalInt.of(Integer.parseInt(length));
  }

  /** Return how long the body is said to be, and fail if it is not, or is more than a test asks. */
  int bodyLength() {
    int length = contentLength().orElseThrow(() -> failure("a field Content-Length", "none"));
    if (length > MOST_BODY) {
      throw failure("a Content-Length of at most " + MOST_BODY, Integer.toString(length));
    }
    return length;
  }

  /** Fail unless the status is this one. */
  HttpAnswer is(int expected) {
    if (status != expected) {
      throw failure("status " + expected, "\"" + shown(statusLine) + "\"");
    }
    return this;
  }

  /** Fail unless the status is one of an error. */
  void isError() {
    if (status < 400) {
      throw failure("a status from 400 on", "\"" + shown(statusLine) + "\"");
    }
  }

  /** Fail unless the response is in HTTP/1.1. */
  HttpAnswer isNew() {
    if (!statusLine.startsWith("HTTP/1.1 ")) {
      throw failure("a status line that begins with HTTP/1.1", "\"" + shown(statusLine) + "\"");
    }
    return this;
  }

  /** Fail unless the status is 200 and the body this page. */
  HttpAnswer brings(byte[] page) {
    is(200);
    if (bodyLength() != page.length) {
      throw failure("Content-Length " + page.length, Integer.toString(bodyLength()));
    }
    int differs = Arrays.mismatch(page, body);
    if (differs >= 0) {
      throw failure(
          "the page, " + FedStream.describe(page),
          FedStream.describe(body) + ", which differ from index " + differs + " on");
    }
    return this;
  }

  /** Fail unless the status is 200, and the fields tell of a page that does not follow. */
  HttpAnswer tellsOf(byte[] page) {
    is(200);
    if (bodyLength() != page.length) {
      throw failure("Content-Length " + page.length, Integer.toString(bodyLength()));
    }
    return this;
  }

  /** Fail unless the type is this; case and spaces do not count. */
  HttpAnswer hasType(String expected) {
    String type = String.join(", ", all("content-type"));
    if (!type.replace(" ", "").equalsIgnoreCase(expected.replace(" ", ""))) {
      throw failure("Content-Type: " + expected, type.isEmpty() ? "none" : shown(type));
    }
    return this;
  }

  /** Fail unless the status is 405 and the field Allow has exactly these methods. */
  HttpAnswer allowsOnly(String... methods) {
    is(405);
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
