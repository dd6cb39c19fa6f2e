package firsthop.tcp;

/** The state of one end of a connection (RFC 9293 §3.3.2). */
public enum TcpState {
  /** There is no connection. */
  CLOSED,

  /** A server waits for a client's SYN. */
  LISTEN,

  /** We have sent a SYN and wait for the peer's SYN. */
  SYN_SENT,

  /** Both sides have sent a SYN. We wait for the acknowledgement of ours. */
  SYN_RECEIVED,

  /** The connection is open, and data flows in both directions. */
  ESTABLISHED,

  /** We have sent a FIN. We have neither an acknowledgement of it nor the peer's FIN. */
  FIN_WAIT_1,

  /** Our FIN is acknowledged. The peer may still send, and we wait for its FIN. */
  FIN_WAIT_2,

  /** The peer has sent a FIN. We may still send, because our program has not closed yet. */
  CLOSE_WAIT,

  /** The two FINs have crossed: we have the peer's FIN, but no acknowledgement of ours. */
  CLOSING,

  /** The peer closed first, and then we closed. We wait for the acknowledgement of our FIN. */
  LAST_ACK,

  /** Both streams have ended. We wait for a while, in case the peer has missed our last ACK. */
  TIME_WAIT
}
