package firsthop.tool.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the octets are: there is an explanation, it has an end, and it is plain text. */
class HostileOctetsTest {
  private static final String LOOPBACK = "0".repeat(31) + "1";
  private static final String[] HONEST = {
    "4500001c1c4640004011b1fbac100a63ac100a0cc000004500080000",
    "6000000000081140" + LOOPBACK + LOOPBACK + "0007c00000083fd5",
    "c0000050000000010000000080020000000000000204" + "05b40103030704020000",
    "123485800001000100000000037777770765786d6d706c650000010001c00c000100010000003c0004c0000201",
    "00016e6f746573006f6374657400",
  };

  @ParameterizedTest
  @EnumSource
  void changed_and_cut_octets_never_throw(ProtocolKind kind) {
    Random random = new Random(1);
    for (int round = 0; round < 4_000; round++) {
      byte[] octets = HexFormat.of().parseHex(HONEST[random.nextInt(HONEST.length)]);
      for (int change = random.nextInt(4); change > 0; change--) {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt();
      }
      octets = java.util.Arrays.copyOf(octets, random.nextInt(octets.length + 9));
      assertThat(kind.explain(octets).toString()).matches("[ -~\r\n]*");
      KindDetector.detect(octets);
    }
  }

  @Test
  void octets_without_any_sense_never_throw() {
    Random random = new Random(2);
    for (int round = 0; round < 2_000; round++) {
      byte[] octets = new byte[random.nextInt(90)];
      random.nextBytes(octets);
      for (ProtocolKind kind : ProtocolKind.values()) {
        assertThat(kind.explain(octets).rows()).isNotEmpty();
      }
    }
  }

  @Test
  void a_message_that_promises_65535_records_is_cut() {
    byte[] message = new byte[65_535];
    java.util.Arrays.fill(message, 4, 12, (byte) 0xFF);
    Dissection dissection = ProtocolKind.DNS.explain(message);
    assertThat(dissection.rows()).hasSizeLessThan(Dissection.MAX_ROWS + 3);
    assertThat(dissection.problems()).anyMatch(problem -> problem.contains("the rest is left out"));
  }
}
