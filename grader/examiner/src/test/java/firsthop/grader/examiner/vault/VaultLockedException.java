package firsthop.grader.examiner.vault;

/** An unchecked exception of a lab. */
public class VaultLockedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public VaultLockedException(String message) {
    super(message);
  }
}
