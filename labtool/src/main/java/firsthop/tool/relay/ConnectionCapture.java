package firsthop.tool.relay;

import firsthop.tool.pcapng.MadePackets;
import java.time.Instant;
import java.util.Arrays;

/** Makes the segments of one TCP connection for a capture file. */
final class ConnectionCapture {
  static final int FIN = 0x01;
  static final int SYN = 0x02;
  static final int RST = 0x04;
  static final int PSH = 0x08;
  static final int ACK = 0x10;

  /** What fits into an Ethernet frame. */
  private static final int SEGMENT = 1_460;

  private static final byte[] NOTHING = {};

  private final TrafficLog log;
  private final TrafficLog.Endpoints ends;
  private int clientNext;
  private int serverNext;

  ConnectionCapture(TrafficLog log, TrafficLog.Endpoints ends) {
    this.log = log;
    this.ends = ends;
  }

  /** Writes a SYN, or the SYN of the server with the ACK of both sides. */
  synchronized void syn(boolean toServer) {
    segment(toServer, toServer ? SYN : SYN | ACK, NOTHING, 1);
    if (!toServer) {
      segment(true, ACK, NOTHING, 0);
    }
  }

  /** Writes data and its acknowledgment. */
  synchronized void data(boolean toServer, byte[] data) {
    for (int at = 0; log.isCapturing() && at < data.length; at += SEGMENT) {
      byte[] part = Arrays.copyOfRange(data, at, Math.min(data.length, at + SEGMENT));
      segment(toServer, PSH | ACK, part, part.length);
      segment(!toServer, ACK, NOTHING, 0);
    }
  }

  /** Writes a FIN and its acknowledgment. */
  synchronized void fin(boolean toServer) {
    segment(toServer, FIN | ACK, NOTHING, 1);
    segment(!toServer, ACK, NOTHING, 0);
  }

  synchronized void rst(boolean toServer) {
    segment(toServer, RST | ACK, NOTHING, 0);
  }

  private void segment(boolean toServer, int flags, byte[] data, int taken) {
    int sequence = toServer ? clientNext : serverNext;
    int acknowledgment = (flags & ACK) == 0 ? 0 : toServer ? serverNext : clientNext;
    log.capture(
        Instant.now(),
        MadePackets.tcp(
            toServer ? ends.client() : ends.front(),
            toServer ? ends.front() : ends.client(),
            sequence,
            acknowledgment,
            flags,
            data),
        "");
    if (toServer) {
      clientNext += taken;
    } else {
      serverNext += taken;
    }
  }
}
