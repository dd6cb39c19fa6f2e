package firsthop.grader.examiner.vault;

/** Cannot be made of a message, so the nearest type above it has to do. */
public class AlarmException extends VaultException {
  private static final long serialVersionUID = 1L;

  public AlarmException(int level) {
    super("level " + level);
  }
}
