package firsthop.tcp;

/**
 * What may happen to one end of a connection: a call of our own program, a segment from the peer,
 * or the end of a wait.
 */
public enum TcpEvent {
  /** Our program wants to wait for a client, as {@code ServerSocket} does. */
  PASSIVE_OPEN,

  /** Our program wants a connection to a server, as {@code new Socket(host, port)} does. */
  ACTIVE_OPEN,

  /** Our program has nothing more to send. */
  CLOSE,

  /** The peer's SYN arrives, which acknowledges nothing. */
  RECEIVE_SYN,

  /** The peer's SYN arrives, and it acknowledges ours. */
  RECEIVE_SYN_ACK,

  /** An acknowledgement of all that we have sent arrives, with neither SYN nor FIN. */
  RECEIVE_ACK,

  /** The peer's FIN arrives, and it does not acknowledge what we sent last. */
  RECEIVE_FIN,

  /** The peer's FIN arrives, and it acknowledges all that we have sent. */
  RECEIVE_FIN_ACK,

  /** The peer's RST arrives: it knows of no such connection, or has given up. */
  RECEIVE_RST,

  /** We have been in TIME_WAIT for twice the longest life of a segment (2 MSL). */
  TIMEOUT_2MSL
}
