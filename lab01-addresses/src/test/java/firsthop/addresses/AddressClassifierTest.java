package firsthop.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExerciseTest(value = AddressClassifier.class, seconds = 4)
class AddressClassifierTest {
  private static final String REFUSED = "refused with IllegalArgumentException";

  private final AddressClassifier classifier = new MyAddressClassifier();

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, UNSPECIFIED",
    "127.0.0.1, LOOPBACK",
    "10.1.2.3, PRIVATE",
    "172.16.0.1, PRIVATE",
    "192.168.1.1, PRIVATE",
    "100.64.0.1, SHARED",
    "169.254.10.20, LINK_LOCAL",
    "224.0.0.251, MULTICAST",
    "255.255.255.255, BROADCAST",
    "192.0.2.1, DOCUMENTATION",
    "198.51.100.1, DOCUMENTATION",
    "203.0.113.1, DOCUMENTATION",
    "240.0.0.1, RESERVED",
    "8.8.8.8, GLOBAL",
    "193.0.6.139, GLOBAL",
  })
  @Order(1)
  void classify_knows_each_kind_of_ipv4_address(String address, AddressKind expected) {
    assertClassified(address, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "9.255.255.255, GLOBAL",
    "10.255.255.255, PRIVATE",
    "11.0.0.0, GLOBAL",
    "100.63.255.255, GLOBAL",
    "100.127.255.255, SHARED",
    "100.128.0.0, GLOBAL",
    "127.255.255.255, LOOPBACK",
    "128.0.0.0, GLOBAL",
    "169.254.255.255, LINK_LOCAL",
    "169.255.0.0, GLOBAL",
    "172.15.255.255, GLOBAL",
    "172.31.255.255, PRIVATE",
    "172.32.0.0, GLOBAL",
    "192.0.3.0, GLOBAL",
    "192.167.255.255, GLOBAL",
    "192.168.255.255, PRIVATE",
    "223.255.255.255, GLOBAL",
    "239.255.255.255, MULTICAST",
    "240.0.0.0, RESERVED",
    "255.255.255.254, RESERVED",
  })
  @Hint("Calculate the first and the last address of each block. You can check them with 1.3.")
  @Order(2)
  void a_block_of_ipv4_goes_from_its_first_address_to_its_last(
      String address, AddressKind expected) {
    assertClassified(address, expected);
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.1, GLOBAL", "192.0.0.1, GLOBAL", "198.18.0.1, GLOBAL", "192.88.99.1, GLOBAL"})
  @Hint("RFC 6890 has more blocks than the contract. Only the blocks of the contract count.")
  @Order(3)
  void an_address_that_is_not_in_the_table_is_global(String address, AddressKind expected) {
    assertClassified(address, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "::, UNSPECIFIED",
    "::1, LOOPBACK",
    "0:0:0:0:0:0:0:1, LOOPBACK",
    "fd12:3456:789a::1, PRIVATE",
    "fe80::1, LINK_LOCAL",
    "FE80::1, LINK_LOCAL",
    "ff02::fb, MULTICAST",
    "2001:db8::1, DOCUMENTATION",
    "3fff::1, DOCUMENTATION",
    "2606:4700::1111, GLOBAL",
  })
  @Order(4)
  void classify_knows_each_kind_of_ipv6_address(String address, AddressKind expected) {
    assertClassified(address, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "::2, GLOBAL",
    "fbff::1, GLOBAL",
    "fc00::, PRIVATE",
    "fdff:ffff::1, PRIVATE",
    "fe00::1, GLOBAL",
    "febf::1, LINK_LOCAL",
    "fec0::1, GLOBAL",
    "ff::1, GLOBAL",
    "2001:db9::, GLOBAL",
    "3fff:fff::1, DOCUMENTATION",
    "3fff:1000::1, GLOBAL",
  })
  @Hint("A prefix may end inside a group: fe80::/10 means the first 10 bits, not the text fe80.")
  @Order(5)
  void a_block_of_ipv6_goes_from_its_first_address_to_its_last(
      String address, AddressKind expected) {
    assertClassified(address, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "::ffff:10.0.0.1, PRIVATE",
    "::ffff:a00:1, PRIVATE",
    "::ffff:127.0.0.1, LOOPBACK",
    "::ffff:0.0.0.0, UNSPECIFIED",
    "::ffff:0.0.0.1, GLOBAL",
    "::ffff:8.8.8.8, GLOBAL",
  })
  @Hint("Look at the 16 bytes: ten are 0, two are 0xFF, and four are an IPv4 address.")
  @Order(6)
  void a_mapped_address_has_the_kind_of_the_ipv4_address_in_it(
      String address, AddressKind expected) {
    assertClassified(address, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "::10.0.0.1, GLOBAL",
    "64:ff9b::10.0.0.1, GLOBAL",
    "::ffff:0:10.0.0.1, GLOBAL",
    "2002:a00:1::, GLOBAL",
  })
  @Hint("Only addresses in ::ffff:0:0/96 are IPv4-mapped. Check all 96 bits.")
  @Order(7)
  void an_ipv4_address_in_any_other_ipv6_address_does_not_count(
      String address, AddressKind expected) {
    assertClassified(address, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "127.1",
        "010.0.0.1",
        "256.0.0.1",
        "10.0.0.0/8",
        " 10.0.0.1",
        "localhost",
        ":::",
        "1:2:3",
        "12345::",
        "[::1]",
        "fe80::1%eth0",
        "::1/128",
        "::ffff:127.1"
      })
  @Hint("Let your classes from 1.1 and 1.2 read the text. A colon shows which of them you need.")
  void a_text_that_is_not_an_address_is_refused(String text) {
    assertThat(classified(text)).as("classify(\"%s\")", text).isEqualTo(REFUSED);
  }

  private void assertClassified(String address, AddressKind expected) {
    assertThat(classified(address)).as("classify(\"%s\")", address).isEqualTo(expected.toString());
  }

  /** Returns the result of classify as text, also for a refusal, so that a failure shows it. */
  private String classified(String text) {
    try {
      return classifier.classify(text).toString();
    } catch (IllegalArgumentException e) {
      return REFUSED;
    }
  }
}
