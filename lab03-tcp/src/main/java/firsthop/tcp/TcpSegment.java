package firsthop.tcp;

/** A segment that goes out, named by the flags in its header that matter here. */
public enum TcpSegment {
  /** The request for a connection. */
  SYN,

  /** Our SYN, which acknowledges the peer's at once. */
  SYN_ACK,

  /** An acknowledgement and nothing else. */
  ACK,

  /** The end of what we send. On the wire it has the ACK flag too, as all later segments do. */
  FIN,

  /** The answer to what belongs to no connection. */
  RST
}
