package firsthop.grader.exams.udp;

import static firsthop.grader.exam.ArrayOwner.overwritten;
import static firsthop.grader.exams.udp.UdpCodecAssertions.DESTINATION;
import static firsthop.grader.exams.udp.UdpCodecAssertions.SOURCE;
import static firsthop.grader.exams.udp.UdpCodecAssertions.assertChecksum;
import static firsthop.grader.exams.udp.UdpCodecAssertions.assertDecodes;
import static firsthop.grader.exams.udp.UdpCodecAssertions.assertEncodes;
import static firsthop.grader.exams.udp.UdpCodecAssertions.assertField;
import static firsthop.grader.exams.udp.UdpCodecAssertions.assertFields;
import static firsthop.grader.exams.udp.UdpCodecAssertions.assertMalformed;
import static firsthop.grader.exams.udp.UdpCodecAssertions.assertPorts;
import static firsthop.grader.exams.udp.UdpCodecAssertions.assertRefusesToDecode;
import static firsthop.grader.exams.udp.UdpCodecAssertions.assertRefusesToEncode;
import static firsthop.grader.exams.udp.UdpCodecAssertions.bytes;
import static firsthop.grader.exams.udp.UdpCodecAssertions.hex;
import static firsthop.grader.exams.udp.UdpCodecAssertions.with;
import static firsthop.grader.exams.udp.UdpPayloads.ascii;
import static firsthop.grader.exams.udp.UdpPayloads.text;

import firsthop.grader.exam.CallerOwnsArrays;
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
 * The hidden tests of exercise 2.1. Expected values are published examples, examples computed by
 * hand, or results of {@link UdpChecksum}. The input of {@code decode} never comes from {@code
 * encode}.
 */
@Exam(UdpCodec.class)
class UdpCodecExam {
  /** The 65,535 bytes of an IPv4 packet, minus 20 for the IPv4 header and 8 for the UDP header. */
  private static final int MAX_PAYLOAD = 65_507;

  /** The length of the longest IPv4 packet minus 1: odd lengths have their own test. */
  private static final int MAX_SUMMED = 65_534;

  private static final int PORTS = 65_536;

  @Test
  @Points(1)
  @Clause({
    "Every two bytes form a number of 16 bits, the high byte before the low byte.",
    "The checksum is the complement of the result: each of its 16 bits is inverted."
  })
  @Hint(
      "In each pair the first byte is the high byte. The result is the complement of the"
          + " sum, in 16 bits. With no bytes the sum is 0.")
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
  @Hint(
      "In Java a byte above 127 is negative. Mask it with 0xFF, both as the high byte and"
          + " as the low byte of a pair.")
  void checksum_takes_bytes_without_a_sign(@Subject UdpCodec udp, Seed seed) {
    // The example of RFC 1071 §3, and an IPv4 header with 0 in place of its checksum.
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
  @Clause("If one byte is left at the end, it is the high byte of a number whose low byte is 0.")
  @Hint(
      "If the number of bytes is odd, the last byte is a high byte, and its low byte is 0."
          + " Do not leave the last byte out.")
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
  @Clause("added to these 16 bits. This is repeated until nothing is left above them.")
  @Hint(
      "Adding the carry can produce a new carry, so repeat it until nothing is above 16"
          + " bits. Many bytes give a carry of more than 1.")
  void checksum_carries_until_nothing_is_left(@Subject UdpCodec udp, Seed seed) {
    // 1FFFF becomes 10000, and then 1.
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
    "The result is the header and the payload, with nothing before, between or after them.",
    "The length is the number of bytes of header and payload together: 8 for an empty" + " payload."
  })
  @Hint(
      "Each number in the header has two bytes, the high byte first. The length counts the"
          + " header too.")
  void encode_writes_header_and_payload(@Subject UdpCodec udp) {
    assertFields(udp, new UdpDatagram(0x0102, 0x0304, bytes("05060708")), "01020304000c");
    assertFields(udp, new UdpDatagram(53, 49_152, bytes("090a0b")), "0035c000000b");
    assertFields(udp, new UdpDatagram(65_280, 255, bytes("")), "ff0000ff0008");
    assertFields(udp, new UdpDatagram(32_767, 32_768, new byte[300]), "7fff80000134");
  }

