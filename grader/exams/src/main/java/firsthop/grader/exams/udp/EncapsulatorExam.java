package firsthop.grader.exams.udp;

import static firsthop.grader.exam.ArrayOwner.overwritten;
import static firsthop.grader.exams.udp.EncapsulatorAssertions.HEADER_END;
import static firsthop.grader.exams.udp.EncapsulatorAssertions.IDENTIFICATION_AT;
import static firsthop.grader.exams.udp.EncapsulatorAssertions.NEW_MAC;
import static firsthop.grader.exams.udp.EncapsulatorAssertions.TOTAL_LENGTH_AT;
import static firsthop.grader.exams.udp.EncapsulatorAssertions.TTL_AT;
import static firsthop.grader.exams.udp.EncapsulatorAssertions.asked;
import static firsthop.grader.exams.udp.EncapsulatorAssertions.assertForwardEnds;
import static firsthop.grader.exams.udp.EncapsulatorAssertions.assertForwardRefuses;
import static firsthop.grader.exams.udp.EncapsulatorAssertions.assertForwards;
import static firsthop.grader.exams.udp.EncapsulatorAssertions.assertForwardsButForChecksum;
import static firsthop.grader.exams.udp.EncapsulatorAssertions.assertUnwrapRefuses;
import static firsthop.grader.exams.udp.EncapsulatorAssertions.assertUnwraps;
import static firsthop.grader.exams.udp.EncapsulatorAssertions.assertWrapRefuses;
import static firsthop.grader.exams.udp.EncapsulatorAssertions.assertWraps;
import static firsthop.grader.exams.udp.EncapsulatorAssertions.assertWrapsWithChecksum;
import static firsthop.grader.exams.udp.EncapsulatorAssertions.forwarded;
import static firsthop.grader.exams.udp.EncapsulatorAssertions.number;
import static firsthop.grader.exams.udp.FrameBuilder.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firsthop.grader.exam.CallerOwnsArrays;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.Seed;
import firsthop.grader.exam.Subject;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import firsthop.udp.Encapsulator;
import firsthop.udp.Frame;
import firsthop.udp.MalformedPacketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The hidden tests of exercise 2.2. Expected frames are written by hand or come from {@link
 * FrameBuilder}. A test changes one field at a time and keeps the others correct, if possible the
 * checksum too. So one mistake fails its own test and few others.
 */
@Exam(Encapsulator.class)
class EncapsulatorExam {
  private static final String MAC = "02a5c3000001";
  private static final String ADDRESS = "0a000002";
  private static final String RECORD_ROUTE = "070704000a000900";
  private static final int RANDOM_FRAMES = 10;

  @Test
  @Points(1)
  @Clause({
    "Numbers of more than one byte are big-endian: the high byte comes first.",
    "Every field has the value that the table above gives. There are no IP options."
  })
  @Hint("Print a frame from wrap and compare it with the table in the contract, byte by byte.")
  void wrap_puts_every_field_in_its_place(@Subject Encapsulator encapsulator) {
    String letters = "6162636465666768696a6b6c6d6e6f70".repeat(6).substring(2);
    // A textbook example of an IPv4 header: a datagram of 95 bytes in a packet of 115.
    assertWraps(
        encapsulator,
        new Frame(
            hex("00005e005301"),
            hex("00005e0053ff"),
            hex("c0a80001"),
            hex("c0a800c7"),
            64,
            0,
            hex(letters)),
        hex(
            "00005e0053ff 00005e005301 0800 45000073 00004000 4011b861 c0a80001 c0a800c7"
                + letters));
    String digits = "0123456789abcdeffedcba9876543210".repeat(20).substring(0, 600);
    assertWraps(
        encapsulator,
        new Frame(
            hex("fe80a0b0c0d0"),
            hex("8899aabbccdd"),
            hex("cb007181"),
            hex("c6336480"),
            200,
            0xF1E2,
            hex(digits)),
        hex(
            "8899aabbccdd fe80a0b0c0d0 0800 45000140 f1e24000 c8115894 cb007181 c6336480"
                + digits));
  }

