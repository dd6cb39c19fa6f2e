package firsthop.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExerciseTest(value = SubnetCalculator.class, seconds = 4)
class SubnetCalculatorTest {
  private static final String REFUSED = "refused with IllegalArgumentException";
  private static final int MOST_PARTS = 65_536;

  private final SubnetCalculator subnets = new MySubnetCalculator();

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 192.0.2.0, 192.0.2.255, 255.255.255.0, 192.0.2.1, 192.0.2.254, 256, 254",
    "192.0.2.64/26, 192.0.2.64, 192.0.2.127, 255.255.255.192, 192.0.2.65, 192.0.2.126, 64, 62",
    "172.16.0.0/12, 172.16.0.0, 172.31.255.255, 255.240.0.0, 172.16.0.1, 172.31.255.254,"
        + " 1048576, 1048574",
    "10.0.0.0/8, 10.0.0.0, 10.255.255.255, 255.0.0.0, 10.0.0.1, 10.255.255.254,"
        + " 16777216, 16777214",
    "192.0.2.4/30, 192.0.2.4, 192.0.2.7, 255.255.255.252, 192.0.2.5, 192.0.2.6, 4, 2",
  })
  @Order(1)
  void describe_gives_all_facts_about_a_block(
      String cidr,
      String first,
      String last,
      String netmask,
      String firstHost,
      String lastHost,
      long size,
      long hosts) {
    Subnet expected = new Subnet(first, last, netmask, firstHost, lastHost, size, hosts);
    assertThat(described(cidr)).as("describe(\"%s\")", cidr).isEqualTo(expected.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.77/26, 192.0.2.64, 192.0.2.127",
    "10.1.2.3/8, 10.0.0.0, 10.255.255.255",
    "172.20.30.40/12, 172.16.0.0, 172.31.255.255",
    "203.0.113.255/28, 203.0.113.240, 203.0.113.255",
    "198.51.100.77/21, 198.51.96.0, 198.51.103.255",
  })
  @Hint("The address in the text may be any address of the block: use & with the netmask.")
  @Order(2)
  void describe_sets_host_bits_to_zero(String cidr, String first, String last) {
    Subnet subnet = subnets.describe(cidr);
    assertThat(subnet.first() + " to " + subnet.last())
        .as("first and last address of describe(\"%s\")", cidr)
        .isEqualTo(first + " to " + last);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.6/31, 192.0.2.6, 192.0.2.7, 255.255.255.254, 2",
    "192.0.2.9/31, 192.0.2.8, 192.0.2.9, 255.255.255.254, 2",
    "192.0.2.1/32, 192.0.2.1, 192.0.2.1, 255.255.255.255, 1",
  })
  @Hint("From /0 to /30 two addresses are not hosts. In a /31 and a /32, all addresses are hosts.")
  @Order(3)
  void every_address_of_the_smallest_blocks_is_a_host(
      String cidr, String first, String last, String netmask, long size) {
    Subnet expected = new Subnet(first, last, netmask, first, last, size, size);
    assertThat(described(cidr)).as("describe(\"%s\")", cidr).isEqualTo(expected.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0, 0.0.0.0, 255.255.255.255, 0.0.0.0, 0.0.0.1, 255.255.255.254,"
        + " 4294967296, 4294967294",
    "200.1.2.3/0, 0.0.0.0, 255.255.255.255, 0.0.0.0, 0.0.0.1, 255.255.255.254,"
        + " 4294967296, 4294967294",
    "128.0.0.0/1, 128.0.0.0, 255.255.255.255, 128.0.0.0, 128.0.0.1, 255.255.255.254,"
        + " 2147483648, 2147483646",
  })
  @Hint("In Java, -1 << 32 is -1 and 1 << 31 is negative. Use a long, or handle /0 separately.")
  @Order(4)
  void describe_handles_the_largest_blocks(
      String cidr,
      String first,
      String last,
      String netmask,
      String firstHost,
      String lastHost,
      long size,
      long hosts) {
    Subnet expected = new Subnet(first, last, netmask, firstHost, lastHost, size, hosts);
    assertThat(described(cidr)).as("describe(\"%s\")", cidr).isEqualTo(expected.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.64/26, 192.0.2.63, false",
    "192.0.2.64/26, 192.0.2.64, true",
    "192.0.2.64/26, 192.0.2.127, true",
    "192.0.2.64/26, 192.0.2.128, false",
    "192.0.2.77/26, 192.0.2.64, true",
    "192.0.2.77/26, 192.0.3.77, false",
    "172.16.0.0/12, 172.31.255.255, true",
    "172.16.0.0/12, 172.32.0.0, false",
    "192.0.2.1/32, 192.0.2.1, true",
    "192.0.2.1/32, 192.0.2.0, false",
  })
  @Hint("Two addresses are in the same block if they are equal after both are masked.")
  @Order(5)
  void contains_goes_from_the_first_address_to_the_last(
      String cidr, String address, boolean expected) {
    assertThat(subnets.contains(cidr, address))
        .as("contains(\"%s\", \"%s\")", cidr, address)
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0, 1.2.3.4, true",
    "0.0.0.0/0, 200.1.2.3, true",
    "0.0.0.0/0, 255.255.255.255, true",
    "128.0.0.0/1, 127.255.255.255, false",
    "128.0.0.0/1, 128.0.0.0, true",
    "0.0.0.0/1, 128.0.0.0, false",
  })
  @Hint("From 128.0.0.0 on, an address is a negative int, so < puts it below 0.0.0.0.")
  @Order(6)
  void contains_compares_addresses_without_a_sign(String cidr, String address, boolean expected) {
    assertThat(subnets.contains(cidr, address))
        .as("contains(\"%s\", \"%s\")", cidr, address)
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.64/26, 28, 192.0.2.64/28 192.0.2.80/28 192.0.2.96/28 192.0.2.112/28",
    "192.0.2.77/26, 27, 192.0.2.64/27 192.0.2.96/27",
    "192.0.2.77/26, 26, 192.0.2.64/26",
    "192.0.2.1/32, 32, 192.0.2.1/32",
    "192.0.2.6/31, 32, 192.0.2.6/32 192.0.2.7/32",
    "10.0.0.0/15, 16, 10.0.0.0/16 10.1.0.0/16",
    "0.0.0.0/0, 0, 0.0.0.0/0",
    "0.0.0.0/0, 2, 0.0.0.0/2 64.0.0.0/2 128.0.0.0/2 192.0.0.0/2",
    "255.255.255.252/30, 31, 255.255.255.252/31 255.255.255.254/31",
  })
  @Hint("Count the parts and calculate where each begins. A loop that compares ints goes wrong.")
  @Order(7)
  void split_lists_the_parts_in_order(String cidr, int newPrefixLength, String parts) {
    assertThat(subnets.split(cidr, newPrefixLength))
        .as("split(\"%s\", %d)", cidr, newPrefixLength)
        .isEqualTo(List.of(parts.split(" ")));
  }

  @Test
  @Order(8)
  void split_makes_as_many_as_65536_parts() {
    List<String> parts = subnets.split("10.0.0.0/8", 24);
    assertThat(parts).as("the parts of split(\"10.0.0.0/8\", 24)").hasSize(MOST_PARTS);
    assertThat(parts.get(MOST_PARTS - 1))
        .as("the last part of split(\"10.0.0.0/8\", 24)")
        .isEqualTo("10.255.255.0/24");
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 23",
    "192.0.2.0/24, 0",
    "192.0.2.0/24, -1",
    "192.0.2.0/24, 33",
    "192.0.2.1/32, 33",
    "10.0.0.0/8, 25",
    "0.0.0.0/0, 17",
    "0.0.0.0/0, 32",
  })
  @Hint("The new length goes from the length of the block to 32, with at most 65,536 parts.")
  void split_refuses_a_new_prefix_length_that_does_not_fit(String cidr, int newPrefixLength) {
    assertThat(result(() -> subnets.split(cidr, newPrefixLength).size() + " parts"))
        .as("split(\"%s\", %d)", cidr, newPrefixLength)
        .isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/33",
        "/-1",
        "/+8",
        "/08",
        "/00",
        "/",
        "/ 8",
        "/8 ",
        "/255.0.0.0",
        "/x",
        "/\uFF18"
      })
  @Hint("A prefix length is one or two ASCII digits without a leading zero, and at most 32.")
  void every_method_refuses_a_wrong_prefix_length(String length) {
    assertRefused("10.0.0.0" + length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.0",
        "10/8",
        "/8",
        "10.0.0.0//8",
        "10.0.0.0/8/8",
        "10.0.0.0/8/",
        "010.0.0.0/8",
        "256.0.0.0/8",
        " 10.0.0.0/8",
        "10.0.0.0 /8"
      })
  @Hint(
      "Cut at the slash. Your class from 1.1 reads the part before it. Nothing follows the"
          + " length.")
  void every_method_refuses_a_text_that_is_not_an_address_with_one_slash(String cidr) {
    assertRefused(cidr);
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.0/8, 10.0.0.256", "0.0.0.0/0, 127.1", "10.0.0.0/8, 10.0.0.1/32"})
  @Hint("Let your class from 1.1 read the address first, for every block, even for /0.")
  void contains_refuses_a_text_that_is_not_an_address(String cidr, String address) {
    assertThat(result(() -> subnets.contains(cidr, address)))
        .as("contains(\"%s\", \"%s\")", cidr, address)
        .isEqualTo(REFUSED);
  }

  private void assertRefused(String cidr) {
    assertThat(described(cidr)).as("describe(\"%s\")", cidr).isEqualTo(REFUSED);
    assertThat(result(() -> subnets.contains(cidr, "10.0.0.1")))
        .as("contains(\"%s\", \"10.0.0.1\")", cidr)
        .isEqualTo(REFUSED);
    assertThat(result(() -> subnets.split(cidr, 16)))
        .as("split(\"%s\", 16)", cidr)
        .isEqualTo(REFUSED);
  }

  private String described(String cidr) {
    return result(() -> subnets.describe(cidr));
  }

  /** Returns a result as text, also for a refusal, so that a failure shows it. */
  private static String result(Supplier<Object> question) {
    try {
      return question.get().toString();
    } catch (IllegalArgumentException e) {
      return REFUSED;
    }
  }
}
