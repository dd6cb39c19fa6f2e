package firsthop.grader.exams.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firsthop.addresses.Subnet;
import firsthop.addresses.SubnetCalculator;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.Subject;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import java.util.List;
import java.util.Random;
import org.apache.commons.net.util.SubnetUtils;
import org.junit.jupiter.api.Test;

@Exam(SubnetCalculator.class)
class SubnetCalculatorExam {
  private static final int MAX_PARTS = 65_536;

  /** A fixed seed: every submission gets the same blocks. */
  private static final long SEED = 4632;

  @Test
  @Points(1)
  @Clause("The host bits of the address are set to 0")
  @Hint(
      "The address before the slash may be any address of the block. Set its host bits to 0 first.")
  void describe_masks_the_host_bits_off(@Subject SubnetCalculator subnets) {
    assertSpans(subnets, "203.0.113.77/24", "203.0.113.0", "203.0.113.255");
    assertSpans(subnets, "10.200.30.40/8", "10.0.0.0", "10.255.255.255");
    assertSpans(subnets, "172.29.1.200/14", "172.28.0.0", "172.31.255.255");
    assertSpans(subnets, "198.51.100.165/22", "198.51.100.0", "198.51.103.255");
    assertSpans(subnets, "192.168.1.254/29", "192.168.1.248", "192.168.1.255");
    assertSpans(subnets, "150.75.1.1/3", "128.0.0.0", "159.255.255.255");
  }

  @Test
  @Points(1)
  @Clause({
    "In the first address all host bits are 0. In the last address all host bits are 1.",
    "The netmask has a 1 for each bit of the prefix, starting at the highest bit"
  })
  @Hint("A prefix may end at any bit, also inside an octet. Check one prefix length after another.")
  void describe_agrees_with_another_calculator(@Subject SubnetCalculator subnets) {
    Random random = new Random(SEED);
    // SubnetUtils counts no hosts in a /31 or a /32. Other tests check the largest blocks.
    for (int length = 2; length <= 30; length++) {
      String cidr = text(random.nextInt()) + "/" + length;
      assertDescribes(subnets, cidr, describedByCommonsNet(cidr));
    }
  }

  @Test
  @Points(1)
  @Clause("4,294,967,296 for a /0")
  @Hint(
      "Java shifts an int only by the lowest five bits of the count, so a shift by 32 does"
          + " nothing. Check your mask for length 0.")
  void describe_takes_length_zero_for_every_address(@Subject SubnetCalculator subnets) {
    assertSpans(subnets, "0.0.0.0/0", "0.0.0.0", "255.255.255.255");
    assertSpans(subnets, "203.0.113.9/32", "203.0.113.9", "203.0.113.9");
    assertThat(subnets.describe("0.0.0.0/0").netmask())
        .as("netmask of describe(\"0.0.0.0/0\")")
        .isEqualTo("0.0.0.0");
  }

  @Test
  @Points(1)
  @Clause("4,294,967,296 for a /0, which is too large for an int")
  @Hint("The counts do not fit into an int. Calculate them with long values from the beginning.")
  void describe_counts_further_than_an_int(@Subject SubnetCalculator subnets) {
    assertCounts(subnets, "0.0.0.0/0", 4_294_967_296L, 4_294_967_294L);
    assertCounts(subnets, "128.0.0.0/1", 2_147_483_648L, 2_147_483_646L);
    assertCounts(subnets, "64.0.0.0/2", 1_073_741_824L, 1_073_741_822L);
  }

  @Test
  @Points(1)
  @Clause("The hosts are the size − 2 addresses between them.")
  @Hint("From /0 to /30, the first and the last address of a block are not hosts.")
  void describe_keeps_first_and_last_from_hosts(@Subject SubnetCalculator subnets) {
    assertHosts(subnets, "192.0.2.0/24", "192.0.2.1", "192.0.2.254", 254);
    assertHosts(subnets, "192.0.2.132/30", "192.0.2.133", "192.0.2.134", 2);
    assertHosts(subnets, "198.51.100.8/29", "198.51.100.9", "198.51.100.14", 6);
    assertHosts(subnets, "10.0.0.0/15", "10.0.0.1", "10.1.255.254", 131_070);
  }

  @Test
  @Points(1)
  @Clause({
    "Both of its addresses are hosts (RFC 3021).",
    "A /32 is a single address. It is the first address, the last address and the only host."
  })
  @Hint("In a /31 and in a /32, every address is a host. Do not subtract two there.")
  void describe_sets_nothing_aside_in_the_smallest_blocks(@Subject SubnetCalculator subnets) {
    assertDescribes(
        subnets,
        "203.0.113.6/31",
        new Subnet(
            "203.0.113.6", "203.0.113.7", "255.255.255.254", "203.0.113.6", "203.0.113.7", 2, 2));
    assertDescribes(
        subnets,
        "203.0.113.7/32",
        new Subnet(
            "203.0.113.7", "203.0.113.7", "255.255.255.255", "203.0.113.7", "203.0.113.7", 1, 1));
    assertHosts(subnets, "255.255.255.254/31", "255.255.255.254", "255.255.255.255", 2);
    assertHosts(subnets, "0.0.0.0/32", "0.0.0.0", "0.0.0.0", 1);
  }

