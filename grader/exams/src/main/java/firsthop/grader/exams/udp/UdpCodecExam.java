package firsthop.grader.exams.udp;

import static firsthop.grader.exams.udp.Payloads.ascii;
import static firsthop.grader.exams.udp.Payloads.text;
import static firsthop.grader.exams.udp.UdpCodecQuestions.DESTINATION;
import static firsthop.grader.exams.udp.UdpCodecQuestions.SOURCE;
import static firsthop.grader.exams.udp.UdpCodecQuestions.assertChecksum;
import static firsthop.grader.exams.udp.UdpCodecQuestions.assertDecodes;
import static firsthop.grader.exams.udp.UdpCodecQuestions.assertEncodes;
import static firsthop.grader.exams.udp.UdpCodecQuestions.assertField;
import static firsthop.grader.exams.udp.UdpCodecQuestions.assertFields;
import static firsthop.grader.exams.udp.UdpCodecQuestions.assertMalformed;
import static firsthop.grader.exams.udp.UdpCodecQuestions.assertPorts;
import static firsthop.grader.exams.udp.UdpCodecQuestions.assertRefusesToDecode;
import static firsthop.grader.exams.udp.UdpCodecQuestions.assertRefusesToEncode;
import static firsthop.grader.exams.udp.UdpCodecQuestions.bytes;
import static firsthop.grader.exams.udp.UdpCodecQuestions.hex;
import static firsthop.grader.exams.udp.UdpCodecQuestions.with;

import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.Seed;
import firsthop.grader.exam.Subject;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import firsthop.udp.UdpCodec;
import firsthop.udp.UdpDatagram;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Three kinds of witness: examples that are published, examples worked out by hand, and {@link
 * Remainders}. What {@code decode} is to read never comes from {@code encode}.
 */
@Exam(UdpCodec.class)
class UdpCodecExam {
  /** 65,535 bytes of an IPv4 packet, less 20 of its header and 8 of UDP's. */
  private static final int MAX_PAYLOAD = 65_507;

  /** The longest IPv4 packet has an odd byte more, and that has a test of its own. */
  private static final int MAX_SUMMED = 65_534;

  private static final int PORTS = 65_536;

  @Test
  @Points(1)
  @Clause({
    "Every two bytes are a number of 16 bits, the high byte before the low byte.",
    "The checksum is the complement of that: each of the 16 bits is inverted."
  })
  @Hint("Which byte of a pair is the high one? And the complement of what, if nothing is added?")
  void checksum_inverts_the_sum_of_pairs(@Subject UdpCodec udp) {
    assertChecksum(udp, "", 0xFFFF);
    assertChecksum(udp, "0000", 0xFFFF);
    assertChecksum(udp, "00010002", 0xFFFC);
    assertChecksum(udp, "0102030405060708", 0xEFEB);
    assertChecksum(udp, "70007001", 0x1FFE);
    assertChecksum(udp, "700070007001", 0xAFFD);
  }

  @Test
  @Points(1)
  @Clause("A byte has no sign: it counts from 0 to 255.")
  @Hint("What does Java add for a byte above 127, as the high one of a pair and as the low one?")
  void checksum_takes_bytes_without_a_sign(@Subject UdpCodec udp, Seed seed) {
    // The example of RFC 1071 §3, and the header of an IPv4 packet, its checksum left out.
    assertChecksum(udp, "0001f203f4f5f6f7", 0x220D);
    assertChecksum(udp, "45000073000040004011" + "0000" + "c0a80001c0a800c7", 0xB861);
    assertChecksum(udp, "0080", 0xFF7F);
    assertChecksum(udp, "8000", 0x7FFF);
    assertChecksum(udp, "00ff00ff", 0xFE01);
    assertChecksum(udp, "80018002", 0xFFFB);
    SplittableRandom random = seed.random();
    for (int length = 2; length <= 40; length += 2) {
      assertChecksum(udp, random(random, length));
    }
  }

  @Test
  @Points(1)
  @Clause(
      "If there is a byte left at the end, it is the high byte of a number whose low byte is 0.")
  @Hint("A last byte without a partner gets one, but on which side? And it must not be left out.")
  void checksum_takes_an_odd_byte_for_a_high_byte(@Subject UdpCodec udp, Seed seed) {
    assertChecksum(udp, "01", 0xFEFF);
    assertChecksum(udp, "010203", 0xFBFD);
    assertChecksum(udp, "000000", 0xFFFF);
    assertChecksum(udp, "7f0001007f", 0x00FF);
    assertChecksum(udp, "80", 0x7FFF);
    SplittableRandom random = seed.random();
    for (int length = 1; length <= 39; length += 2) {
      assertChecksum(udp, random(random, length));
    }
  }

