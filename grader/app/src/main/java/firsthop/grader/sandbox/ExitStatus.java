package firsthop.grader.sandbox;

/** Describes how a candidate's process ended. */
public final class ExitStatus {
  /** The process was ended by the grader. */
  public static final String ENDED = "ended by the grader";

  /** The exit status of {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final int OUT_OF_MEMORY = 3;

  private static final int SIGNAL = 128;
  private static final int KILLED = SIGNAL + 9;
  private static final int ABORTED = SIGNAL + 6;

  private ExitStatus() {}

  /** Returns the description of the exit status of a process that ended by itself. */
  public static String describe(int status) {
    return switch (status) {
      case OUT_OF_MEMORY -> "exit status 3: out of memory, or System.exit(3)";
      case KILLED -> "killed, probably because it used too much memory";
      case ABORTED -> "the JVM crashed";
      default -> "exit status " + status;
    };
  }
}
