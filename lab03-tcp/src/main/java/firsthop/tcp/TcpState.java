package firsthop.tcp;

/** Where one end of a connection stands (RFC 9293 §3.3.2). */
public enum TcpState {
  /** There is no connection. */
  CLOSED,

  /** A server waits for a client's SYN. */
  LISTEN,

  /** We have sent a SYN and wait for the peer's. */
  SYN_SENT,

  /** Both SYNs are out; we wait for the acknowledgement of ours. */
  SYN_RECEIVED,

  /** The connection stands: data flows both ways. */
  ESTABLISHED,

  /** We have sent a FIN and have no acknowledgement of it, nor the peer's FIN. */
  FIN_WAIT_1,

  /** Our FIN is acknowledged; the peer may still send, and we wait for its FIN. */
  FIN_WAIT_2,

  /** The peer has sent a FIN; we may still send, and our program has not closed yet. */
  CLOSE_WAIT,

  /** The FINs have crossed: we have the peer's, but no acknowledgement of ours. */
  CLOSING,

  /** The peer closed first, we have closed too, and wait for the acknowledgement of our FIN. */
  LAST_ACK,

  /** All is said; we stay for a while, in case the peer has missed our last ACK. */
  TIME_WAIT
}