  @Test
  @Points(1)
  @Clause({
    "A block contains every address from its first to its last, including these two",
    "The host bits of the address are set to 0"
  })
  @Hint(
      "The first and the last address are in the block. Mask both addresses before you compare"
          + " them.")
  void contains_reaches_from_first_to_last(@Subject SubnetCalculator subnets) {
    assertContains(subnets, "198.51.100.165/22", "198.51.99.255", false);
    assertContains(subnets, "198.51.100.165/22", "198.51.100.0", true);
    assertContains(subnets, "198.51.100.165/22", "198.51.101.165", true);
    assertContains(subnets, "198.51.100.165/22", "198.51.103.255", true);
    assertContains(subnets, "198.51.100.165/22", "198.51.104.0", false);
    assertContains(subnets, "172.16.0.0/12", "172.31.255.255", true);
    assertContains(subnets, "172.16.0.0/12", "172.32.0.0", false);
    assertContains(subnets, "172.16.0.0/12", "172.15.255.255", false);
    assertContains(subnets, "192.0.2.6/31", "192.0.2.7", true);
    assertContains(subnets, "192.0.2.6/31", "192.0.2.8", false);
    assertContains(subnets, "192.0.2.6/32", "192.0.2.6", true);
    assertContains(subnets, "192.0.2.6/32", "192.0.2.7", false);
  }

  @Test
  @Points(1)
  @Clause("Addresses have no sign: 0.0.0.0/0 contains every address, also those from 128.0.0.0 on.")
  @Hint("Half of all addresses are negative as an int, so < gives wrong answers for them.")
  void contains_compares_addresses_without_a_sign(@Subject SubnetCalculator subnets) {
    assertContains(subnets, "0.0.0.0/0", "0.0.0.1", true);
    assertContains(subnets, "0.0.0.0/0", "127.255.255.255", true);
    assertContains(subnets, "0.0.0.0/0", "128.0.0.0", true);
    assertContains(subnets, "0.0.0.0/0", "255.255.255.254", true);
    assertContains(subnets, "0.0.0.0/1", "127.255.255.254", true);
    assertContains(subnets, "0.0.0.0/1", "128.0.0.0", false);
    assertContains(subnets, "128.0.0.0/1", "127.255.255.255", false);
    assertContains(subnets, "128.0.0.0/1", "128.0.0.1", true);
  }

  @Test
  @Points(1)
  @Clause({
    "Together the parts are the whole block, and each address is in exactly one part.",
    "A part is written as its first address, a slash and the new prefix length."
  })
  @Hint(
      "The first part begins at the first address of the block, and each part has the new prefix"
          + " length.")
  void split_gives_every_part_once_and_in_order(@Subject SubnetCalculator subnets) {
    assertSplits(subnets, "203.0.113.64/26", 27, "203.0.113.64/27", "203.0.113.96/27");
    assertSplits(subnets, "10.1.255.9/15", 16, "10.0.0.0/16", "10.1.0.0/16");
    assertSplits(
        subnets,
        "198.51.100.165/22",
        24,
        "198.51.100.0/24",
        "198.51.101.0/24",
        "198.51.102.0/24",
        "198.51.103.0/24");
    assertSplits(
        subnets,
        "192.0.2.7/30",
        32,
        "192.0.2.4/32",
        "192.0.2.5/32",
        "192.0.2.6/32",
        "192.0.2.7/32");
  }

  @Test
  @Points(1)
  @Clause("The parts are in the order of their addresses, from 0.0.0.0 (lowest)")
  @Hint(
      "Half of all addresses are negative as an int, so a loop that compares them may never start"
          + " or never end. Count the parts instead.")
  void split_handles_negative_ints_and_the_last_address(@Subject SubnetCalculator subnets) {
    assertSplits(subnets, "0.0.0.0/0", 2, "0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/2", "192.0.0.0/2");
    assertSplits(subnets, "0.0.0.0/0", 0, "0.0.0.0/0");
    assertSplits(subnets, "64.0.0.0/2", 3, "64.0.0.0/3", "96.0.0.0/3");
    assertSplits(subnets, "255.255.255.254/31", 32, "255.255.255.254/32", "255.255.255.255/32");
  }

