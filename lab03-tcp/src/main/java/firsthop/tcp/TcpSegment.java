package firsthop.tcp;

/** A segment that we send, named after the flags in its header that matter here. */
public enum TcpSegment {
  /** The request for a connection. */
  SYN,

  /** Our SYN, which also acknowledges the peer's SYN. */
  SYN_ACK,

  /** An acknowledgement and nothing else. */
  ACK,

  /** The end of our stream. On the wire it also has the ACK flag, like all later segments. */
  FIN,

  /** The answer to a segment that belongs to no connection. */
  RST
}
