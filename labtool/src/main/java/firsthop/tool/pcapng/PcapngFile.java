package firsthop.tool.pcapng;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A capture file that Wireshark reads: pcapng, as draft-ietf-opsawg-pcapng describes it. It has one
 * section and one interface, whose packets begin with an IP header. Any thread may add packets.
 */
public final class PcapngFile implements Closeable {
  static final int SECTION_HEADER = 0x0A0D0D0A;
  static final int INTERFACE_DESCRIPTION = 1;
  static final int ENHANCED_PACKET = 6;
  static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
  static final int LINKTYPE_RAW = 101;
  static final int COMMENT = 1;

  private static final int INTERFACE_NAME = 2;
  private static final int TIME_RESOLUTION = 9;
  private static final int USER_APPLICATION = 4;
  private static final byte NANOSECONDS = 9;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final OutputStream out;

  /**
   * Creates a file, or replaces it.
   *
   * @param comment what a reader has to know about the whole file
   */
  public PcapngFile(Path file, String comment) throws IOException {
    out = new BufferedOutputStream(Files.newOutputStream(file));
    out.write(
        new BlockWriter()
            .u32(BYTE_ORDER_MAGIC)
            .u16(1)
            .u16(0)
            .u64(-1) // the length of the section is not said
            .option(COMMENT, comment)
            .option(USER_APPLICATION, "firsthop ./lab trace")
            .endOfOptions()
            .block(SECTION_HEADER));
    out.write(
        new BlockWriter()
            .u16(LINKTYPE_RAW)
            .u16(0)
            .u32(0) // packets are not cut
            .option(INTERFACE_NAME, "relay")
            .option(TIME_RESOLUTION, NANOSECONDS)
            .endOfOptions()
            .block(INTERFACE_DESCRIPTION));
  }

  /**
   * Adds a packet.
   *
   * @param packet an IPv4 or IPv6 packet
   * @param comment what happened to it; empty for none
   */
  public synchronized void add(Instant when, byte[] packet, String comment) throws IOException {
    long nanos = when.getEpochSecond() * NANOS_PER_SECOND + when.getNano();
    BlockWriter block =
        new BlockWriter()
            .u32(0) // the first interface
            .u32((int) (nanos >>> 32))
            .u32((int) nanos)
            .u32(packet.length)
            .u32(packet.length)
            .padded(packet);
    if (!comment.isEmpty()) {
      block.option(COMMENT, comment).endOfOptions();
    }
    out.write(block.block(ENHANCED_PACKET));
    out.flush();
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
