package firsthop.grader.network;

/** Which way a datagram goes through a relay. */
public enum Direction {
  TO_SERVER,
  TO_CLIENT
}
