package firsthop.dns;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one HTTP/1.1 response from a stream: RFC 9112 §4 to §7. */
final class HttpResponse {
  private static final int MAX_LINE_BYTES = 16 << 10;
  private static final int MAX_FIELDS = 1_000;
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.\\d (\\d{3})( .*)?");

  private final InputStream in;

  HttpResponse(InputStream stream) {
    this.in = new BufferedInputStream(stream);
  }

  /** Reads the status line, and returns the status code. */
  int status() throws IOException {
    String line = line();
    Matcher matcher = STATUS_LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IOException("no status line: " + line);
    }
    return Integer.parseInt(matcher.group(1));
  }

  /** Reads the rest of the response, and returns the body. */
  byte[] body() throws IOException {
    Map<String, String> fields = fields();
    if (fields.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
      return chunks();
    }
    String length = fields.get("content-length");
    return length == null ? in.readAllBytes() : exactly(number(length, 10));
  }

  private Map<String, String> fields() throws IOException {
    Map<String, String> fields = new HashMap<>();
    String line = line();
    for (int count = 0; !line.isEmpty(); count++) {
      int colon = line.indexOf(':');
      if (colon < 1 || count == MAX_FIELDS) {
        throw new IOException(colon < 1 ? "no field: " + line : "a header without end");
      }
      fields.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      line = line();
    }
    return fields;
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int size = chunkSize();
    while (size > 0) {
      body.writeBytes(exactly(size));
      if (!line().isEmpty()) {
        throw new IOException("a chunk is longer than its size says");
      }
      size = chunkSize();
    }
    fields(); // the trailer section, which is usually empty
    return body.toByteArray();
  }

  /** Reads the size of a chunk; extensions after a semicolon may be ignored (RFC 9112 §7.1.1). */
  private int chunkSize() throws IOException {
    return number(line().split(";", 2)[0].strip(), 16);
  }

  private byte[] exactly(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("%d of %d bytes came".formatted(bytes.length, count));
    }
    return bytes;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    while (next != '\n') {
      if (next < 0) {
        throw new EOFException("the response ended in the middle of a line");
      }
      if (line.size() == MAX_LINE_BYTES) {
        throw new IOException("a line of more than " + MAX_LINE_BYTES + " bytes");
      }
      line.write(next);
      next = in.read();
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private static int number(String text, int radix) throws IOException {
    try {
      int number = Integer.parseInt(text, radix);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException none) {
      // The exception below reports this.
    }
    throw new IOException("no length: " + text);
  }
}