  @Test
  @Points(1)
  @Clause("A split into more than 65,536 parts is refused, before any part is made.")
  @Hint("Calculate the number of parts as a long, and check it before you make the first part.")
  void split_makes_no_more_than_65536_parts(@Subject SubnetCalculator subnets) {
    List<String> most = subnets.split("10.0.0.0/8", 24);
    assertThat(most.size()).as("number of parts of split(\"10.0.0.0/8\", 24)").isEqualTo(MAX_PARTS);
    assertThat(most.get(258))
        .as("part 258 (counted from 0) of split(\"10.0.0.0/8\", 24)")
        .isEqualTo("10.1.2.0/24");
    assertThat(most.get(MAX_PARTS - 1))
        .as("the last part of split(\"10.0.0.0/8\", 24)")
        .isEqualTo("10.255.255.0/24");
    assertRefusesSplit(subnets, "10.0.0.0/15", 32);
    assertRefusesSplit(subnets, "0.0.0.0/0", 17);
    assertRefusesSplit(subnets, "0.0.0.0/0", 31);
    assertRefusesSplit(subnets, "0.0.0.0/0", 32);
  }

  @Test
  @Points(1)
  @Clause({
    "The new prefix length is at least the prefix length of the block and at most 32.",
    "If both lengths are equal, the block is its own only part."
  })
  @Hint("The smallest new prefix length is that of the block itself, and the largest is 32.")
  void split_refuses_a_new_length_that_is_out_of_range(@Subject SubnetCalculator subnets) {
    assertSplits(subnets, "198.51.100.0/22", 22, "198.51.100.0/22");
    assertSplits(subnets, "192.0.2.7/32", 32, "192.0.2.7/32");
    assertRefusesSplit(subnets, "198.51.100.0/22", 21);
    assertRefusesSplit(subnets, "198.51.100.0/22", 0);
    assertRefusesSplit(subnets, "198.51.100.0/22", 33);
    assertRefusesSplit(subnets, "192.0.2.7/32", 33);
    assertRefusesSplit(subnets, "198.51.100.0/22", 64);
    assertRefusesSplit(subnets, "198.51.100.0/22", -1);
    assertRefusesSplit(subnets, "0.0.0.0/0", -1);
    assertRefusesSplit(subnets, "198.51.100.0/22", Integer.MIN_VALUE);
    assertRefusesSplit(subnets, "198.51.100.0/22", Integer.MAX_VALUE);
  }

  @Test
  @Points(1)
  @Clause({
    "The prefix length is a number from 0 to 32 in ASCII digits, 0 to 9.",
    "The prefix length has no sign and no space. It has no leading zero, unless it is 0 itself."
  })
  @Hint(
      "A prefix length has only ASCII digits and no leading zero, and it is at most 32. Library"
          + " methods accept more.")
  void a_prefix_length_is_plain_digits_up_to_32(@Subject SubnetCalculator subnets) {
    assertBegins(subnets, "0.0.0.0/0", "0.0.0.0");
    assertBegins(subnets, "10.0.0.0/9", "10.0.0.0");
    assertBegins(subnets, "10.64.0.0/10", "10.64.0.0");
    assertBegins(subnets, "10.0.0.9/32", "10.0.0.9");
    for (String length :
        List.of(
            "33",
            "-1",
            "-0",
            "+8",
            "08",
            "00",
            "024",
            "",
            " 8",
            "8 ",
            "8\n",
            "2 4",
            "0x8",
            "8.0",
            "\u0668",
            "\uFF18",
            "255.0.0.0",
            "264",
            "4294967304",
            "18446744073709551624")) {
      assertRefuses(subnets, "10.0.0.0/" + length);
    }
    assertRefusesEverywhere(subnets, "10.0.0.0/33", 33);
    assertRefusesEverywhere(subnets, "10.0.0.0/08", 9);
  }

  @Test
  @Points(1)
  @Clause({
    "The text is an address, one slash and a prefix length, and nothing else.",
    "if address is not an address, no matter what the block is"
  })
  @Hint(
      "There must be exactly one slash. Every address follows the rules of exercise 1.1, also the"
          + " second argument of contains.")
  void an_address_and_one_slash_are_wanted(@Subject SubnetCalculator subnets) {
    assertContains(subnets, "10.0.0.0/8", "10.20.30.40", true);
    assertContains(subnets, "10.0.0.0/8", "11.20.30.40", false);
    for (String cidr :
        List.of(
            "",
            "/",
            "/8",
            "10.0.0.0",
            "10.0.0.0 8",
            "10.0.0.0:8",
            "10.0.0.0\\8",
            "10.0.0.0//8",
            "10.0.0.0/8/",
            "10.0.0.0/8/8",
            "10/8",
            "10.0.0/8",
            "010.0.0.0/8",
            "10.0.0.256/8",
            " 10.0.0.0/8",
            "10.0.0.0 /8",
            "8/10.0.0.0")) {
      assertRefuses(subnets, cidr);
    }
    assertRefusesEverywhere(subnets, "10.0.0.0", 32);
    assertRefusesEverywhere(subnets, "10.0.0.0/8/8", 9);
    assertRefusesContains(subnets, "10.0.0.0/8", "10.0.0.256");
    assertRefusesContains(subnets, "10.0.0.0/8", "10.0.1");
    assertRefusesContains(subnets, "10.0.0.0/8", "10.0.0.1/32");
    assertRefusesContains(subnets, "10.0.0.0/8", "10.0.0.0/8");
    assertRefusesContains(subnets, "0.0.0.0/0", "");
    assertRefusesContains(subnets, "0.0.0.0/0", "1.2.3.4.5");
  }