  @Test
  @Points(1)
  @Clause("added to these 16 bits, again and again until nothing is above them")
  @Hint(
      "Adding what was carried may carry again; and the more numbers, the more there is to carry.")
  void checksum_carries_until_nothing_is_left(@Subject UdpCodec udp, Seed seed) {
    // 1FFFF becomes 10000, and only then 1.
    assertChecksum(udp, "ffffffff0001", 0xFFFE);
    assertChecksum(udp, "80008000ffff", 0xFFFE);
    assertChecksum(udp, "ffffffffffff0002", 0xFFFD);
    assertChecksum(udp, "ffff0001", 0xFFFE);
    byte[] ones = new byte[MAX_SUMMED];
    Arrays.fill(ones, (byte) 0xFF);
    ones[ones.length - 1] = 1;
    ones[ones.length - 2] = 0;
    assertChecksum(udp, ones);
    assertChecksum(udp, random(seed.random(), MAX_SUMMED));
  }

  @Test
  @Points(1)
  @Clause({
    "The result is the header and the payload, and nothing before, between or after.",
    "The length is the number of bytes of header and payload together: 8 for an empty payload."
  })
  @Hint("Each number of the header has two bytes, the high one first; the length counts them, too.")
  void encode_writes_header_and_payload(@Subject UdpCodec udp) {
    assertFields(udp, new UdpDatagram(0x0102, 0x0304, bytes("05060708")), "01020304000c");
    assertFields(udp, new UdpDatagram(53, 49_152, bytes("090a0b")), "0035c000000b");
    assertFields(udp, new UdpDatagram(65_280, 255, bytes("")), "ff0000ff0008");
    assertFields(udp, new UdpDatagram(32_767, 32_768, new byte[300]), "7fff80000134");
  }

  @Test
  @Points(1)
  @Clause("the pseudo header, the header with 0 in place of the checksum, and the payload")
  @Hint("Both addresses, the protocol, and the length twice: leave nothing out of the sum.")
  void encode_sums_up_the_pseudo_header_too(@Subject UdpCodec udp) {
    // c000 + 0201 + c633 + 6407, 0011 + 000c, 0035 + c000 + 000c, 1234 + 8180: 3404d, so 4050.
    assertField(udp, new UdpDatagram(53, 49_152, bytes("12348180")), SOURCE, DESTINATION, 0xBFAF);
    // Without the payload, and 0008 for both lengths: 2ac91, so ac93.
    assertField(udp, new UdpDatagram(53, 49_152, bytes("")), SOURCE, DESTINATION, 0x536C);
    // From 0.0.0.0 to 255.255.255.255, as a host asks for an address: 207af, so 07b1.
    assertField(
        udp,
        new UdpDatagram(68, 67, bytes("01010600")),
        bytes("00000000"),
        bytes("ffffffff"),
        0xF84E);
  }

  @Test
  @Points(1)
  @Clause({
    "The result is the header and the payload, and nothing before, between or after.",
    "the pseudo header, the header with 0 in place of the checksum, and the payload"
  })
  @Hint("A byte that is added to make a pair counts in the sum, but is neither sent nor counted.")
  void encode_is_right_for_payloads_of_every_size(@Subject UdpCodec udp, Seed seed) {
    // An example of textbooks: 153.18.8.105 to 171.2.14.10, and seven bytes.
    assertField(
        udp,
        new UdpDatagram(1_087, 13, text("TESTING")),
        bytes("99120869"),
        bytes("ab020e0a"),
        0x6914);
    // 2ac81 without the lengths, 000e twice, and the payload: 4ffff, so 10003, so 4.
    assertField(
        udp, new UdpDatagram(53, 49_152, bytes("ffffffff5364")), SOURCE, DESTINATION, 0xFFFB);
    SplittableRandom random = seed.random();
    for (int length : new int[] {0, 1, 2, 3, 8, 13, 255, 256, 1_472, 1_473, 40_001}) {
      UdpDatagram datagram =
          new UdpDatagram(random.nextInt(PORTS), random.nextInt(PORTS), random(random, length));
      assertEncodes(udp, datagram, random(random, 4), random(random, 4));
    }
  }

