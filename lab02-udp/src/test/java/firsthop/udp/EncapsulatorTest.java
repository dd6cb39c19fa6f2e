package firsthop.udp;

import static firsthop.udp.FrameHex.bytes;
import static firsthop.udp.FrameHex.show;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExerciseTest(value = Encapsulator.class, seconds = 4)
class EncapsulatorTest {
  private static final String MALFORMED = "refused with MalformedPacketException";
  private static final String REFUSED = "refused with IllegalArgumentException";
  private static final String NOTHING = "nothing goes out";

  private static final String ETHERNET = "020000000001 02000000000a 0800 | ";
  private static final String NEXT_ETHERNET = "020000000002 0200000000ff 0800 | ";
  private static final byte[] NEW_SOURCE = bytes("0200000000ff");
  private static final byte[] NEW_DESTINATION = bytes("020000000002");

  /** A datagram with "hello", from port 51213 to port 7. */
  private static final String HELLO = "c80d0007000df5da68656c6c6f";

  private static final String HEADER = "45000021 12344000 40112a86 c000020a cb007107 | ";

  private final Encapsulator encapsulator = new MyEncapsulator();

  @Test
  @Order(1)
  @Hint("The table in the contract says what each byte is. In numbers the high byte comes first.")
  void wrap_lays_out_the_frame_of_the_handout() {
    byte[] frame = encapsulator.wrap(hello());
    assertThat(show(Arrays.copyOf(frame, 47)))
        .as("the first 47 bytes of wrap(%s)", hello())
        .isEqualTo(show(bytes(ETHERNET + HEADER + HELLO)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 45000014 12344000 40112a93, 60",
    "13, 45000021 12344000 40112a86, 60",
    "26, 4500002e 12344000 40112a79, 60",
    "27, 4500002f 12344000 40112a78, 61",
    "200, 450000dc 12344000 401129cb, 234",
  })
  @Order(2)
  @Hint("Padding belongs to the frame. The total length is that of the packet, without padding.")
  void wrap_fills_a_short_frame_up_with_zeros(int length, String headerStart, int size) {
    byte[] datagram = new byte[length];
    Arrays.fill(datagram, (byte) 0xD1);
    byte[] expected = bytes(ETHERNET + headerStart + "c000020a cb007107" + "d1".repeat(length));
    assertThat(show(encapsulator.wrap(with(datagram))))
        .as("wrap, with a datagram of %d bytes", length)
        .isEqualTo(show(Arrays.copyOf(expected, size)));
  }

  @ParameterizedTest
  @CsvSource({
    "c6336480, cb0071fe, 200, 61453, c8115b0b",
    "ffffffff, fffffffe, 255, 65535, ff117bcd",
    "00000000, 00000000, 0, 0, 00117acd",
    "0a000001, 0a000002, 1, 128, 0111654a",
  })
  @Order(3)
  @Hint("A byte has a sign: mask it with 0xFF. What exceeds 16 bits is added at the low end.")
  void wrap_computes_the_header_checksum(
      String source, String destination, int ttl, int identification, String ttlToChecksum) {
    Frame frame =
        new Frame(
            hello().sourceMac(),
            hello().destinationMac(),
            bytes(source),
            bytes(destination),
            ttl,
            identification,
            bytes(HELLO));
    byte[] wrapped = encapsulator.wrap(frame);
    assertThat(HexFormat.of().formatHex(wrapped, 22, 26))
        .as("TTL, protocol and checksum (bytes 22 to 25) of wrap(%s)", frame)
        .isEqualTo(ttlToChecksum);
  }

  @Test
  @Order(4)
  void wrap_refuses_what_does_not_fit() {
    byte[] mac = new byte[6];
    byte[] address = new byte[4];
    byte[] data = new byte[8];
    List<Frame> misfits =
        List.of(
            new Frame(new byte[5], mac, address, address, 64, 1, data),
            new Frame(mac, new byte[7], address, address, 64, 1, data),
            new Frame(mac, mac, new byte[16], address, 64, 1, data),
            new Frame(mac, mac, address, new byte[3], 64, 1, data),
            new Frame(mac, mac, address, address, 256, 1, data),
            new Frame(mac, mac, address, address, -1, 1, data),
            new Frame(mac, mac, address, address, 64, 65_536, data));
    for (Frame misfit : misfits) {
      assertThat(wrapped(misfit)).as("wrap(%s)", misfit).isEqualTo(REFUSED);
    }
    assertThat(wrapped(with(new byte[1_481])))
        .as("wrap, with a datagram of 1,481 bytes")
        .isEqualTo(REFUSED);
    assertThat(wrapped(with(new byte[1_480])))
        .as("wrap, with a datagram of 1,480 bytes")
        .startsWith("1514 bytes:");
  }

  @Test
  @Order(5)
  @Hint("In the frame the destination comes first. In the packet the source comes first.")
  void unwrap_reads_every_field() throws MalformedPacketException {
    Frame highest =
        new Frame(
            hello().sourceMac(),
            hello().destinationMac(),
            hello().sourceAddress(),
            hello().destinationAddress(),
            255,
            0xFEDC,
            bytes(HELLO));
    assertUnwraps(ETHERNET + HEADER + HELLO, hello());
    assertUnwraps(ETHERNET + "45000021 fedc4000 ff117edc c000020a cb007107" + HELLO, highest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "00000000000000000000000000", "ffffffff"})
  @Order(6)
  @Hint("The total length of the packet says where the datagram ends.")
  void unwrap_ignores_what_is_behind_the_packet(String padding) throws MalformedPacketException {
    assertUnwraps(ETHERNET + HEADER + HELLO + padding, hello());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "46000025 12344000 40112781 c000020a cb007107 01010100",
        "47000029 12344000 40111874 c000020a cb007107 0707048081828300"
      })
  @Order(7)
  @Hint("The header length counts words of 4 bytes. The datagram begins after the options.")
  void unwrap_skips_options(String header) throws MalformedPacketException {
    assertUnwraps(ETHERNET + header + HELLO, hello());
  }

