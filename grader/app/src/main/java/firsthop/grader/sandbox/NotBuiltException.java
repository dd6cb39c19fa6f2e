package firsthop.grader.sandbox;

/** A part of firsthop is missing that the build makes; the message is one line. */
public final class NotBuiltException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotBuiltException(String what) {
    super(what + " is not built: run ./firsthop, or mvn package");
  }
}
