package firsthop.grader.exams.addresses;

import static firsthop.addresses.AddressKind.BROADCAST;
import static firsthop.addresses.AddressKind.DOCUMENTATION;
import static firsthop.addresses.AddressKind.GLOBAL;
import static firsthop.addresses.AddressKind.LINK_LOCAL;
import static firsthop.addresses.AddressKind.LOOPBACK;
import static firsthop.addresses.AddressKind.MULTICAST;
import static firsthop.addresses.AddressKind.PRIVATE;
import static firsthop.addresses.AddressKind.RESERVED;
import static firsthop.addresses.AddressKind.SHARED;
import static firsthop.addresses.AddressKind.UNSPECIFIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firsthop.addresses.AddressClassifier;
import firsthop.addresses.AddressKind;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.Subject;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tests for IPv4 use no colon, so that they can pass before exercise 1.2 is done. */
@Exam(AddressClassifier.class)
class AddressClassifierExam {

  @Test
  @Points(1)
  @Clause({"10.0.0.0/8 PRIVATE", "172.16.0.0/12 PRIVATE", "192.168.0.0/16 PRIVATE"})
  @Hint(
      "One of the three private blocks ends inside an octet. Calculate its first and its last"
          + " address.")
  void private_blocks_end_where_their_lengths_say(@Subject AddressClassifier classifier) {
    assertKind(classifier, GLOBAL, "9.255.255.255", "11.0.0.0");
    assertKind(classifier, PRIVATE, "10.0.0.0", "10.128.7.200", "10.255.255.255");
    assertKind(classifier, GLOBAL, "172.15.255.255", "172.32.0.0", "172.0.0.1", "172.160.0.1");
    assertKind(classifier, PRIVATE, "172.16.0.0", "172.20.1.1", "172.31.255.255");
    assertKind(classifier, GLOBAL, "192.167.255.255", "192.169.0.0", "193.168.0.1");
    assertKind(classifier, PRIVATE, "192.168.0.0", "192.168.255.255");
  }

  @Test
  @Points(1)
  @Clause("127.0.0.0/8 LOOPBACK")
  @Hint("The loopback block of IPv4 has 16,777,216 addresses, not only one.")
  void every_address_in_its_block_is_loopback(@Subject AddressClassifier classifier) {
    assertKind(classifier, LOOPBACK, "127.0.0.1", "127.0.0.0", "127.0.1.1", "127.255.255.255");
    assertKind(classifier, GLOBAL, "126.255.255.255", "128.0.0.0", "128.0.0.1");
  }

  @Test
  @Points(1)
  @Clause({
    "An address that is in no block of the table is AddressKind.GLOBAL, even if a registry says"
        + " something else.",
    "0.0.0.0/32 UNSPECIFIED"
  })
  @Hint(
      "Only one IPv4 address is unspecified. Registries list more blocks than the contract, but"
          + " only the contract counts.")
  void an_ipv4_address_that_the_table_does_not_name_is_global(
      @Subject AddressClassifier classifier) {
    assertKind(classifier, UNSPECIFIED, "0.0.0.0");
    assertKind(classifier, GLOBAL, "0.0.0.1", "0.255.255.255", "1.0.0.0", "8.8.4.4");
    assertKind(classifier, GLOBAL, "192.0.0.1", "192.0.0.170", "192.31.196.1", "192.52.193.1");
    assertKind(classifier, GLOBAL, "192.88.99.1", "192.175.48.1", "198.18.0.1", "198.19.255.255");
  }

  @Test
  @Points(1)
  @Clause({"100.64.0.0/10 SHARED", "169.254.0.0/16 LINK_LOCAL"})
  @Hint(
      "A prefix of ten bits is one octet and two bits of the next one. Calculate the last address"
          + " of each block.")
  void shared_and_link_local_blocks_have_their_full_size(@Subject AddressClassifier classifier) {
    assertKind(classifier, GLOBAL, "100.63.255.255", "100.128.0.0", "100.0.0.1", "101.64.0.1");
    assertKind(
        classifier, SHARED, "100.64.0.0", "100.65.0.1", "100.100.100.100", "100.127.255.255");
    assertKind(classifier, GLOBAL, "169.253.255.255", "169.255.0.0", "170.254.0.1");
    assertKind(classifier, LINK_LOCAL, "169.254.0.0", "169.254.169.254", "169.254.255.255");
  }