  @ParameterizedTest
  @CsvSource({
    "type 0x0806, 020000000001 02000000000a 0806 45000021 12344000 40112a86 c000020a cb007107",
    "version 6, 020000000001 02000000000a 0800 65000021 12344000 40110a86 c000020a cb007107",
    "header length 4, 020000000001 02000000000a 0800 44000021 12344000 40112b86 c000020a cb007107",
    "total length 34, 020000000001 02000000000a 0800 45000022 12344000 40112a85 c000020a cb007107",
    "total length 19, 020000000001 02000000000a 0800 45000013 12344000 40112a94 c000020a cb007107",
    "wrong checksum, 020000000001 02000000000a 0800 45000021 12344000 40112a87 c000020a cb007107",
    "damaged address, 020000000001 02000000000a 0800 45000021 12344000 40112a86 c000020a cb007106",
  })
  @Order(8)
  @Hint("Every value in a header may be wrong. Check it before you use it.")
  void what_is_malformed_is_refused_by_unwrap_and_by_forward(String why, String headers) {
    byte[] frame = bytes(headers + HELLO);
    assertThat(unwrapped(frame)).as("unwrap(%s), %s", show(frame), why).isEqualTo(MALFORMED);
    assertThat(forwarded(frame)).as("forward(%s), %s", show(frame), why).isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 13, 14, 33, 46})
  @Order(9)
  void a_frame_that_ends_too_early_is_refused_by_unwrap_and_by_forward(int length) {
    byte[] frame = Arrays.copyOf(bytes(ETHERNET + HEADER + HELLO), length);
    assertThat(unwrapped(frame)).as("unwrap(%s)", show(frame)).isEqualTo(MALFORMED);
    assertThat(forwarded(frame)).as("forward(%s)", show(frame)).isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "45000021 12344000 40062a91 c000020a cb007107",
        "45000021 12342000 40114a86 c000020a cb007107",
        "45000021 12340001 40116a85 c000020a cb007107",
      })
  @Order(10)
  @Hint("Check the protocol. A fragment has the flag MF set or an offset other than 0.")
  void unwrap_refuses_other_protocols_and_fragments(String header) {
    byte[] frame = bytes(ETHERNET + header + HELLO);
    assertThat(unwrapped(frame)).as("unwrap(%s)", show(frame)).isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({
    "45000021 12344000 40112a86 c000020a cb007107, 45000021 12344000 3f112b86 c000020a cb007107",
    "45b90021 12344000 401129cd c000020a cb007107, 45b90021 12344000 3f112acd c000020a cb007107",
    "45000021 12344000 02116886 c000020a cb007107, 45000021 12344000 01116986 c000020a cb007107",
    "47000029 12344000 40111874 c000020a cb007107 07070480 81828300,"
        + " 47000029 12344000 3f111974 c000020a cb007107 07070480 81828300",
  })
  @Order(11)
  @Hint("Copy the frame, then change two MAC addresses, the TTL and the header checksum.")
  void forward_changes_macs_ttl_and_checksum_alone(String before, String after) {
    byte[] frame = bytes(ETHERNET + before + HELLO + "0000beef");
    assertThat(forwarded(frame))
        .as("forward(%s)", show(frame))
        .isEqualTo(show(bytes(NEXT_ETHERNET + after + HELLO + "0000beef")));
  }

  @ParameterizedTest
  @CsvSource({
    "45000021 12344000 40062a91 c000020a cb007107, 45000021 12344000 3f062b91 c000020a cb007107",
    "45000021 123420b9 401149cd c000020a cb007107, 45000021 123420b9 3f114acd c000020a cb007107",
  })
  @Order(12)
  @Hint("A router checks the IPv4 header only. It does not look at the data of the packet.")
  void forward_takes_other_protocols_and_fragments(String before, String after) {
    byte[] frame = bytes(ETHERNET + before + HELLO);
    assertThat(forwarded(frame))
        .as("forward(%s)", show(frame))
        .isEqualTo(show(bytes(NEXT_ETHERNET + after + HELLO)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "45000021 12344000 01116986 c000020a cb007107",
        "45000021 12344000 00116a86 c000020a cb007107"
      })
  @Order(13)
  @Hint("No packet goes out with a TTL of 0.")
  void forward_ends_a_packet_whose_ttl_is_used_up(String header) {
    byte[] frame = bytes(ETHERNET + header + HELLO);
    assertThat(forwarded(frame)).as("forward(%s)", show(frame)).isEqualTo(NOTHING);
  }

  @Test
  @Order(14)
  @Hint("The caller still uses the array that you got. Change a copy: bytes.clone().")
  void forward_leaves_the_frame_that_arrived_as_it_was() {
    byte[] frame = bytes(ETHERNET + HEADER + HELLO);
    forwarded(frame);
    assertThat(show(frame))
        .as("the argument of forward, after the call")
        .isEqualTo(show(bytes(ETHERNET + HEADER + HELLO)));
  }

  @Test
  @Order(15)
  void forward_refuses_a_mac_address_that_has_not_6_bytes() throws MalformedPacketException {
    byte[] frame = bytes(ETHERNET + HEADER + HELLO);
    String got;
    try {
      encapsulator.forward(frame, new byte[5], NEW_DESTINATION);
      got = "a frame";
    } catch (IllegalArgumentException e) {
      got = REFUSED;
    }
    assertThat(got).as("forward, with a new source MAC address of 5 bytes").isEqualTo(REFUSED);
  }

  private static Frame hello() {
    return with(bytes(HELLO));
  }

  private static Frame with(byte[] datagram) {
    return new Frame(
        bytes("02000000000a"),
        bytes("020000000001"),
        bytes("c000020a"),
        bytes("cb007107"),
        64,
        0x1234,
        datagram);
  }

  private void assertUnwraps(String text, Frame expected) throws MalformedPacketException {
    byte[] frame = bytes(text);
    assertThat(encapsulator.unwrap(frame)).as("unwrap(%s)", show(frame)).isEqualTo(expected);
  }

  // These methods return the result as text, so that a failure shows the whole result.

  private String wrapped(Frame frame) {
    try {
      return show(encapsulator.wrap(frame));
    } catch (IllegalArgumentException e) {
      return REFUSED;
    }
  }

  private String unwrapped(byte[] frame) {
    try {
      return encapsulator.unwrap(frame).toString();
    } catch (MalformedPacketException e) {
      return MALFORMED;
    }
  }

  private String forwarded(byte[] frame) {
    try {
      return encapsulator
          .forward(frame, NEW_SOURCE, NEW_DESTINATION)
          .map(FrameHex::show)
          .orElse(NOTHING);
    } catch (MalformedPacketException e) {
      return MALFORMED;
    }
  }
}
