package firsthop.grader.sandbox;

/** A part of firsthop that the build produces is missing. The message is one line. */
public final class NotBuiltException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotBuiltException(String part) {
    super(part + " is not built: run ./firsthop, or mvn package");
  }
}