  @Test
  @Points(1)
  @Clause({
    "255.255.255.255 is in two blocks and is AddressKind.BROADCAST",
    "The other addresses in 240.0.0.0/4 are AddressKind.RESERVED."
  })
  @Hint(
      "The highest addresses belong to three kinds. Check the very last address before the block"
          + " that contains it.")
  void multicast_reserved_and_broadcast_share_the_top(@Subject AddressClassifier classifier) {
    assertKind(classifier, GLOBAL, "223.255.255.255");
    assertKind(classifier, MULTICAST, "224.0.0.0", "232.1.2.3", "239.255.255.255");
    assertKind(classifier, RESERVED, "240.0.0.0", "250.1.2.3", "255.0.0.0", "255.255.255.254");
    assertKind(classifier, BROADCAST, "255.255.255.255");
  }

  @Test
  @Points(1)
  @Clause({
    "192.0.2.0/24 DOCUMENTATION",
    "198.51.100.0/24 DOCUMENTATION",
    "203.0.113.0/24 DOCUMENTATION"
  })
  @Hint(
      "IPv4 has three blocks for documentation. In each of them, the first three octets are"
          + " fixed.")
  void three_blocks_of_ipv4_are_for_documentation(@Subject AddressClassifier classifier) {
    assertKind(classifier, DOCUMENTATION, "192.0.2.0", "192.0.2.255");
    assertKind(classifier, DOCUMENTATION, "198.51.100.0", "198.51.100.255");
    assertKind(classifier, DOCUMENTATION, "203.0.113.0", "203.0.113.255");
    assertKind(classifier, GLOBAL, "192.0.1.255", "192.0.3.0", "198.51.99.255", "198.51.101.0");
    assertKind(classifier, GLOBAL, "203.0.112.255", "203.0.114.0", "192.1.2.0");
  }

  @Test
  @Points(1)
  @Clause({"::/128 UNSPECIFIED", "::1/128 LOOPBACK"})
  @Hint(
      "Unspecified and loopback are single addresses in IPv6, but each has many texts. Compare"
          + " the bytes.")
  void ipv6_zero_and_one_are_single_addresses(@Subject AddressClassifier classifier) {
    assertKind(classifier, UNSPECIFIED, "::", "0:0:0:0:0:0:0:0", "0::0", "::0.0.0.0");
    assertKind(classifier, LOOPBACK, "::1", "0:0:0:0:0:0:0:1", "0::0001", "::0.0.0.1");
    assertKind(classifier, GLOBAL, "::2", "::1:1", "1::", "1::1", "0:0:0:1::", "0:0:0:1::1");
  }

  @Test
  @Points(1)
  @Clause({"fc00::/7 PRIVATE", "fe80::/10 LINK_LOCAL", "ff00::/8 MULTICAST"})
  @Hint(
      "These prefixes end inside a group, and a text may leave out leading zeros. Compare bits,"
          + " not texts.")
  void ipv6_blocks_end_at_a_bit_and_not_at_a_group(@Subject AddressClassifier classifier) {
    assertKind(classifier, GLOBAL, "fbff:ffff::9", "fe00::9", "fc::9", "fd::9");
    assertKind(classifier, PRIVATE, "fc00::", "FC00::9", "fcff::9", "fd00::9", "fdff:ffff::ffff");
    assertKind(classifier, GLOBAL, "fe7f:ffff::9", "fec0::", "feff::9", "fe8::9");
    assertKind(classifier, LINK_LOCAL, "fe80::", "FE80::9", "fe80:1::9", "fe90::9", "febf:ffff::9");
    assertKind(classifier, GLOBAL, "ff::9", "ff0::9");
    assertKind(classifier, MULTICAST, "ff00::", "FF02::9", "ff0e::101", "ffff:ffff::9");
  }

  @Test
  @Points(1)
  @Clause({"2001:db8::/32 DOCUMENTATION", "3fff::/20 DOCUMENTATION"})
  @Hint("IPv6 got a second block for documentation in 2024. Its prefix ends inside a group.")
  void ipv6_has_two_blocks_for_documentation(@Subject AddressClassifier classifier) {
    assertKind(classifier, GLOBAL, "2001:db7:ffff::9", "2001:db9::", "2001:db80::9", "2001:d::b8");
    assertKind(classifier, DOCUMENTATION, "2001:db8::", "2001:0DB8::9", "2001:db8:ffff:ffff::9");
    assertKind(classifier, GLOBAL, "3ffe:ffff::9", "3fff:1000::", "3fff:ffff::9", "4000::9");
    assertKind(
        classifier, DOCUMENTATION, "3fff::", "3FFF:0:1::9", "3fff:800::9", "3fff:fff:ffff::9");
  }

