package firsthop.grader.image;

import java.util.Locale;

/**
 * The users that containers run as. Each role has its own user. None is root, and none exists on
 * the host, so that the kernel enforces their permissions.
 */
public enum ContainerUser {
  /** Runs the hidden tests. */
  EXAMINER(10_001),
  /** Runs the student's code. */
  CANDIDATE(10_002),
  /** Compiles the student's code. */
  COMPILER(10_003);

  private final int id;

  ContainerUser(int id) {
    this.id = id;
  }

  /** Returns the number of the user, which is also the number of its group. */
  public int id() {
    return id;
  }

  /** Returns the user in Docker's format, such as {@code 10002:10002}. */
  public String spec() {
    return id + ":" + id;
  }

  String login() {
    return name().toLowerCase(Locale.ROOT);
  }
}
