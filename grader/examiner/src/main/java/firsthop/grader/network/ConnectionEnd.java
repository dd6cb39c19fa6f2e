package firsthop.grader.network;

/** How the other side of a connection ends what it has to say. */
public enum ConnectionEnd {
  /** In good order: all that was sent has come, and nothing follows. */
  FIN,

  /** By a reset: the connection is gone, and what was on its way may be lost. */
  RST
}
