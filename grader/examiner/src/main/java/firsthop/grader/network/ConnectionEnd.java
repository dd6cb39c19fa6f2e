package firsthop.grader.network;

/** The way in which one side ends a connection. */
public enum ConnectionEnd {
  /** An orderly end: all bytes that were sent have arrived, and no more follow. */
  FIN,

  /** A reset: the connection is gone, and bytes on the way may be lost. */
  RST
}
