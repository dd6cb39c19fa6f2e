package firsthop.tcp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A response, as {@link MyWebServer} gives it.
 *
 * @param type the value of Content-Type
 * @param body what stands in the response, or would stand in it were it not one to HEAD
 */
record HttpResponse(HttpStatus status, String type, byte[] body) {
  static final String HTML = "text/html; charset=utf-8";
  static final String TEXT = "text/plain; charset=utf-8";
  static final String BYTES = "application/octet-stream";

  /** Makes one that tells a person what became of the request. */
  static HttpResponse of(HttpStatus status, String words) {
    String text = status + ": " + words + "\n";
    return new HttpResponse(status, TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Sends it.
   *
   * @param withBody whether the body follows; its length is told in any case
   * @param last whether the connection ends with it
   */
  void write(OutputStream out, boolean withBody, boolean last) throws IOException {
    String head =
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + body.length // in bytes, and not in characters
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