  @Test
  @Points(1)
  @Clause({
    "A frame of fewer than 60 bytes is filled up with zeros to 60 bytes. A longer frame"
        + " gets no padding.",
    "It does not count the Ethernet header or the padding."
  })
  @Hint(
      "Padding belongs to the frame, not to the packet. The total length counts the IPv4"
          + " header and the datagram only.")
  void wrap_pads_the_frame_and_not_the_packet(@Subject Encapsulator encapsulator) {
    for (int length : new int[] {0, 8, 25, 26, 27, 30, 46}) {
      FrameBuilder hand = new FrameBuilder().payload(UdpPayloads.ascii(length)).padded();
      byte[] expected = hand.bytes();
      byte[] wrapped = encapsulator.wrap(hand.frame());
      String what = FrameText.describe(wrapped) + ", for a datagram of " + length + " bytes";
      assertThat(wrapped.length).as("length of %s", what).isEqualTo(expected.length);
      assertThat(number(wrapped, TOTAL_LENGTH_AT))
          .as("total length in %s", what)
          .isEqualTo(20 + length);
      assertThat(Arrays.copyOfRange(wrapped, HEADER_END, wrapped.length))
          .as("the bytes after the header of %s", what)
          .isEqualTo(Arrays.copyOfRange(expected, HEADER_END, expected.length));
    }
  }

  @Test
  @Points(1)
  @Clause("what exceeds 16 bits is added again at the low end, until nothing exceeds 16 bits.")
  @Hint(
      "Adding a carry can produce a new carry, so repeat it. A Java byte has a sign: mask"
          + " it with 0xFF.")
  void wrap_computes_the_checksum_of_every_header(@Subject Encapsulator encapsulator, Seed seed) {
    List<FrameBuilder> frames = new ArrayList<>();
    // A large sum that is 1, 2 or 3 after adding the carry has produced a second carry.
    frames.add(addressed("c6336402", "cb007103").identificationForChecksum(0xFFFE));
    frames.add(addressed("fffffffe", "fffffffd").identificationForChecksum(0xFFFC));
    frames.add(addressed("0a000001", "0a000002").identificationForChecksum(0x0000));
    // No carry at all.
    frames.add(addressed("00000000", "00000000").identification(0).ttl(0));
    SplittableRandom random = seed.random();
    for (int i = 0; i < RANDOM_FRAMES; i++) {
      frames.add(randomFrame(random));
    }
    frames.forEach(hand -> assertWrapsWithChecksum(encapsulator, hand));
  }

  @Test
  @Points(1)
  @Clause({
    "it may be any bytes, 0 to 1,480 of them",
    "if a MAC address does not have exactly 6 bytes, an IPv4 address does not have exactly"
        + " 4 bytes, the datagram has more than 1,480 bytes, the TTL is not from 0 to 255, or"
        + " the identification is not from 0 to 65535"
  })
  @Hint(
      "Each component of a Frame has a range or a fixed length. Accept both ends of the"
          + " range, and refuse everything outside.")
  void wrap_takes_what_fits_and_refuses_the_rest(@Subject Encapsulator encapsulator) {
    byte[] lowest = encapsulator.wrap(new FrameBuilder().ttl(0).identification(0).frame());
    byte[] highest =
        encapsulator.wrap(
            new FrameBuilder()
                .ttl(255)
                .identification(65_535)
                .payload(UdpPayloads.ascii(1_480))
                .frame());
    assertThat(List.of(lowest[TTL_AT] & 0xFF, number(lowest, IDENTIFICATION_AT)))
        .as("the lowest TTL and identification in %s", FrameText.describe(lowest))
        .containsExactly(0, 0);
    assertThat(List.of(highest[TTL_AT] & 0xFF, number(highest, IDENTIFICATION_AT)))
        .as("the highest TTL and identification in %s", FrameText.describe(highest))
        .containsExactly(255, 65_535);
    assertThat(highest.length).as("length of the largest frame").isEqualTo(1_514);
    List.of(
            new FrameBuilder().payload(UdpPayloads.ascii(1_481)),
            new FrameBuilder().macs("02a5c30001", MAC),
            new FrameBuilder().macs("02a5c300000101", MAC),
            new FrameBuilder().macs(MAC, ""),
            new FrameBuilder().macs(MAC, "02a5c300000102"),
            addressed("c00002", ADDRESS),
            addressed("c000020505", ADDRESS),
            addressed(ADDRESS, "c00002"),
            addressed(ADDRESS, "20010db8000000000000000000000001"),
            new FrameBuilder().ttl(-1),
            new FrameBuilder().ttl(256),
            new FrameBuilder().identification(-1),
            new FrameBuilder().identification(65_536))
        .forEach(misfit -> assertWrapRefuses(encapsulator, misfit));
  }

