package firsthop.grader.doctor;

/** The reason why no Docker engine can be used. */
public enum EngineTrouble {
  /** There is no Docker on this machine. */
  NOT_INSTALLED("not installed"),
  /** Docker is installed, but no engine runs. */
  NOT_RUNNING("installed, but no engine is running"),
  /** An engine runs, but this user has no permission to use it. */
  NO_PERMISSION("running, but this user may not use it"),
  /** An engine accepts connections but does not answer. */
  NO_ANSWER("does not answer"),
  /** Testcontainers would use another engine that it finds. */
  NAMED_ONE("not the one that DOCKER_HOST names; that one does not answer"),
  /** In a container without the launcher, Testcontainers would search for a gateway for minutes. */
  WITHOUT_LAUNCHER("not asked, because this runs in a container without the launcher");

  private final String text;

  EngineTrouble(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
