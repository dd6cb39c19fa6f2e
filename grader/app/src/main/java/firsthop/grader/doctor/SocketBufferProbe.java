package firsthop.grader.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Looks how large a socket's receive buffer may grow: that memory is the kernel's, and no
 * container's limit counts it. TCP is limited for each bench; for UDP only the host can.
 */
public final class SocketBufferProbe implements Probe {
  /** What Linux had for decades: 1,024 open sockets then hold at most 0.4 GB. */
  private static final long MODEST_BYTES = 212_992;

  private static final int MAX_DIGITS = 32;

  private final Path setting;

  /** Prepares to look at this host. */
  public SocketBufferProbe() {
    this(Path.of("/proc/sys/net/core/rmem_max"));
  }

  SocketBufferProbe(Path setting) {
    this.setting = setting;
  }

  @Override
  public String what() {
    return "Socket buffers";
  }

  @Override
  public List<Finding> look() {
    long bytes;
    // The kernel gives a setting in one piece: whoever asks for a byte first gets no more than it,
    // and so does Files.readString of a file that says its size is 0.
    byte[] text = new byte[MAX_DIGITS];
    try (InputStream in = Files.newInputStream(setting)) {
      int length = Math.max(0, in.read(text));
      bytes = Long.parseLong(new String(text, 0, length, StandardCharsets.US_ASCII).strip());
    } catch (IOException | NumberFormatException notLinux) {
      return List.of();
    }
    String found = "net.core.rmem_max is %d bytes".formatted(bytes);
    return List.of(
        bytes <= MODEST_BYTES
            ? Finding.good(what(), found)
            : new Finding(
                what(),
                true,
                found + "; a hostile submission can hold gigabytes of the kernel's memory",
                "sysctl -w net.core.rmem_max=%d   (before grading strangers)"
                    .formatted(MODEST_BYTES)));
  }
}