  @Test
  @Points(1)
  @Clause({
    "TTL and identification without a sign",
    "Nothing else is checked: DSCP and ECN, TTL and addresses may have any values, and DF"
        + " and the reserved flag may be set or not."
  })
  @Hint(
      "The frame has the destination MAC address first; the packet has the source IPv4"
          + " address first. Read numbers without a sign, and accept any values.")
  void unwrap_reads_every_field(@Subject Encapsulator encapsulator)
      throws MalformedPacketException {
    assertUnwraps(
        encapsulator,
        hex(
            "00005e0053ff 00005e005301 0800 45000018 00004000 4011b8bc c0a80001 c0a800c7"
                + "01020304"),
        new Frame(
            hex("00005e005301"),
            hex("00005e0053ff"),
            hex("c0a80001"),
            hex("c0a800c7"),
            64,
            0,
            hex("01020304")));
    assertUnwraps(encapsulator, new FrameBuilder().ttl(255).identification(0xFFFF));
    assertUnwraps(encapsulator, new FrameBuilder().ttl(128).identification(0x8000));
    assertUnwraps(encapsulator, new FrameBuilder().ttl(0).identification(0x00FF));
    assertUnwraps(encapsulator, new FrameBuilder().tos(0xFF));
    assertUnwraps(encapsulator, addressed("7f000001", "ffffffff").macs("ffffffffffff", MAC));
    assertUnwraps(encapsulator, addressed("e0000001", "00000000").macs(MAC, "000000000000"));
  }

  @Test
  @Points(1)
  @Clause({
    "The datagram begins after the header and its options, and it ends where the total"
        + " length says.",
    "A frame may have padding or no padding. It may have fewer than 60 bytes or more than"
        + " 1,514 bytes.",
    "The datagram may be empty, and unwrap does not check it."
  })
  @Hint(
      "The total length says where the datagram ends. Do not use the size of the frame, and"
          + " do not remove zeros: they may be data.")
  void unwrap_ends_the_datagram_where_the_packet_ends(@Subject Encapsulator encapsulator)
      throws MalformedPacketException {
    byte[] none = new byte[0];
    byte[] zerosAtTheEnd = hex("004500000009ffff00");
    byte[] saysThatItIsLonger = hex("0045004500ff00000102");
    assertUnwraps(encapsulator, new FrameBuilder());
    assertUnwraps(encapsulator, new FrameBuilder().behind("a1b2c3d4e5f60718293a4b5c6d7e8f"));
    assertUnwraps(encapsulator, new FrameBuilder().payload(none));
    assertUnwraps(encapsulator, new FrameBuilder().payload(none).padded());
    assertUnwraps(encapsulator, new FrameBuilder().payload(zerosAtTheEnd).padded());
    assertUnwraps(encapsulator, new FrameBuilder().payload(saysThatItIsLonger).padded());
    assertUnwraps(encapsulator, new FrameBuilder().payload(UdpPayloads.ascii(1_481)));
    assertUnwraps(encapsulator, new FrameBuilder().payload(UdpPayloads.ascii(40_000)));
  }

