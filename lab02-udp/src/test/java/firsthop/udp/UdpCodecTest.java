package firsthop.udp;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExerciseTest(value = UdpCodec.class, seconds = 4)
class UdpCodecTest {
  /** The maximum number of bytes in a message; more would fill the screen. */
  private static final int MAX_SHOWN = 64;

  private static final String REFUSED = "refused with IllegalArgumentException";
  private static final String MALFORMED = "refused with MalformedPacketException";

  private static final String SOURCE = "0a 00 00 05";
  private static final String DESTINATION = "0a 00 00 09";

  /** The example of the contract: hello, from 10.0.0.5, port 51213, to 10.0.0.9, port 7. */
  private static final String HELLO = "c8 0d 00 07 00 0d df df 68 65 6c 6c 6f";

  private static final String HELLO_READ = "from port 51213 to port 7: 68 65 6c 6c 6f";

  /** The length of the longest payload of a UDP datagram over IPv4. */
  private static final int MAX_PAYLOAD = 65_507;

  private final UdpCodec codec = new MyUdpCodec();

  @ParameterizedTest
  @CsvSource({
    "00 01, fffe",
    "01 00, feff",
    "12 34 01 02, ecc9",
    "00 00 00 00, ffff",
    "'', ffff",
    "40 00 40 00 7f ff, 0000",
  })
  @Order(1)
  @Hint("Add numbers of 16 bits, the high byte first, and invert the 16 bits of the sum.")
  void checksum_inverts_the_bits_of_the_sum(String data, String expected) {
    assertThat(checksum(data)).as("checksum(%s)", data).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "70 00 70 00 70 00, affe",
    "00 01 f2 03 f4 f5 f6 f7, 220d",
    "45 00 00 73 00 00 40 00 40 11 00 00 c0 a8 00 01 c0 a8 00 c7, b861",
    "ff ff ff fe, 0001",
    "ff ff ff ff 00 01, fffe",
  })
  @Order(2)
  @Hint(
      "A byte has a sign: mask it with 0xFF. What is above 16 bits is added at the low end, again"
          + " and again until nothing is above 16 bits.")
  void checksum_adds_what_was_carried(String data, String expected) {
    assertThat(checksum(data)).as("checksum(%s)", data).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"01, feff", "00 01 02, fdfe", "00 01 f2 03 f4 f5 f6, 2304"})
  @Order(3)
  @Hint("If one byte is left at the end, it is a high byte, and its low byte is 0.")
  void checksum_takes_an_odd_byte_for_a_high_byte(String data, String expected) {
    assertThat(checksum(data)).as("checksum(%s)", data).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "51213, 7, 68 65 6c 6c 6f, c8 0d 00 07 00 0d __ __ 68 65 6c 6c 6f",
    "258, 65535, 00, 01 02 ff ff 00 09 __ __ 00",
    "0, 53, '', 00 00 00 35 00 08 __ __",
  })
  @Order(4)
  @Hint("The header has four numbers of two bytes. The length counts these eight bytes too.")
  void encode_writes_header_and_payload(
      int sourcePort, int destinationPort, String payload, String expected) {
    UdpDatagram datagram = new UdpDatagram(sourcePort, destinationPort, bytes(payload));
    String got = encoded(datagram, SOURCE, DESTINATION);
    // The checksum, bytes 6 and 7, has its own test.
    String shown = got.length() < 23 ? got : got.substring(0, 18) + "__ __" + got.substring(23);
    assertThat(shown).as("encode(%s), without the checksum", datagram).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0a 00 00 05, 0a 00 00 09, 51213, 7, 68 65 6c 6c 6f, df df",
    "99 12 08 69, ab 02 0e 0a, 1087, 13, 54 45 53 54 49 4e 47, 69 14",
    "c0 00 02 01, c0 00 02 02, 4096, 53, '', 6b a5",
    "c0 00 02 01, c0 00 02 03, 4096, 53, '', 6b a4",
  })
  @Order(5)
  @Hint("The pseudo header comes first: both addresses, 0, 17 and the length of the datagram.")
  void encode_writes_the_checksum(
      String source,
      String destination,
      int sourcePort,
      int destinationPort,
      String payload,
      String expected) {
    UdpDatagram datagram = new UdpDatagram(sourcePort, destinationPort, bytes(payload));
    String got = encoded(datagram, source, destination);
    assertThat(got.length() < 23 ? got : got.substring(18, 23))
        .as("checksum in encode(%s, %s, %s)", datagram, source, destination)
        .isEqualTo(expected);
  }

  @Test
  @Order(5)
  @Hint("In the field, 0 means that there is no checksum. So a computed 0 is sent as FFFF.")
  void encode_never_sends_a_computed_checksum_of_0() {
    UdpDatagram datagram = new UdpDatagram(51_213, 7, bytes("23 b8"));
    String got = encoded(datagram, SOURCE, DESTINATION);
    assertThat(got.length() < 23 ? got : got.substring(18, 23))
        .as("checksum in encode(%s, %s, %s)", datagram, SOURCE, DESTINATION)
        .isEqualTo("ff ff");
  }

  @Test
  @Order(5)
  @Hint("After one addition of what is above 16 bits, the sum may have more than 16 bits again.")
  void encode_adds_what_was_carried_until_nothing_is_carried() {
    UdpDatagram datagram = new UdpDatagram(65_535, 65_535, bytes("ff ff eb c9"));
    String got = encoded(datagram, SOURCE, DESTINATION);
    assertThat(got.length() < 23 ? got : got.substring(18, 23))
        .as("checksum in encode(%s, %s, %s)", datagram, SOURCE, DESTINATION)
        .isEqualTo("ff fe");
  }

  @ParameterizedTest
  @CsvSource({
    HELLO + ", " + HELLO_READ,
    "ff fe 80 00 00 08 6b d1, 'from port 65534 to port 32768: '",
  })
  @Order(6)
  @Hint("Ports go up to 65535, and Java's short has a sign. The payload begins at byte 8.")
  void decode_reads_ports_and_payload(String datagram, String expected) {
    assertThat(decoded(datagram, SOURCE, DESTINATION))
        .as("decode(%s)", datagram)
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 100, 101, 1_472, 1_473})
  @Order(7)
  void decode_reads_what_encode_writes(int size) throws MalformedPacketException {
    byte[] payload = new byte[size];
    for (int i = 0; i < size; i++) {
      payload[i] = (byte) (7 * i + 1);
    }
    UdpDatagram sent = new UdpDatagram(40_001, 69, payload);
    byte[] bytes = codec.encode(sent, bytes(SOURCE), bytes(DESTINATION));
    UdpDatagram read = codec.decode(bytes, bytes(SOURCE), bytes(DESTINATION));
    int differsAt = Arrays.mismatch(payload, read.payload());
    assertThat(differsAt < 0 ? read.toString() : read + ", different from index " + differsAt)
        .as("decode of what encode wrote for %s", sent)
        .isEqualTo(sent.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c8 0e 00 07 00 0d df df 68 65 6c 6c 6f",
        "c8 0d 00 06 00 0d df df 68 65 6c 6c 6f",
        "c8 0d 00 07 00 0c df df 68 65 6c 6c 6f",
        "c8 0d 00 07 00 0d df de 68 65 6c 6c 6f",
        "c8 0d 00 07 00 0d df df 69 65 6c 6c 6f",
        "c8 0d 00 07 00 0d df df 68 65 6c 6c 6e",
      })
  @Hint("If the checksum is wrong, the datagram was damaged on its way: throw the exception.")
  void decode_refuses_what_was_damaged(String datagram) {
    assertThat(decoded(datagram, SOURCE, DESTINATION))
        .as("decode(%s), which was damaged in one byte", datagram)
        .isEqualTo(MALFORMED);
  }

  @Test
  @Hint("The checksum covers both addresses, so it is wrong if the datagram is at the wrong host.")
  void decode_refuses_what_came_to_the_wrong_host() {
    assertThat(decoded(HELLO, SOURCE, DESTINATION)).as("decode(%s)", HELLO).isEqualTo(HELLO_READ);
    assertThat(decoded(HELLO, SOURCE, "0a 00 00 0a"))
        .as("decode(%s) at 10.0.0.10 instead of 10.0.0.9", HELLO)
        .isEqualTo(MALFORMED);
  }

  @Test
  @Hint("A checksum field of 0 means that the sender computed no checksum. Accept the datagram.")
  void decode_takes_a_datagram_without_a_checksum() {
    String datagram = "c8 0d 00 07 00 0d 00 00 68 65 6c 6c 6f";
    assertThat(decoded(datagram, SOURCE, DESTINATION))
        .as("decode(%s)", datagram)
        .isEqualTo(HELLO_READ);
  }

  @ParameterizedTest
  @ValueSource(strings = {" 00", " 00 00 00 00", " ff 01"})
  @Hint("The length field says where the datagram ends. The array may be longer.")
  void decode_ignores_bytes_after_the_datagram(String more) {
    assertThat(decoded(HELLO + more, SOURCE, DESTINATION))
        .as("decode(%s), with%s after the datagram", HELLO + more, more)
        .isEqualTo(HELLO_READ);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "c8 0d 00 07 00 08 00",
        "c8 0d 00 07 00 0e 00 00 68 65 6c 6c 6f",
        "c8 0d 00 07 00 07 00 00 68 65 6c 6c 6f",
        "c8 0d 00 07 00 00 00 00 68 65 6c 6c 6f",
      })
  @Hint("The length must be at least 8 and at most the number of bytes in the array.")
  void decode_refuses_a_length_that_cannot_be(String datagram) {
    assertThat(decoded(datagram, SOURCE, DESTINATION))
        .as("decode(%s)", datagram)
        .isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({"-1, 53", "65536, 53", "40001, -1", "40001, 65536"})
  @Hint("A port has 16 bits. Refuse other numbers; otherwise their upper bits are lost.")
  void encode_refuses_a_port_out_of_range(int sourcePort, int destinationPort) {
    UdpDatagram datagram = new UdpDatagram(sourcePort, destinationPort, bytes("01 02"));
    assertThat(encoded(datagram, SOURCE, DESTINATION))
        .as("encode(%s)", datagram)
        .isEqualTo(REFUSED);
  }

  @Test
  @Hint("An IPv4 packet has at most 65,535 bytes, and 28 of them are headers.")
  void encode_refuses_a_payload_that_no_packet_holds() {
    UdpDatagram datagram = new UdpDatagram(40_001, 53, new byte[MAX_PAYLOAD + 1]);
    assertThat(encoded(datagram, SOURCE, DESTINATION))
        .as("encode(%s)", datagram)
        .isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0a 00 00", "0a 00 00 05 00"})
  @Hint("An IPv4 address has four bytes. encode and decode must check both addresses.")
  void an_address_has_four_bytes(String address) {
    UdpDatagram datagram = new UdpDatagram(40_001, 53, bytes("01 02"));
    assertThat(encoded(datagram, address, DESTINATION))
        .as("encode(%s) from the address (%s)", datagram, address)
        .isEqualTo(REFUSED);
    assertThat(encoded(datagram, SOURCE, address))
        .as("encode(%s) to the address (%s)", datagram, address)
        .isEqualTo(REFUSED);
    assertThat(decoded(HELLO, address, DESTINATION))
        .as("decode(%s) from the address (%s)", HELLO, address)
        .isEqualTo(REFUSED);
    assertThat(decoded(HELLO, SOURCE, address))
        .as("decode(%s) to the address (%s)", HELLO, address)
        .isEqualTo(REFUSED);
  }

  @Test
  void no_method_changes_what_it_is_given() throws MalformedPacketException {
    byte[] hello = bytes(HELLO);
    byte[] source = bytes(SOURCE);
    byte[] destination = bytes(DESTINATION);
    codec.checksum(hello);
    UdpDatagram datagram = codec.decode(hello, source, destination);
    datagram.payload()[0] = 'j';
    byte[] jello = codec.encode(datagram, source, destination);
    jello[8] = 'c';
    assertThat(hex(hello)).as("the bytes, after checksum and decode").isEqualTo(HELLO);
    assertThat(hex(datagram.payload()))
        .as("the payload, after encode and a change to the array that it returned")
        .isEqualTo("6a 65 6c 6c 6f");
    assertThat(hex(source) + " and " + hex(destination))
        .as("the addresses, after decode and encode")
        .isEqualTo(SOURCE + " and " + DESTINATION);
  }

  /** Returns the checksum in hexadecimal, with at least four digits. */
  private String checksum(String data) {
    return "%04x".formatted(codec.checksum(bytes(data)));
  }

  /** Returns the result of encode as text, so that a failure shows the whole result. */
  private String encoded(UdpDatagram datagram, String source, String destination) {
    try {
      byte[] encoded = codec.encode(datagram, bytes(source), bytes(destination));
      boolean shown = encoded.length <= MAX_SHOWN;
      return shown
          ? hex(encoded)
          : encoded.length + " bytes, which begin with " + hex(Arrays.copyOf(encoded, MAX_SHOWN));
    } catch (IllegalArgumentException e) {
      return REFUSED;
    }
  }

  /** Returns the result of decode as text. */
  private String decoded(String datagram, String source, String destination) {
    try {
      UdpDatagram read = codec.decode(bytes(datagram), bytes(source), bytes(destination));
      return "from port %d to port %d: %s"
          .formatted(read.sourcePort(), read.destinationPort(), hex(read.payload()));
    } catch (MalformedPacketException e) {
      return MALFORMED;
    } catch (IllegalArgumentException e) {
      return REFUSED;
    }
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes);
  }
}