  @Test
  @Points(1)
  @Clause({
    "It has the kind of the IPv4 address in its last 32 bits, no matter how it is written.",
    "::ffff:0:0/96 same as the IPv4 address in it"
  })
  @Hint(
      "An IPv4-mapped address has the kind of the IPv4 address in it. Compare the bytes, because"
          + " its text may have no dots.")
  void a_mapped_address_is_what_the_ipv4_address_in_it_is(@Subject AddressClassifier classifier) {
    assertKind(classifier, PRIVATE, "::ffff:10.1.2.3", "::ffff:a01:203", "::FFFF:192.168.7.9");
    assertKind(classifier, LOOPBACK, "::ffff:127.0.0.1", "0:0:0:0:0:ffff:7f00:1");
    assertKind(classifier, GLOBAL, "::ffff:193.0.6.139", "::ffff:c100:68b", "0::FFFF:129.6.15.28");
    assertKind(classifier, UNSPECIFIED, "::ffff:0.0.0.0", "::ffff:0:0");
    assertKind(classifier, LINK_LOCAL, "::ffff:169.254.0.1");
    assertKind(classifier, MULTICAST, "::ffff:224.0.0.251");
    assertKind(classifier, DOCUMENTATION, "::ffff:192.0.2.7", "::ffff:c000:207");
  }

  @Test
  @Points(1)
  @Clause({
    "In any other IPv6 address, an IPv4 address inside does not count.",
    "An address that is in no block of the table is AddressKind.GLOBAL, even if a registry says"
        + " something else."
  })
  @Hint(
      "An address is IPv4-mapped only if all of its first 96 bits are right. Old RFCs have more"
          + " special blocks than the table.")
  void an_ipv6_address_that_the_table_does_not_name_is_global(
      @Subject AddressClassifier classifier) {
    assertKind(classifier, DOCUMENTATION, "2001:db8::7");
    assertKind(classifier, GLOBAL, "::10.0.0.1", "::127.0.0.1", "::fffe:10.0.0.1");
    assertKind(classifier, GLOBAL, "::ffff:0:10.0.0.1", "1::ffff:10.0.0.1", "::1:ffff:10.0.0.1");
    assertKind(classifier, GLOBAL, "64:ff9b::10.0.0.1", "64:ff9b:1::9", "2002:a00:1::9");
    assertKind(classifier, GLOBAL, "fec0::9", "100::9", "2001::9", "2001:10::9", "2001:20::9");
    assertKind(classifier, GLOBAL, "5f00::9", "3ffe::9", "2620:4f:8000::9", "2606:4700::1111");
  }

  @Test
  @Points(1)
  @Clause("Any other text is refused.")
  @Hint(
      "Let your classes from 1.1 and 1.2 read the text. Library methods accept texts that are not"
          + " addresses.")
  void what_is_no_address_is_refused(@Subject AddressClassifier classifier) {
    assertKind(classifier, PRIVATE, "10.9.8.7");
    assertKind(classifier, DOCUMENTATION, "2001:db8::7");
    for (String text :
        List.of(
            "",
            "127.1",
            "10.0.0",
            "010.0.0.1",
            "10.0.0.256",
            "10.0.0.1 ",
            "10.0.0.0/8",
            "10.0.0.1:80",
            "localhost",
            ":",
            ":::",
            "::1::",
            "fd00:1:2:3",
            "12345::",
            "::g",
            "[::1]",
            "fe80::1%eth0",
            "fe80::1%1",
            "::1/128",
            " ::1",
            "::ffff:10.1",
            "::ffff:10.0.0.256")) {
      assertThatIllegalArgumentException()
          .as("classify(\"%s\")", text)
          .isThrownBy(() -> classifier.classify(text));
    }
  }

  private static void assertKind(
      AddressClassifier classifier, AddressKind expected, String... addresses) {
    for (String address : addresses) {
      assertThat(classifier.classify(address)).as("classify(\"%s\")", address).isEqualTo(expected);
    }
  }
}