  @Test
  @Points(1)
  @Clause({
    "The header length counts words of 4 bytes, 5 to 15.",
    "Options are skipped, whatever they contain."
  })
  @Hint(
      "The header length can be more than 5 words. The datagram begins after the options,"
          + " and the checksum covers them.")
  void unwrap_skips_options(@Subject Encapsulator encapsulator) throws MalformedPacketException {
    assertUnwraps(encapsulator, new FrameBuilder().options("01010100"));
    assertUnwraps(encapsulator, new FrameBuilder().options(RECORD_ROUTE));
    assertUnwraps(encapsulator, new FrameBuilder().options("00ff80".repeat(12)));
    assertUnwraps(encapsulator, new FrameBuilder().options("45c30011".repeat(10)));
    assertUnwraps(encapsulator, new FrameBuilder().options("ff00".repeat(10)).payload(new byte[0]));
  }

  @Test
  @Points(1)
  @Clause({
    "There are fewer than 34 bytes.",
    "The header length is less than 5.",
    "The total length is less than the length of the header in bytes.",
    "The total length is more than the number of bytes after the Ethernet header."
  })
  @Hint(
      "Compare all three lengths: header length, total length, and the number of bytes that"
          + " arrived. Each of them may be wrong.")
  void unwrap_refuses_lengths_that_cannot_be(@Subject Encapsulator encapsulator)
      throws MalformedPacketException {
    assertUnwraps(encapsulator, new FrameBuilder());
    assertUnwraps(encapsulator, new FrameBuilder().payload(new byte[0]));
    assertUnwrapRefuses(encapsulator, MalformedFrames.byLength());
    // A total length that ends inside the options.
    assertUnwrapRefuses(
        encapsulator, List.of(new FrameBuilder().options(RECORD_ROUTE).totalLength(27).bytes()));
  }

  @Test
  @Points(1)
  @Clause({
    "The type is not 0x0800.",
    "The version is not 4.",
    "The protocol must be 17.",
    "A fragment is malformed: a packet with the flag MF set, or with a fragment offset"
        + " other than 0.",
    "0x2000 is more fragments (MF), and the low 13 bits are the fragment offset"
  })
  @Hint(
      "Check type, version and protocol. A fragment has the flag MF, or an offset that is not"
          + " 0. Ignore the other two flags.")
  void unwrap_refuses_fragments_and_what_is_not_udp_in_ipv4(@Subject Encapsulator encapsulator)
      throws MalformedPacketException {
    assertUnwraps(encapsulator, new FrameBuilder().type(0x0800).version(4).protocol(17));
    assertUnwrapRefuses(encapsulator, MalformedFrames.byType());
    assertUnwrapRefuses(encapsulator, MalformedFrames.byVersion());
    List<byte[]> others = new ArrayList<>();
    for (int protocol : new int[] {0, 1, 6, 16, 18, 136, 145, 255}) {
      others.add(new FrameBuilder().protocol(protocol).bytes());
    }
    assertUnwrapRefuses(encapsulator, others);
    for (int whole : new int[] {0x0000, 0x4000, 0x8000, 0xC000}) {
      assertUnwraps(encapsulator, new FrameBuilder().fragment(whole));
    }
    List<byte[]> fragments = new ArrayList<>();
    for (int part :
        new int[] {0x2000, 0x6000, 0xA000, 0x2001, 0x0001, 0x0100, 0x1000, 0x1FFF, 0x4002}) {
      fragments.add(new FrameBuilder().fragment(part).bytes());
    }
    assertUnwrapRefuses(encapsulator, fragments);
  }

