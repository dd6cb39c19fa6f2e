package firsthop.grader.exams.dns;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.dns.DnsMessage;
import firsthop.dns.DnsRecord;
import java.net.InetAddress;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the decoder that gives the expected results for damaged messages. */
class DnsjavaDecoderTest {
  private static final int MESSAGES = 10_000;

  @Test
  void reads_what_dnsjava_writes() {
    byte[] message =
        new DnsjavaMessageBuilder(7)
            .question("www.example.", RawMessage.A)
            .answer("www.example.", RawMessage.CNAME, "Web\\.1.example.")
            .answer("example.", RawMessage.MX, "10 .")
            .answer("example.", RawMessage.TXT, "\"a b\" \"c\"")
            .answer("example.", RawMessage.SOA, "ns.example. . 1 2 3 4 4294967295")
            .answer("example.", RawMessage.PRIVATE, "\\# 2 c00c")
            .toBytes();
    assertThat(DnsjavaDecoder.read(message).map(DnsMessage::answers))
        .contains(
            List.of(
                new DnsRecord("www.example", RawMessage.CNAME, 300, "web\\.1.example"),
                new DnsRecord("example", RawMessage.MX, 300, "10 ."),
                new DnsRecord("example", RawMessage.TXT, 300, "a bc"),
                new DnsRecord("example", RawMessage.SOA, 300, "ns.example . 1 2 3 4 4294967295"),
                new DnsRecord("example", RawMessage.PRIVATE, 300, "c00c")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"c00c", "c00e 00", "0161 c00c", "03016100 c00d", "40", "c0", "03616200"})
  void refuses_what_the_contract_refuses(String name) {
    byte[] message = RawMessage.asks().hex(name).question().toBytes();
    assertThat(DnsjavaDecoder.read(message)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "::, ::",
    "::1, ::1",
    "1::, 1::",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "1:0:2:0:0:3:0:4, 1:0:2::3:0:4",
    "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7",
    "::ffff:192.0.2.1, ::ffff:192.0.2.1",
  })
  void writes_addresses_as_rfc_5952_does(String address, String expected) throws Exception {
    assertThat(CanonicalIpv6Text.ipv6(InetAddress.getByName(address))).isEqualTo(expected);
  }

  @Test
  void reads_a_good_part_of_damaged_messages_and_refuses_a_good_part() {
    long read =
        MutatedMessages.of(MESSAGES, new SplittableRandom(1035)).stream()
            .filter(message -> DnsjavaDecoder.read(message).isPresent())
            .count();
    assertThat(read).isBetween(MESSAGES / 4L, MESSAGES * 3L / 4);
  }
}
