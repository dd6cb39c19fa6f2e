package firsthop.tool.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.tool.ToolException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {
  private static final String DNS_RESPONSE =
      "1234 8580 0001 0001 0000 0000 03777777 076578616d706c65 00 0001 0001"
          + " c00c 0001 0001 0000003c 0004 c0000201";
  private static final String IPV4_HEADER = "4500001c1c4640004011b1fbac100a63ac100a0c";

  @Test
  void an_ipv4_packet_is_explained_down_to_the_datagram_in_it() throws Exception {
    String text = explain("", IPV4_HEADER + "c000 0045 0008 0000");
    assertThat(text)
        .contains("17 (UDP)", "172.16.10.99", "69 (TFTP)", "RFC 768, Fields")
        .contains("0x0000 (none was computed)");
  }

  @Test
  void a_header_checksum_is_checked_and_the_right_one_is_said() throws Exception {
    String packet = IPV4_HEADER.replace("b1fb", "b1fa") + "c000 1388 0008 0000";
    assertThat(explain("", packet)).contains("the header checksum is 0xb1fa, and 0xb1fb is right");
    assertThat(explain("", packet.replace("b1fa", "b1fb")))
        .contains("0xb1fb (right)")
        .doesNotContain("!");
  }

  @Test
  void a_udp_checksum_over_ipv4_and_ipv6_includes_the_addresses() throws Exception {
    String over4 = "450000201c4640004011b1f7ac100a63ac100a0c" + "0007 c000 000c";
    assertThat(explain("", over4 + "0000 61626364")).contains("none was computed");
    assertThat(explain("", over4 + "1234 61626364")).contains("the checksum is 0x1234, and 0x0e78");
    assertThat(explain("", over4 + "0e78 61626364")).contains("0x0e78 (right)");
    String loopback = "0".repeat(31) + "1";
    String over6 = "60000000 0008 11 40" + loopback + loopback + "0007 c000 0008";
    assertThat(explain("", over6 + "0000")).contains("::1", "over IPv6 there must be one");
    assertThat(explain("", over6 + "3fd5")).contains("0x3fd5 (right)").doesNotContain("!");
  }

  @Test
  void a_segment_has_flags_and_options() throws Exception {
    String syn = "c000 0050 00000001 00000000 8002 ffff 0000 0000 020405b4 01 030307 0402 00";
    assertThat(explain("", "--as", "tcp", syn + "00"))
        .contains("SYN", "1460 octets", "windows times 2^7", "selective", "RFC 9293 section 3.7.1");
    assertThat(explain("", syn + "00")).startsWith("TCP segment, 32 octets");
  }

  @Test
  void a_compressed_name_is_written_out() throws Exception {
    assertThat(explain("", DNS_RESPONSE))
        .contains("QR 1: response", "AA authoritative", "www.example.", "RFC 1035 section 4.1.4")
        .contains("192.0.2.1", "60 seconds", "0 (no error)")
        .doesNotContain("!");
  }

  @Test
  void a_pointer_that_leads_forward_or_to_itself_ends_the_explanation() throws Exception {
    assertThat(explain("", "--as", "dns", DNS_RESPONSE.replace("c00c", "c01d")))
        .contains("leads to 29, which is not before the name");
    assertThat(explain("", "--as", "dns", DNS_RESPONSE.replace("c00c", "c0ff")))
        .contains("which is not before the name");
  }

  @Test
  void tftp_packets_are_recognized() throws Exception {
    assertThat(explain("", "0001 6e6f746573 00 6f63746574 00")).contains("\"notes\"", "\"octet\"");
    assertThat(explain("", "0003 0002 616263")).contains("DATA", "the last block", "\"abc\"");
    assertThat(explain("", "0004 0002")).contains("4 (ACK)");
    assertThat(explain("", "0005 0001 00")).contains("1 (file not found)");
  }

  @Test
  void digits_may_be_pasted_in_many_forms_and_read_from_input() throws Exception {
    assertThat(explain("0x00 04:00\n02", "-")).contains("4 (ACK)");
    assertThat(explain("", "00-04", "00,02")).contains("4 (ACK)");
  }

  @Test
  void what_cannot_be_explained_is_refused_in_one_line() {
    assertRefused("q is not a hexadecimal digit", "0q");
    assertRefused("3 hexadecimal digits came", "000");
    assertRefused("these 2 octets look like no packet", "ffff");
    assertRefused("--as ip is not known; it can be ethernet, ipv4", "--as", "ip", "00");
    assertRefused("explain needs octets");
    assertRefused("65554 octets came; the longest packet has 65553", "00".repeat(65_554));
  }

  private static void assertRefused(String why, String... words) {
    assertThatExceptionOfType(ToolException.class)
        .isThrownBy(() -> explain("", words))
        .withMessageContaining(why);
  }

  private static String explain(String input, String... words) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ExplainCommand(new ByteArrayInputStream(input.getBytes(StandardCharsets.US_ASCII)))
        .run(List.of(words), new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }
}