  @Test
  @Points(1)
  @Clause({
    "The result is the header and the payload, with nothing before, between or after them.",
    "the pseudo header, the header with 0 in place of the checksum, and the payload"
  })
  @Hint(
      "The sum covers the pseudo header too, and the length counts twice. A 0 after an odd"
          + " number of bytes counts in the sum only: it is not sent.")
  void encode_sums_up_the_pseudo_header_and_payloads_of_every_size(
      @Subject UdpCodec udp, Seed seed) {
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
    // A textbook example: from 153.18.8.105 to 171.2.14.10, with seven bytes.
    assertField(
        udp,
        new UdpDatagram(1_087, 13, text("TESTING")),
        bytes("99120869"),
        bytes("ab020e0a"),
        0x6914);
    // 2ac81 without the lengths, 000e twice, and the payload: 4ffff, so 10003, so 4.
    assertField(
        udp, new UdpDatagram(53, 49_152, bytes("ffffffff5364")), SOURCE, DESTINATION, 0xFFFB);
    // The carry of the pseudo header may be added first: then the sum is 3ffff, so 10002, so 3.
    assertField(
        udp, new UdpDatagram(53, 49_152, bytes("ffffffff5363")), SOURCE, DESTINATION, 0xFFFC);
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
    "A computed checksum of 0 is written as 0xFFFF",
    "In a datagram 0 has a special meaning. In this method it has none: 0 is returned as 0."
  })
  @Hint(
      "In the header, 0 means: no checksum. So encode writes a computed 0 as 0xFFFF. The"
          + " method checksum returns 0 as 0.")
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
  @Hint("Both ports must be 0 to 65535. Check them before you cut them to 16 bits.")
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
  @Clause("The payload has at most 65,507 bytes")
  @Hint(
      "An IPv4 packet has at most 65,535 bytes. Subtract the IPv4 header and the UDP header"
          + " to get the longest payload, and refuse one byte more.")
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
    "an address is not 4 bytes, even if the datagram has no checksum"
  })
  @Hint(
      "encode and decode must check both addresses, always: also when the datagram has no"
          + " checksum.")
  void addresses_have_four_bytes(@Subject UdpCodec udp) {
    UdpDatagram datagram = new UdpDatagram(53, 1_234, text("ping"));
    byte[] summed = UdpChecksum.encode(datagram, SOURCE, DESTINATION);
    byte[] unsummed = UdpChecksum.withField(datagram, 0);
    // The accepted datagrams have no checksum: checksums have their own tests.
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
  @Hint(
      "Ports and lengths may be above 32767, so read them without a sign. The payload may"
          + " be empty.")
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
      assertDecodes(udp, UdpChecksum.encode(datagram, SOURCE, DESTINATION), datagram);
    }
  }

  @Test
  @Points(1)
  @Clause("or the checksum is wrong")
  @Hint(
      "One wrong bit is enough to refuse the datagram: in the header, in the payload, or in"
          + " an address.")
  void decode_refuses_what_was_damaged(@Subject UdpCodec udp, Seed seed) {
    UdpDatagram datagram = new UdpDatagram(1_234, 4_321, text("the odd one"));
    byte[] sent = UdpChecksum.encode(datagram, SOURCE, DESTINATION);
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
    "A checksum field of 0 means that no checksum was computed",
    "Any other value of the checksum field, 0xFFFF included, must be the value that encode"
        + " would write."
  })
  @Hint(
      "0 in the field means: no checksum. 0xFFFF is a computed 0, so it is checked like"
          + " every other value.")
  void decode_takes_zero_alone_for_not_computed(@Subject UdpCodec udp) {
    UdpDatagram datagram = new UdpDatagram(1_234, 4_321, text("four"));
    UdpDatagram ones = sumsUpToOnes(1_234, 4_321, "00010203");
    assertDecodes(udp, UdpChecksum.withField(datagram, 0), datagram);
    assertDecodes(udp, UdpChecksum.withField(ones, 0), ones);
    assertDecodes(udp, UdpChecksum.withField(ones, 0xFFFF), ones);
    assertMalformed(udp, UdpChecksum.withField(datagram, 0xFFFF), SOURCE, DESTINATION);
    assertMalformed(udp, UdpChecksum.withField(datagram, 1), SOURCE, DESTINATION);
    assertMalformed(udp, UdpChecksum.withField(ones, 0xFFFE), SOURCE, DESTINATION);
  }

  @Test
  @Points(1)
  @Clause(
      "Bytes after its end are ignored: they are not part of the payload, and the checksum"
          + " does not cover them.")
  @Hint(
      "Cut the datagram at its length field first. Bytes after it belong neither to the"
          + " payload nor to the sum.")
  void decode_ignores_bytes_after_the_datagram(@Subject UdpCodec udp) {
    for (String payload : List.of("four", "three", "")) {
      UdpDatagram datagram = new UdpDatagram(1_234, 4_321, text(payload));
      byte[] sent = UdpChecksum.encode(datagram, SOURCE, DESTINATION);
      for (String more : List.of("00", "01", "0000", "40414243444546", "0d0e0f0d0e0f0d0e")) {
        assertDecodes(udp, with(sent, more), datagram);
      }
    }
  }

  @Test
  @Points(1)
  @Clause({
    "The length field must be at least 8, and at most the length of bytes.",
    "there are fewer than 8 bytes"
  })
  @Hint(
      "The length field must be at least 8 and at most the number of bytes that arrived."
          + " Check it even if there is no checksum.")
  void decode_refuses_a_length_that_cannot_be(@Subject UdpCodec udp) {
    // None of these has a checksum, so a wrong checksum is not the reason for refusing them.
    for (String payload : List.of("", "0a", "0a0b0c0d")) {
      UdpDatagram datagram = new UdpDatagram(0x1234, 0x4321, bytes(payload));
      assertDecodes(udp, UdpChecksum.withField(datagram, 0), datagram);
    }
    for (String length : List.of("0000", "0001", "0007", "000d", "000e", "0100", "8000", "ffff")) {
      assertMalformed(udp, bytes("12344321" + length + "0000" + "0a0b0c0d"), SOURCE, DESTINATION);
    }
    byte[] header = bytes("123443210008" + "0000");
    for (int length = 0; length < header.length; length++) {
      assertMalformed(udp, Arrays.copyOf(header, length), SOURCE, DESTINATION);
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
  void arrays_belong_to_the_caller(@Subject UdpCodec udp) {
    UdpDatagram datagram = new UdpDatagram(53, 1_234, text("three"));
    byte[] sent = UdpChecksum.encode(datagram, SOURCE, DESTINATION);
    byte[] unsummed = UdpChecksum.withField(datagram, 0);
    for (int call = 0; call < 2; call++) {
      assertChecksum(udp, sent);
      assertEncodes(udp, datagram, SOURCE, DESTINATION);
      assertDecodes(udp, unsummed, datagram);
      assertMalformed(udp, UdpChecksum.withField(datagram, 1), SOURCE, DESTINATION);
      assertRefusesToEncode(udp, new UdpDatagram(-1, 53, text("three")), SOURCE, DESTINATION);
      assertDecodes(udp, sent, datagram);
    }
    // What the arrays of the calls before hold by now.
    UdpDatagram later = new UdpDatagram(53, 1_234, overwritten(datagram.payload()));
    byte[] source = overwritten(SOURCE);
    byte[] destination = overwritten(DESTINATION);
    assertMalformed(udp, overwritten(sent), SOURCE, DESTINATION);
    assertEncodes(udp, later, SOURCE, DESTINATION);
    assertEncodes(udp, datagram, SOURCE, DESTINATION);
    assertEncodes(udp, later, source, destination);
    assertChecksum(udp, sent);
    assertChecksum(udp, overwritten(sent));
  }

  /**
   * Returns a datagram whose computed checksum is 0. Two bytes are added to the payload: the
   * checksum that the datagram would have with 0 in their place.
   */
  private static UdpDatagram sumsUpToOnes(int sourcePort, int destinationPort, String payload) {
    byte[] open = bytes(payload + "0000");
    int lacking =
        UdpChecksum.field(new UdpDatagram(sourcePort, destinationPort, open), SOURCE, DESTINATION);
    return new UdpDatagram(sourcePort, destinationPort, bytes(payload + hex(lacking)));
  }

  /** Returns a copy of the bytes with one bit inverted in one byte. */
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