  @Test
  @Points(1)
  @Clause({
    "A header is correct if the same sum over all its numbers, this time including the"
        + " checksum, is 0xFFFF.",
    "The header checksum covers the IPv4 header with its options, and nothing else.",
    "The header checksum is wrong. A checksum of 0 has no special meaning here, unlike in" + " UDP."
  })
  @Hint(
      "The checksum covers every byte of the header, options included, and no byte after"
          + " it. A checksum of 0 is a value like any other.")
  void unwrap_verifies_the_header_checksum(@Subject Encapsulator encapsulator, Seed seed)
      throws MalformedPacketException {
    assertUnwraps(encapsulator, addressed("c6336402", "cb007103").identificationForChecksum(0));
    assertUnwraps(
        encapsulator, addressed("dffffffe", "dffffffd").identificationForChecksum(0xFFFD));
    SplittableRandom random = seed.random();
    for (int i = 0; i < RANDOM_FRAMES; i++) {
      assertUnwraps(encapsulator, randomFrame(random));
    }
    assertUnwrapRefuses(encapsulator, MalformedFrames.byChecksum());
  }

  @Test
  @Points(1)
  @Clause({
    "both MAC addresses are replaced by the new ones, the TTL becomes one less, and the"
        + " header checksum is correct again.",
    "Everything else stays as it was, byte for byte: DSCP and ECN, flags, options, the data"
        + " of the packet, padding, and the number of bytes."
  })
  @Hint(
      "Copy the frame and change four fields: two MAC addresses, TTL and checksum. A Frame"
          + " does not hold everything that must stay.")
  void forward_changes_macs_ttl_and_checksum_alone(@Subject Encapsulator encapsulator)
      throws MalformedPacketException {
    // A textbook example of an IPv4 header, except for its length: TCP between two hosts.
    byte[] known =
        hex(
            "00005e0053ff 00005e005301 0800 45000018 1c464000 4006b20a ac100a63 ac100a0c"
                + "01020304");
    byte[] next =
        hex(
            "02a5c3bb0080 02a5c3aa8001 0800 45000018 1c464000 3f06b30a ac100a63 ac100a0c"
                + "01020304");
    FrameText.assertSame(
        asked(known),
        next,
        forwarded(encapsulator, known, hex("02a5c3aa8001"), hex("02a5c3bb0080")));
    assertForwards(encapsulator, new FrameBuilder().payload(new byte[0]).padded());
    assertForwards(encapsulator, new FrameBuilder().tos(0xB9));
    assertForwards(encapsulator, new FrameBuilder().fragment(0x0000));
    assertForwards(encapsulator, new FrameBuilder().fragment(0xC000));
    assertForwards(encapsulator, new FrameBuilder().options(RECORD_ROUTE));
    assertForwards(encapsulator, new FrameBuilder().options("8b04ff01".repeat(10)));
    assertForwards(encapsulator, new FrameBuilder().behind("a1b2c3d4e5f60718293a4b5c6d7e8f"));
    assertForwards(encapsulator, new FrameBuilder().payload(UdpPayloads.ascii(1_481)).behind("00"));
  }

  @Test
  @Points(1)
  @Clause({
    "If the TTL is 0 or 1 on arrival, the packet is dropped: nothing goes out.",
    "the TTL becomes one less"
  })
  @Hint(
      "Read the TTL without a sign, 0 to 255. A packet that would get a TTL below 1 does"
          + " not go out.")
  void forward_ends_a_packet_whose_ttl_is_used_up(@Subject Encapsulator encapsulator)
      throws MalformedPacketException {
    for (int ttl : new int[] {2, 3, 127, 128, 129, 254, 255}) {
      byte[] bytes = new FrameBuilder().ttl(ttl).bytes();
      assertThat(forwarded(encapsulator, bytes, NEW_MAC, NEW_MAC)[TTL_AT] & 0xFF)
          .as("TTL after %s", asked(bytes))
          .isEqualTo(ttl - 1);
    }
    assertForwardEnds(encapsulator, new FrameBuilder().ttl(1));
    assertForwardEnds(encapsulator, new FrameBuilder().ttl(0));
    assertForwardEnds(encapsulator, new FrameBuilder().ttl(1).protocol(6).behind("00000000"));
  }

