package firsthop.tool.explain;

/** The octets end inside a field, or what they say leads nowhere. The message says where. */
final class CutOffException extends Exception {
  private static final long serialVersionUID = 1L;

  CutOffException(String message) {
    super(message);
  }
}
