package firsthop.grader.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks the maximum size of a socket's receive buffer. This memory belongs to the kernel, so no
 * container's limit includes it. Each bench limits it for TCP; for UDP only the host can.
 */
public final class SocketBufferProbe implements Probe {
  /** The default of Linux. With it, 1,024 open sockets use at most 0.4 GB. */
  private static final long MODEST_BYTES = 212_992;

  private static final int MAX_DIGITS = 32;

  private final Path setting;

  /** Creates a probe of this host. */
  public SocketBufferProbe() {
    this(Path.of("/proc/sys/net/core/rmem_max"));
  }

  SocketBufferProbe(Path setting) {
    this.setting = setting;
  }

  @Override
  public String name() {
    return "Socket buffers";
  }

  @Override
  public List<Finding> check() {
    long bytes;
    // Read it in one call: the kernel returns a setting only to the first read of the file, and
    // Files.readString first reads a single byte, because the size of the file is 0.
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
            ? Finding.good(name(), found)
            : new Finding(
                name(),
                true,
                found + "; a hostile submission can use gigabytes of kernel memory",
                "sysctl -w net.core.rmem_max=%d   (before you grade untrusted code)"
                    .formatted(MODEST_BYTES)));
  }
}