  private static void assertDescribes(SubnetCalculator subnets, String cidr, Subnet expected) {
    assertThat(subnets.describe(cidr)).as("describe(\"%s\")", cidr).isEqualTo(expected);
  }

  private static void assertSpans(
      SubnetCalculator subnets, String cidr, String first, String last) {
    Subnet subnet = subnets.describe(cidr);
    assertThat(subnet.first() + " to " + subnet.last())
        .as("first and last address of describe(\"%s\")", cidr)
        .isEqualTo(first + " to " + last);
  }

  private static void assertBegins(SubnetCalculator subnets, String cidr, String first) {
    assertThat(subnets.describe(cidr).first())
        .as("first address of describe(\"%s\")", cidr)
        .isEqualTo(first);
  }

  private static void assertCounts(SubnetCalculator subnets, String cidr, long size, long hosts) {
    Subnet subnet = subnets.describe(cidr);
    assertThat("size " + subnet.size() + ", hosts " + subnet.hosts())
        .as("size and hosts of describe(\"%s\")", cidr)
        .isEqualTo("size " + size + ", hosts " + hosts);
  }

  private static void assertHosts(
      SubnetCalculator subnets, String cidr, String firstHost, String lastHost, long hosts) {
    Subnet subnet = subnets.describe(cidr);
    assertThat(subnet.firstHost() + " to " + subnet.lastHost() + ", " + subnet.hosts())
        .as("first host, last host and number of hosts of describe(\"%s\")", cidr)
        .isEqualTo(firstHost + " to " + lastHost + ", " + hosts);
  }

  private static void assertContains(
      SubnetCalculator subnets, String cidr, String address, boolean expected) {
    assertThat(subnets.contains(cidr, address))
        .as("contains(\"%s\", \"%s\")", cidr, address)
        .isEqualTo(expected);
  }

  private static void assertSplits(
      SubnetCalculator subnets, String cidr, int newPrefixLength, String... parts) {
    assertThat(subnets.split(cidr, newPrefixLength))
        .as("split(\"%s\", %d)", cidr, newPrefixLength)
        .containsExactly(parts);
  }

  private static void assertRefuses(SubnetCalculator subnets, String cidr) {
    assertThatIllegalArgumentException()
        .as("describe(\"%s\")", cidr)
        .isThrownBy(() -> subnets.describe(cidr));
  }

  private static void assertRefusesContains(SubnetCalculator subnets, String cidr, String address) {
    assertThatIllegalArgumentException()
        .as("contains(\"%s\", \"%s\")", cidr, address)
        .isThrownBy(() -> subnets.contains(cidr, address));
  }

  private static void assertRefusesSplit(
      SubnetCalculator subnets, String cidr, int newPrefixLength) {
    assertThatIllegalArgumentException()
        .as("split(\"%s\", %d)", cidr, newPrefixLength)
        .isThrownBy(() -> subnets.split(cidr, newPrefixLength));
  }

  private static void assertRefusesEverywhere(
      SubnetCalculator subnets, String cidr, int newPrefixLength) {
    assertRefuses(subnets, cidr);
    assertRefusesContains(subnets, cidr, "10.0.0.0");
    assertRefusesSplit(subnets, cidr, newPrefixLength);
  }

  private static Subnet describedByCommonsNet(String cidr) {
    SubnetUtils.SubnetInfo info = new SubnetUtils(cidr).getInfo();
    long hosts = info.getAddressCountLong();
    return new Subnet(
        info.getNetworkAddress(),
        info.getBroadcastAddress(),
        info.getNetmask(),
        info.getLowAddress(),
        info.getHighAddress(),
        hosts + 2,
        hosts);
  }

  private static String text(int address) {
    return (address >>> 24)
        + "."
        + (address >>> 16 & 0xFF)
        + "."
        + (address >>> 8 & 0xFF)
        + "."
        + (address & 0xFF);
  }
}
