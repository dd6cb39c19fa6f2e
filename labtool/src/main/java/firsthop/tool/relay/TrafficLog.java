package firsthop.tool.relay;

import firsthop.tool.pcapng.MadePackets;
import firsthop.tool.pcapng.PcapngFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Draws what passes a relay, one line for each, and writes it to a capture file as well. */
final class TrafficLog implements Closeable {
  static final String MADE =
      "Written by a relay of ./lab trace. It sees what passes, but no headers: those of IP, UDP and"
          + " TCP are made, with right checksums. Sequence numbers begin with 0.";
  static final String LINE = "%9.3f s  client %5d %s server %-5d  %s%s";

  private final PrintStream out;
  private final @Nullable PcapngFile capture;
  private long start;
  private boolean hasStarted;

  /**
   * Creates a log.
   *
   * @param file the capture file, which is replaced; null for none
   */
  TrafficLog(PrintStream out, @Nullable Path file) throws IOException {
    this.out = out;
    this.capture = file == null ? null : new PcapngFile(file, MADE);
  }

  /** Draws one line. The time counts from the first line. */
  synchronized void draw(Endpoints ends, boolean toServer, String what, String outcome) {
    if (!hasStarted) {
      hasStarted = true;
      start = System.nanoTime();
    }
    draw((System.nanoTime() - start) / 1e9, ends, toServer, what, outcome);
  }

  /** Draws one line at a time that the caller knows. */
  synchronized void draw(
      double seconds, Endpoints ends, boolean toServer, String what, String outcome) {
    String arrow = toServer ? "--->" : "<---";
    if (outcome.startsWith("lost")) {
      arrow = toServer ? "-x  " : "  x-";
    }
    String said = outcome.isEmpty() ? "" : "   (" + outcome + ")";
    out.println(
        String.format(
            Locale.ROOT,
            LINE,
            seconds,
            ends.client().getPort(),
            arrow,
            ends.serverPort(),
            what,
            said));
  }

  /** Writes a datagram to the capture file, as the client sees it. */
  void capture(Endpoints ends, boolean toServer, byte[] data, String outcome) {
    InetSocketAddress from = toServer ? ends.client() : ends.front();
    InetSocketAddress to = toServer ? ends.front() : ends.client();
    capture(Instant.now(), MadePackets.udp(from, to, data), outcome);
  }

  /** Writes a packet to the capture file, if there is one. */
  void capture(Instant when, byte[] packet, String comment) {
    if (capture == null) {
      return;
    }
    try {
      capture.add(when, packet, comment);
    } catch (IOException e) {
      out.println("the capture file could not be written: " + e.getMessage());
    }
  }

  boolean isCapturing() {
    return capture != null;
  }

  @Override
  public void close() throws IOException {
    if (capture != null) {
      capture.close();
    }
  }

  /**
   * The ends of a line.
   *
   * @param front the address of the relay that the client speaks to
   * @param serverPort the port of the server behind it
   */
  record Endpoints(InetSocketAddress client, InetSocketAddress front, int serverPort) {}
}
