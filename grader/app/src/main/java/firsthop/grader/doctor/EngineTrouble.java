package firsthop.grader.doctor;

/** Why no Docker engine can be used. */
public enum EngineTrouble {
  /** There is no Docker on this machine. */
  NOT_INSTALLED("not installed"),
  /** Docker is on this machine, and no engine listens. */
  NOT_RUNNING("installed, but no engine is running"),
  /** An engine listens, and this user may not speak to it. */
  NO_PERMISSION("running, but this user may not use it"),
  /** An engine listens and says nothing. */
  MUTE("does not answer"),
  /** Testcontainers, in a container, would first try for minutes to find its gateway. */
  WITHOUT_LAUNCHER("not asked, because this runs in a container without the launcher");

  private final String text;

  EngineTrouble(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
