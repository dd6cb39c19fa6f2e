package firsthop.grader.control;

/**
 * The programs that the grader starts in a sandbox. It knows only the name of their main class, and
 * puts their jars into an image or on a class path.
 */
public enum Program {
  /** Runs beside the student's classes. */
  AGENT("firsthop.grader.agent.Agent"),
  /** Compiles the students' files. */
  COMPILER("firsthop.grader.compiler.CompilerWorker"),
  /** Runs the hidden tests. */
  EXAMINER("firsthop.grader.examiner.Examiner");

  /**
   * The environment variable that holds the agent's one-time token. The token is useless after the
   * agent has connected.
   */
  public static final String TOKEN_VARIABLE = "FIRSTHOP_TOKEN";

  private final String mainClass;

  Program(String mainClass) {
    this.mainClass = mainClass;
  }

  /** Returns the binary name of the class with the program's main method. */
  public String mainClass() {
    return mainClass;
  }
}
