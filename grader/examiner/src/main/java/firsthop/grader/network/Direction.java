package firsthop.grader.network;

/** The direction of a datagram through a relay. */
public enum Direction {
  TO_SERVER,
  TO_CLIENT
}
