package firsthop.tool.pcapng;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.tool.Tshark;
import firsthop.tool.explain.ProtocolKind;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcapngFileTest {
  private static final InetSocketAddress CLIENT = new InetSocketAddress("127.0.0.1", 50_000);
  private static final InetSocketAddress SERVER = new InetSocketAddress("127.0.0.2", 69);
  private static final InetSocketAddress CLIENT_6 = new InetSocketAddress("::1", 50_000);
  private static final InetSocketAddress SERVER_6 = new InetSocketAddress("::1", 7);
  private static final Instant WHEN = Instant.parse("2026-03-04T05:06:07.123456789Z");

  @TempDir Path folder;
  private Path file;
  private List<byte[]> packets;

  @BeforeEach
  void write() throws Exception {
    file = folder.resolve("trace.pcapng");
    packets =
        List.of(
            MadePackets.udp(CLIENT, SERVER, new byte[] {0, 4, 0, 2}),
            MadePackets.tcp(CLIENT, SERVER, 0, 0, 0x02, new byte[0]),
            MadePackets.tcp(SERVER, CLIENT, 0, 1, 0x12, new byte[0]),
            MadePackets.tcp(CLIENT, SERVER, 1, 1, 0x18, "odd".getBytes(UTF_8)),
            MadePackets.udp(CLIENT_6, SERVER_6, "abc".getBytes(UTF_8)),
            MadePackets.tcp(CLIENT_6, SERVER_6, 7, 0, 0x02, new byte[0]));
    try (PcapngFile capture = new PcapngFile(file, "headers are made")) {
      for (byte[] packet : packets) {
        capture.add(WHEN, packet, "lost");
      }
    }
  }

  @Test
  void each_block_says_its_length_twice_and_the_packets_come_back() throws Exception {
    ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<byte[]> read = new ArrayList<>();
    List<Integer> types = new ArrayList<>();
    while (all.hasRemaining()) {
      int start = all.position();
      types.add(all.getInt());
      int length = all.getInt();
      assertThat(length).isPositive().matches(n -> n % 4 == 0);
      assertThat(all.getInt(start + length - 4)).isEqualTo(length);
      if (types.get(types.size() - 1) == PcapngFile.ENHANCED_PACKET) {
        long nanos =
            (all.getInt(start + 12) & 0xFFFFFFFFL) << 32 | all.getInt(start + 16) & 0xFFFFFFFFL;
        assertThat(Instant.ofEpochSecond(0, nanos)).isEqualTo(WHEN);
        byte[] packet = new byte[all.getInt(start + 20)];
        all.get(start + 28, packet);
        read.add(packet);
      }
      all.position(start + length);
    }
    assertThat(types).startsWith(PcapngFile.SECTION_HEADER, PcapngFile.INTERFACE_DESCRIPTION);
    assertThat(read).containsExactlyElementsOf(packets);
  }

  @Test
  void explain_finds_every_checksum_right() {
    assertThat(packets.subList(0, 4))
        .allSatisfy(packet -> assertThat(ProtocolKind.IPV4.explain(packet).problems()).isEmpty());
    assertThat(packets.subList(4, 6))
        .allSatisfy(packet -> assertThat(ProtocolKind.IPV6.explain(packet).problems()).isEmpty());
  }

  @Test
  void tshark_reads_it_with_checksums_on_and_does_not_complain() throws Exception {
    String text = Tshark.read(file, "-V");
    assertThat(text)
        .contains("Frame Length: 32 bytes", "Opcode: Acknowledgement")
        .contains("lost", "[Checksum Status: Good]", "[Header checksum status: Good]")
        .doesNotContain("Checksum Status: Bad", "checksum status: Bad", "Malformed", "Unverified");
    assertThat(Tshark.read(file, "-T", "fields", "-e", "frame.time_epoch").lines())
        .hasSize(packets.size())
        .allMatch(time -> time.equals("1772600767.123456789"));
    assertThat(Tshark.read(file, "-T", "fields", "-e", "frame.comment").lines())
        .hasSize(packets.size())
        .allMatch(comment -> comment.equals("lost"));
  }
}
