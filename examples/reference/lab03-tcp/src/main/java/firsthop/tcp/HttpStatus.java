package firsthop.tcp;

/** The statuses that {@link MyWebServer} uses. */
enum HttpStatus {
  OK(200, "OK"),
  BAD_REQUEST(400, "Bad Request"),
  NOT_FOUND(404, "Not Found"),
  METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
  FIELDS_TOO_LARGE(431, "Request Header Fields Too Large"),
  VERSION_NOT_SUPPORTED(505, "HTTP Version Not Supported");

  private final int code;
  private final String reason;

  HttpStatus(int code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  /** Returns the number and the reason, as they stand in a status line. */
  @Override
  public String toString() {
    return code + " " + reason;
  }
}
