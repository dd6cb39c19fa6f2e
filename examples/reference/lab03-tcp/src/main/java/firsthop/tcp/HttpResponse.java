package firsthop.tcp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A response, as {@link MyWebServer} sends it.
 *
 * @param type the value of Content-Type
 * @param body the body; the response to HEAD gives its length and leaves it out
 */
record HttpResponse(HttpStatus status, String type, byte[] body) {
  static final String HTML = "text/html; charset=utf-8";
  static final String TEXT = "text/plain; charset=utf-8";
  static final String BYTES = "application/octet-stream";

  /** Creates a response whose body is a short text for the person who sent the request. */
  static HttpResponse of(HttpStatus status, String words) {
    String text = status + ": " + words + "\n";
    return new HttpResponse(status, TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Sends the response.
   *
   * @param withBody whether the body follows; its length is sent in any case
   * @param last whether the connection ends after this response
   */
  void write(OutputStream out, boolean withBody, boolean last) throws IOException {
    String head =
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + body.length // in bytes, not in characters
            + (status == HttpStatus.METHOD_NOT_ALLOWED ? "\r\nAllow: GET, HEAD" : "")
            + (last ? "\r\nConnection: close" : "")
            + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    if (withBody) {
      out.write(body);
    }
    out.flush();
  }
}
