package firsthop.tcp;

/**
 * An event at one end of a connection: a call of our own program, a segment from the peer, or the
 * end of a waiting time.
 */
public enum TcpEvent {
  /** Our program waits for a client, as {@code ServerSocket} does. */
  PASSIVE_OPEN,

  /** Our program connects to a server, as {@code new Socket(host, port)} does. */
  ACTIVE_OPEN,

  /** Our program has nothing more to send. */
  CLOSE,

  /** The peer's SYN arrives. It acknowledges nothing. */
  RECEIVE_SYN,

  /** The peer's SYN arrives, and it acknowledges our SYN. */
  RECEIVE_SYN_ACK,

  /** An acknowledgement of everything that we have sent arrives, with neither SYN nor FIN. */
  RECEIVE_ACK,

  /** The peer's FIN arrives. It does not acknowledge what we sent last. */
  RECEIVE_FIN,

  /** The peer's FIN arrives, and it acknowledges everything that we have sent. */
  RECEIVE_FIN_ACK,

  /** The peer's RST arrives: the peer knows no such connection, or it has given up. */
  RECEIVE_RST,

  /** We have been in TIME_WAIT for twice the maximum segment lifetime (2 MSL). */
  TIMEOUT_2MSL
}