  @Test
  @Points(1)
  @Clause(
      "the header checksum is correct again. It is the checksum that a new computation"
          + " gives, so it is never 0xFFFF.")
  @Hint(
      "If you adapt the old checksum: add the carry at the low end, and write 0xFFFF as 0."
          + " It is simpler to compute the checksum again.")
  void forward_gets_the_checksum_right_where_it_carries(
      @Subject Encapsulator encapsulator, Seed seed) throws MalformedPacketException {
    int[] onArrival = {
      0xFEFF, 0xFEFE, 0xFF00, 0xFF01, 0xFFFE, 0xFE00, 0x0000, 0x00FF, 0x7F80, 0x8000
    };
    for (int checksum : onArrival) {
      assertForwards(encapsulator, new FrameBuilder().identificationForChecksum(checksum));
      assertForwards(
          encapsulator,
          addressed("c6ff80ff", "cbfff1fe").ttl(100).identificationForChecksum(checksum));
    }
    SplittableRandom random = seed.random();
    for (int i = 0; i < RANDOM_FRAMES; i++) {
      assertForwards(encapsulator, randomFrame(random).ttl(random.nextInt(2, 128)));
    }
    // A frame with a TTL of 5 makes four hops.
    byte[] onItsWay = new FrameBuilder().ttl(5).bytes();
    for (int hop = 0; hop < 4; hop++) {
      onItsWay = forwarded(encapsulator, onItsWay, NEW_MAC, NEW_MAC);
    }
    byte[] afterFourHops = new FrameBuilder().ttl(2).nextHop(NEW_MAC, NEW_MAC).bytes();
    FrameText.assertSame("forward, four times in a row", afterFourHops, onItsWay);
  }

  @Test
  @Points(1)
  @Clause(
      "Nothing else is checked: any protocol is forwarded, fragments too, and IPv4 and MAC"
          + " addresses may have any values.")
  @Hint(
      "A router forwards any protocol and fragments too, and it does not check addresses."
          + " Only the destination checks these.")
  void forward_looks_at_nothing_else(@Subject Encapsulator encapsulator)
      throws MalformedPacketException {
    for (int protocol : new int[] {0, 1, 6, 255}) {
      assertForwardsButForChecksum(encapsulator, new FrameBuilder().protocol(protocol));
    }
    for (int fragment : new int[] {0x2000, 0x6000, 0x2001, 0x0100, 0x1FFF, 0x3FFF}) {
      assertForwardsButForChecksum(encapsulator, new FrameBuilder().fragment(fragment));
    }
    for (String address : List.of("00000000", "7f000001", "a9fe0101", "e0000001", "ffffffff")) {
      assertForwardsButForChecksum(encapsulator, addressed(address, ADDRESS));
      assertForwardsButForChecksum(encapsulator, addressed(ADDRESS, address));
    }
    for (String mac : List.of("ffffffffffff", "01005e000001", "000000000000")) {
      assertForwardsButForChecksum(encapsulator, new FrameBuilder().macs(mac, MAC));
      assertForwardsButForChecksum(encapsulator, new FrameBuilder().macs(MAC, mac));
    }
    assertForwardsButForChecksum(encapsulator, new FrameBuilder().payload(new byte[0]));
  }