  @Test
  @Points(1)
  @Clause({
    "A checksum that comes out as 0 is written as 0xFFFF",
    "What 0 means in a datagram is no matter of this method: 0 is returned as 0."
  })
  @Hint(
      "One of the numbers that a checksum can be has another meaning in a header, and only there.")
  void encode_writes_ffff_for_a_computed_zero(@Subject UdpCodec udp) {
    assertEncodes(udp, sumsUpToOnes(123, 49_153, "00010203"), SOURCE, DESTINATION);
    assertEncodes(udp, sumsUpToOnes(53, 50_000, ""), SOURCE, DESTINATION);
    assertField(udp, new UdpDatagram(53, 49_152, bytes("")), SOURCE, DESTINATION, 0x536C);
    assertChecksum(udp, "ffff", 0);
    assertChecksum(udp, "00ffff00", 0);
    assertChecksum(udp, "fffe", 1);
  }

  @Test
  @Points(1)
  @Clause("a port is below 0 or above 65535")
  @Hint("Both ports have the same range, and a port out of it must not lose its upper bits.")
  void encode_refuses_a_port_out_of_range(@Subject UdpCodec udp) {
    for (int port : new int[] {0, 1, 32_768, 65_535}) {
      assertPorts(udp, new UdpDatagram(port, 53, bytes("0102")), hex(port) + "0035");
      assertPorts(udp, new UdpDatagram(53, port, bytes("0102")), "0035" + hex(port));
    }
    for (int port : new int[] {-1, 65_536, 65_589, -32_768, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertRefusesToEncode(udp, new UdpDatagram(port, 53, bytes("0102")), SOURCE, DESTINATION);
      assertRefusesToEncode(udp, new UdpDatagram(53, port, bytes("0102")), SOURCE, DESTINATION);
    }
  }

  @Test
  @Points(1)
  @Clause("The payload is at most 65,507 bytes")
  @Hint("Two headers must fit into the packet, too: work out what they leave, to the byte.")
  void encode_fills_a_packet_and_no_more(@Subject UdpCodec udp) {
    UdpDatagram largest = new UdpDatagram(2_049, 700, new byte[MAX_PAYLOAD]);
    assertEncodes(udp, largest, SOURCE, DESTINATION);
    for (int length : new int[] {65_508, 65_515, 65_527, 65_528, 65_536, 70_000}) {
      UdpDatagram datagram = new UdpDatagram(2_049, 700, new byte[length]);
      assertRefusesToEncode(udp, datagram, SOURCE, DESTINATION);
    }
  }

  @Test
  @Points(1)
  @Clause({
    "the payload is longer than 65,507 bytes, or an address is not 4 bytes",
    "an address is not 4 bytes, even where there is no checksum to need it"
  })
  @Hint("Two methods take two addresses each, and all four are looked at, whatever the datagram.")
  void addresses_have_four_bytes(@Subject UdpCodec udp) {
    UdpDatagram datagram = new UdpDatagram(53, 1_234, text("ping"));
    byte[] summed = Remainders.encode(datagram, SOURCE, DESTINATION);
    byte[] unsummed = Remainders.withField(datagram, 0);
    // What is accepted here holds no checksum: those have tests of their own.
    assertPorts(udp, datagram, "003504d2");
    assertDecodes(udp, unsummed, datagram);
    for (int length : new int[] {0, 3, 5, 16}) {
      byte[] source = Arrays.copyOf(SOURCE, length);
      byte[] destination = Arrays.copyOf(DESTINATION, length);
      assertRefusesToEncode(udp, datagram, source, DESTINATION);
      assertRefusesToEncode(udp, datagram, SOURCE, destination);
      for (byte[] bytes : List.of(summed, unsummed)) {
        assertRefusesToDecode(udp, bytes, source, DESTINATION);
        assertRefusesToDecode(udp, bytes, SOURCE, destination);
      }
    }
  }

  @Test
  @Points(1)
  @Clause("the ports, without a sign, and the payload")
  @Hint("Ports and lengths are above 32767 as often as not, and a payload may be empty.")
  void decode_reads_ports_and_payload(@Subject UdpCodec udp) {
    for (UdpDatagram datagram :
        List.of(
            new UdpDatagram(53, 1_234, text("four")),
            new UdpDatagram(53, 1_234, text("three")),
            new UdpDatagram(49_152, 65_535, bytes("80ff7f00")),
            new UdpDatagram(0, 32_768, bytes("00")),
            new UdpDatagram(258, 0, bytes("")),
            new UdpDatagram(53, 1_234, ascii(40_001)),
            new UdpDatagram(53, 1_234, ascii(MAX_PAYLOAD)))) {
      assertDecodes(udp, Remainders.encode(datagram, SOURCE, DESTINATION), datagram);
    }
  }

  @Test
  @Points(1)
  @Clause("or the checksum is wrong")
  @Hint("One bit anywhere is enough: in the header, in the payload, or in an address.")
  void decode_refuses_what_was_damaged(@Subject UdpCodec udp, Seed seed) {
    UdpDatagram datagram = new UdpDatagram(1_234, 4_321, text("the odd one"));
    byte[] sent = Remainders.encode(datagram, SOURCE, DESTINATION);
    SplittableRandom random = seed.random();
    assertDecodes(udp, sent, datagram);
    for (int i = 0; i < sent.length; i++) {
      assertMalformed(udp, damaged(sent, i, random), SOURCE, DESTINATION);
    }
    for (int i = 0; i < SOURCE.length; i++) {
      assertMalformed(udp, sent, damaged(SOURCE, i, random), DESTINATION);
      assertMalformed(udp, sent, SOURCE, damaged(DESTINATION, i, random));
    }
  }

  @Test
  @Points(1)
  @Clause({
    "A checksum field of 0 means that none was computed",
    "Any other checksum field, 0xFFFF too, must be what encode would write."
  })
  @Hint("Two values of the field are special: one says nothing, and the other looks like it.")
  void decode_takes_zero_alone_for_not_computed(@Subject UdpCodec udp) {
    UdpDatagram datagram = new UdpDatagram(1_234, 4_321, text("four"));
    UdpDatagram ones = sumsUpToOnes(1_234, 4_321, "00010203");
    assertDecodes(udp, Remainders.withField(datagram, 0), datagram);
    assertDecodes(udp, Remainders.withField(ones, 0), ones);
    assertDecodes(udp, Remainders.withField(ones, 0xFFFF), ones);
    assertMalformed(udp, Remainders.withField(datagram, 0xFFFF), SOURCE, DESTINATION);
    assertMalformed(udp, Remainders.withField(datagram, 1), SOURCE, DESTINATION);
    assertMalformed(udp, Remainders.withField(ones, 0xFFFE), SOURCE, DESTINATION);
  }

  @Test
  @Points(1)
  @Clause("Bytes after that are ignored: they are no part of the payload")
  @Hint("What lies behind the datagram counts neither for the payload nor for the checksum.")
  void decode_ignores_bytes_after_the_datagram(@Subject UdpCodec udp) {
    for (String payload : List.of("four", "three", "")) {
      UdpDatagram datagram = new UdpDatagram(1_234, 4_321, text(payload));
      byte[] sent = Remainders.encode(datagram, SOURCE, DESTINATION);
      for (String more : List.of("00", "01", "0000", "40414243444546", "0d0e0f0d0e0f0d0e")) {
        assertDecodes(udp, with(sent, more), datagram);
      }
    }
  }

  @Test
  @Points(1)
  @Clause({
    "The length field must be at least 8, and at most the number of bytes that are there.",
    "there are fewer than 8 bytes"
  })
  @Hint(
      "The field may say less than a header, or more than there is, even with no checksum at all.")
  void decode_refuses_a_length_that_cannot_be(@Subject UdpCodec udp) {
    // None of these has a checksum, so none is refused for that.
    for (String payload : List.of("", "0a", "0a0b0c0d")) {
      UdpDatagram datagram = new UdpDatagram(0x1234, 0x4321, bytes(payload));
      assertDecodes(udp, Remainders.withField(datagram, 0), datagram);
    }
    for (String length : List.of("0000", "0001", "0007", "000d", "000e", "0100", "8000", "ffff")) {
      assertMalformed(udp, bytes("12344321" + length + "0000" + "0a0b0c0d"), SOURCE, DESTINATION);
    }
    byte[] header = bytes("123443210008" + "0000");
    for (int length = 0; length < header.length; length++) {
      assertMalformed(udp, Arrays.copyOf(header, length), SOURCE, DESTINATION);
    }
  }

  /**
   * Return a datagram whose checksum comes out as 0, which takes two bytes more of payload: they
   * are what the checksum would be without them.
   */
  private static UdpDatagram sumsUpToOnes(int sourcePort, int destinationPort, String payload) {
    byte[] open = bytes(payload + "0000");
    int lacking =
        Remainders.field(new UdpDatagram(sourcePort, destinationPort, open), SOURCE, DESTINATION);
    return new UdpDatagram(sourcePort, destinationPort, bytes(payload + hex(lacking)));
  }

  /** Return bytes of which one has one bit inverted. */
  private static byte[] damaged(byte[] sent, int at, SplittableRandom random) {
    byte[] bytes = sent.clone();
    bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    return bytes;
  }

  private static byte[] random(SplittableRandom random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
