package firsthop.tool;

/** A command cannot go on. The message is one line: what was tried, what came, what to do next. */
public final class ToolException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with its one line. */
  public ToolException(String message) {
    super(message);
  }
}