  @Test
  @Points(1)
  @Clause({
    "Malformed bytes are refused first, whatever the TTL is.",
    "if a new MAC address does not have exactly 6 bytes"
  })
  @Hint(
      "Check the whole header before you look at the TTL. If it is damaged, throw an"
          + " exception: return neither a frame nor an empty result.")
  void forward_refuses_what_is_malformed(@Subject Encapsulator encapsulator)
      throws MalformedPacketException {
    assertForwardsButForChecksum(encapsulator, new FrameBuilder());
    assertForwardRefuses(encapsulator, MalformedFrames.byType());
    assertForwardRefuses(encapsulator, MalformedFrames.byVersion());
    assertForwardRefuses(encapsulator, MalformedFrames.byLength());
    assertForwardRefuses(encapsulator, MalformedFrames.byChecksum());
    assertForwardRefuses(
        encapsulator,
        List.of(
            new FrameBuilder().ttl(1).checksum(0x1234).bytes(),
            new FrameBuilder().ttl(0).version(6).bytes()));
    byte[] right = new FrameBuilder().bytes();
    for (int length : new int[] {0, 5, 7}) {
      byte[] mac = new byte[length];
      assertThatIllegalArgumentException()
          .as("forward with a new source MAC address of %d bytes", length)
          .isThrownBy(() -> encapsulator.forward(right, mac, NEW_MAC));
      assertThatIllegalArgumentException()
          .as("forward with a new destination MAC address of %d bytes", length)
          .isThrownBy(() -> encapsulator.forward(right, NEW_MAC, mac));
    }
  }

  @Test
  @Points(1)
  @CallerOwnsArrays
  @Clause({
    "No method changes an array that it gets, and none keeps one",
    "Each array in a result is new."
  })
  @Hint(
      "Do not write into an array that you get, and do not keep it: make a copy. Do not return"
          + " the same array twice.")
  void arrays_belong_to_the_caller(@Subject Encapsulator encapsulator)
      throws MalformedPacketException {
    FrameBuilder hand = addressed("c6336402", "cb007103").macs(MAC, "02a5c30000fe").padded();
    Frame frame = hand.frame();
    byte[] bytes = hand.bytes();
    for (int call = 0; call < 2; call++) {
      assertWraps(encapsulator, frame, bytes);
      assertUnwraps(encapsulator, hand);
      assertForwardEnds(encapsulator, new FrameBuilder().ttl(1));
      assertUnwrapRefuses(encapsulator, MalformedFrames.byChecksum());
      assertForwardRefuses(encapsulator, MalformedFrames.byChecksum());
      assertForwards(encapsulator, new FrameBuilder());
    }
    // The bytes that the arrays of the calls before hold by now.
    assertForwardRefuses(encapsulator, List.of(overwritten(bytes)));
    assertUnwraps(encapsulator, hand);
    assertUnwrapRefuses(encapsulator, List.of(overwritten(bytes)));
    assertWraps(encapsulator, frame, bytes);
    HexFormat digits = HexFormat.of();
    FrameBuilder other =
        addressed(
                digits.formatHex(overwritten(frame.sourceAddress())),
                digits.formatHex(overwritten(frame.destinationAddress())))
            .macs(
                digits.formatHex(overwritten(frame.sourceMac())),
                digits.formatHex(overwritten(frame.destinationMac())))
            .payload(overwritten(frame.datagram()))
            .padded();
    assertWraps(encapsulator, other.frame(), other.bytes());
  }

  private static FrameBuilder addressed(String source, String destination) {
    return new FrameBuilder().addresses(source, destination);
  }

  /** Returns a frame with addresses from 128.0.0.0 to 222.255.255.255 and a TTL from 0 to 127. */
  private static FrameBuilder randomFrame(SplittableRandom random) {
    byte[] datagram = new byte[random.nextInt(26, 60)];
    random.nextBytes(datagram);
    return addressed(randomHost(random), randomHost(random))
        .ttl(random.nextInt(128))
        .identification(random.nextInt(65_536))
        .payload(datagram);
  }

  private static String randomHost(SplittableRandom random) {
    return "%08x".formatted(random.nextLong(0x80000000L, 0xDF000000L));
  }
}
