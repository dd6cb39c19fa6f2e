package firsthop.grader.exams.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firsthop.addresses.HostsFile;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.Subject;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import org.junit.jupiter.api.Test;

@Exam(HostsFile.class)
class HostsFileExam {
  private static final String LABEL_63 = "k".repeat(63);

  /** One label of 61 characters and three of 63, with three dots between them. */
  private static final String NAME_253 =
      String.join(".", "m".repeat(61), LABEL_63, LABEL_63, LABEL_63);

  @Test
  @Points(1)
  @Clause({
    "Every line counts that has the name as its canonical name or as an alias.",
    "If no line has the name, the list is empty."
  })
  @Hint("A line may have any number of aliases. lookup has to find every one of them.")
  void lookup_finds_a_canonical_name_and_every_alias(@Subject HostsFile hosts) {
    hosts.load(
        """
        192.0.2.10 alpha.example alpha a1 a2 a3
        198.51.100.3 beta.example beta
        203.0.113.8 delta.example
        """);
    assertFinds(hosts, "alpha.example", "192.0.2.10");
    assertFinds(hosts, "alpha", "192.0.2.10");
    assertFinds(hosts, "a2", "192.0.2.10");
    assertFinds(hosts, "a3", "192.0.2.10");
    assertFinds(hosts, "beta", "198.51.100.3");
    assertFinds(hosts, "delta.example", "203.0.113.8");
    assertFinds(hosts, "gamma");
    assertFinds(hosts, "delta");
    assertFinds(hosts, "example");
    assertFinds(hosts, "alph");
  }

  @Test
  @Points(1)
  @Clause("The addresses are in the order of their lines in the file.")
  @Hint(
      "A name may have many addresses, IPv4 and IPv6. A later line adds to the list and"
          + " replaces nothing.")
  void lookup_gathers_all_lines_of_a_name_in_file_order(@Subject HostsFile hosts) {
    hosts.load(
        """
        203.0.113.9 multi other
        2001:db8::20 multi
        192.0.2.1 solo
        10.0.0.1 multi
        2001:db8::3 other multi
        192.0.2.200 multi
        """);
    assertFinds(
        hosts, "multi", "203.0.113.9", "2001:db8::20", "10.0.0.1", "2001:db8::3", "192.0.2.200");
    assertFinds(hosts, "other", "203.0.113.9", "2001:db8::3");
    assertFinds(hosts, "solo", "192.0.2.1");
  }

  @Test
  @Points(1)
  @Clause({
    "An address is written as Ipv4Codec.format or Ipv6Codec.format writes it.",
    "If several lines have the same address, perhaps in different forms, the list has it once, at"
        + " its first place."
  })
  @Hint("One address has many texts. Return its canonical text, and return it only once.")
  void lookup_writes_each_address_canonically_and_once(@Subject HostsFile hosts) {
    hosts.load(
        """
        2001:0DB8:0:0:0:0:0:0030 twin
        192.0.2.30 twin twin
        2001:db8::30 twin
        192.0.2.30 twin
        ::FFFF:c000:021E twin
        2001:DB8::30 late twin
        """);
    assertFinds(hosts, "twin", "2001:db8::30", "192.0.2.30", "::ffff:192.0.2.30");
    assertFinds(hosts, "late", "2001:db8::30");
  }

  @Test
  @Points(1)
  @Clause({
    "Two names are the same if they differ only in upper or lower case.",
    "There may be one dot after the last label. It is removed first, and it does not count."
  })
  @Hint(
      "Two names are the same if they differ only in case or in a dot at the end. This holds for"
          + " names in the file, too.")
  void names_ignore_case_and_one_final_dot(@Subject HostsFile hosts) {
    hosts.load(
        """
        192.0.2.40 Gateway.Example. GW
        192.0.2.41 relay.example relay.
        """);
    assertFinds(hosts, "gateway.example", "192.0.2.40");
    assertFinds(hosts, "GATEWAY.EXAMPLE.", "192.0.2.40");
    assertFinds(hosts, "gW", "192.0.2.40");
    assertFinds(hosts, "gw.", "192.0.2.40");
    assertFinds(hosts, "RELAY", "192.0.2.41");
    assertFinds(hosts, "Relay.Example.", "192.0.2.41");
  }

  @Test
  @Points(1)
  @Clause("A # and everything after it on the line is a comment, even directly after a name.")
  @Hint("A comment may begin at any place in a line, also directly after a name.")
  void load_cuts_comments_off(@Subject HostsFile hosts) {
    hosts.load(
        """
        #192.0.2.50 printer
            # 192.0.2.51 printer
        192.0.2.52 printer # laser
        192.0.2.53 scanner# flatbed
        192.0.2.54 #printer
        192.0.2.55 plotter## printer
        192.0.2#.56 printer
        """);
    assertFinds(hosts, "printer", "192.0.2.52");
    assertFinds(hosts, "scanner", "192.0.2.53");
    assertFinds(hosts, "plotter", "192.0.2.55");
    assertFinds(hosts, "laser");
    assertFinds(hosts, "flatbed");
    assertNamesNone(hosts, "192.0.2.54");
  }

  @Test
  @Points(1)
  @Clause({
    "There are one or more spaces and tabs between two fields. There may also be spaces and tabs"
        + " before the first field and after the last.",
    "A line ends with LF (\\n) or CR LF (\\r\\n). The last line may have no line end."
  })
  @Hint(
      "Split at runs of spaces and tabs. Lines may end with LF or with CR LF, and some lines are"
          + " empty.")
  void load_takes_spaces_tabs_and_both_line_ends(@Subject HostsFile hosts) {
    hosts.load(
        "192.0.2.60\tnorth\r\n"
            + "\t 192.0.2.61 \t \t south   down \t\r\n"
            + "\r\n"
            + " \t\n"
            + "192.0.2.62 east\n"
            + "192.0.2.63  \t west\tleft");
    assertFinds(hosts, "north", "192.0.2.60");
    assertFinds(hosts, "south", "192.0.2.61");
    assertFinds(hosts, "down", "192.0.2.61");
    assertFinds(hosts, "east", "192.0.2.62");
    assertFinds(hosts, "left", "192.0.2.63");
    assertNames(hosts, "192.0.2.60", "north");
    assertNames(hosts, "192.0.2.61", "south");
    assertNames(hosts, "192.0.2.63", "west");
    assertFinds(hosts, "up");
  }

  @Test
  @Points(1)
  @Clause({
    "The whole line is skipped if its first field is not an address, if it has no name, or if any"
        + " of its names is not a host name.",
    "No text is refused: a skipped line is not an error."
  })
  @Hint(
      "Check all fields of a line before you store any of them. After a bad line, continue with"
          + " the next.")
  void load_skips_a_bad_line_whole_and_goes_on(@Subject HostsFile hosts) {
    hosts.load(
        """
        192.0.2.70 first
        192.0.2.07 node
        192.0.2.256 node
        198.51.100 node
        2001:db8:::1 node
        fe80::7%3 node
        [2001:db8::7] node
        node.example 192.0.2.71 node
        192.0.2.72
        192.0.2.73 node no_de
        192.0.2.74 -node node
        192.0.2.75 node node-
        192.0.2.76 fine node..example node
        nonsense
        192.0.2.77 last
        """);
    assertFinds(hosts, "node");
    assertFinds(hosts, "fine");
    assertFinds(hosts, "first", "192.0.2.70");
    assertFinds(hosts, "last", "192.0.2.77");
    assertNamesNone(hosts, "192.0.2.72");
    assertNamesNone(hosts, "192.0.2.73");
    assertNamesNone(hosts, "192.0.2.76");
    assertNames(hosts, "192.0.2.77", "last");
  }

  @Test
  @Points(1)
  @Clause({
    "A label is 1 to 63 ASCII letters, digits and hyphens.",
    "A label does not begin or end with a hyphen.",
    "A host name has at most 253 characters, including its dots."
  })
  @Hint(
      "Check four rules: the characters of a label, the hyphens at its ends, its length, and the"
          + " length of the name.")
  void lookup_refuses_what_is_no_host_name(@Subject HostsFile hosts) {
    hosts.load(
        "192.0.2.80 kit\n192.0.2.81 3-com.x--1.9\n"
            + ("192.0.2.82 " + LABEL_63 + "\n")
            + ("192.0.2.83 " + NAME_253 + "\n"));
    assertFinds(hosts, "3-com.x--1.9", "192.0.2.81");
    assertFinds(hosts, LABEL_63, "192.0.2.82");
    assertFinds(hosts, NAME_253, "192.0.2.83");
    assertFinds(hosts, NAME_253 + ".", "192.0.2.83");
    assertFinds(hosts, "kit", "192.0.2.80");
    assertRefuses(hosts, LABEL_63 + "k");
    assertRefuses(hosts, "m" + NAME_253);
    assertRefuses(hosts, "m" + NAME_253 + ".");
    assertRefuses(hosts, "");
    assertRefuses(hosts, ".");
    assertRefuses(hosts, "kit..");
    assertRefuses(hosts, ".kit");
    assertRefuses(hosts, "kit..example");
    assertRefuses(hosts, "-kit");
    assertRefuses(hosts, "kit-.");
    assertRefuses(hosts, "kit-.example");
    assertRefuses(hosts, "kit.-.example");
    assertRefuses(hosts, "my_kit");
    assertRefuses(hosts, "my kit");
    assertRefuses(hosts, "kit\n");
    assertRefuses(hosts, "#kit");
    assertRefuses(hosts, "::80");
    assertRefuses(hosts, "k\u00EFt");
    assertRefuses(hosts, "kit\u0663");
    // The Kelvin sign, whose lower case is an ordinary k.
    assertRefuses(hosts, "\u212Ait");
  }

  @Test
  @Points(1)
  @Clause({
    "Everything that was loaded before is forgotten.",
    "Before the first load the file is empty."
  })
  @Hint("A new file replaces the old one completely, for lookup and for nameOf.")
  void load_forgets_what_was_loaded_before(@Subject HostsFile hosts) {
    assertFinds(hosts, "stays");
    assertNamesNone(hosts, "192.0.2.90");
    hosts.load("192.0.2.90 goes stays\n192.0.2.91 gone\n");
    assertFinds(hosts, "goes", "192.0.2.90");
    hosts.load("192.0.2.92 stays\n192.0.2.90 comes\n");
    assertFinds(hosts, "goes");
    assertFinds(hosts, "stays", "192.0.2.92");
    assertNames(hosts, "192.0.2.90", "comes");
    assertNamesNone(hosts, "192.0.2.91");
    hosts.load("# empty");
    assertFinds(hosts, "stays");
    assertNamesNone(hosts, "192.0.2.90");
  }

  @Test
  @Points(1)
  @Clause({
    "The name comes from the first line that has the address, perhaps in a different form.",
    "The name is written as in the file, in the same case, but without a dot at its end.",
    "If no line has the address, the result is empty."
  })
  @Hint(
      "Use the first line with the address, whatever form the address has there. Return the name"
          + " as it is written in the file.")
  void name_of_gives_the_canonical_name_of_the_first_line(@Subject HostsFile hosts) {
    hosts.load(
        """
        2001:DB8:0:0::A1 Ns.Example. ns
        198.51.100.53 Relay relay.example
        2001:db8::a1 second
        198.51.100.53 third
        ::ffff:192.0.2.53 mapped
        """);
    assertNames(hosts, "2001:db8::a1", "Ns.Example");
    assertNames(hosts, "2001:0db8::00A1", "Ns.Example");
    assertNames(hosts, "198.51.100.53", "Relay");
    assertNames(hosts, "::FFFF:c000:235", "mapped");
    assertNamesNone(hosts, "192.0.2.53");
    assertNamesNone(hosts, "::ffff:198.51.100.53");
    assertNamesNone(hosts, "2001:db8::a2");
    assertThatIllegalArgumentException()
        .as("nameOf(\"ns.example\")")
        .isThrownBy(() -> hosts.nameOf("ns.example"));
    assertThatIllegalArgumentException()
        .as("nameOf(\"198.51.100.053\")")
        .isThrownBy(() -> hosts.nameOf("198.51.100.053"));
  }

  @Test
  @Points(1)
  @Clause({
    "For IPv4 it is the four octets in decimal, the last octet first, and then in-addr.arpa",
    "There is one dot after each octet or digit, and no dot at the end."
  })
  @Hint("The last octet comes first. Check the address as strictly as in exercise 1.1.")
  void reverse_name_turns_the_octets_around(@Subject HostsFile hosts) {
    assertReverse(hosts, "198.51.100.7", "7.100.51.198.in-addr.arpa");
    assertReverse(hosts, "10.128.0.255", "255.0.128.10.in-addr.arpa");
    assertRefusesReverse(hosts, "198.51.100");
    assertRefusesReverse(hosts, "198.51.100.07");
    assertRefusesReverse(hosts, "7.100.51.198.in-addr.arpa");
    assertRefusesReverse(hosts, "");
  }

  @Test
  @Points(1)
  @Clause({
    "For IPv6 it is all 32 hexadecimal digits in lower case, including zeros, the last digit"
        + " first, and then ip6.arpa",
    "An IPv4-mapped address (::ffff:192.0.2.5) is an IPv6 address"
  })
  @Hint(
      "Every one of the 32 digits is a label, also the zeros that the text of the address leaves"
          + " out.")
  void reverse_name_turns_all_32_digits_around(@Subject HostsFile hosts) {
    assertReverse(
        hosts,
        "2001:DB8:89ab::C0:FFEE",
        "e.e.f.f.0.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.b.a.9.8.8.b.d.0.1.0.0.2.ip6.arpa");
    assertReverse(
        hosts,
        "1234:5678:9abc:def0:fed:cba9:8765:4321",
        "1.2.3.4.5.6.7.8.9.a.b.c.d.e.f.0.0.f.e.d.c.b.a.9.8.7.6.5.4.3.2.1.ip6.arpa");
    assertReverse(
        hosts, "::ffff:198.51.100.7", "7.0.4.6.3.3.6.c.f.f.f.f" + ".0".repeat(20) + ".ip6.arpa");
    assertRefusesReverse(hosts, "2001:db8");
    assertRefusesReverse(hosts, "fe80::1%1");
    assertRefusesReverse(hosts, "::1::");
  }

  private static void assertFinds(HostsFile hosts, String name, String... addresses) {
    assertThat(hosts.lookup(name)).as("lookup(\"%s\")", name).containsExactly(addresses);
  }

  private static void assertRefuses(HostsFile hosts, String name) {
    assertThatIllegalArgumentException()
        .as("lookup(\"%s\")", name)
        .isThrownBy(() -> hosts.lookup(name));
  }

  private static void assertNames(HostsFile hosts, String address, String name) {
    assertThat(hosts.nameOf(address)).as("nameOf(\"%s\")", address).contains(name);
  }

  private static void assertNamesNone(HostsFile hosts, String address) {
    assertThat(hosts.nameOf(address)).as("nameOf(\"%s\")", address).isEmpty();
  }

  private static void assertReverse(HostsFile hosts, String address, String name) {
    assertThat(hosts.reverseName(address)).as("reverseName(\"%s\")", address).isEqualTo(name);
  }

  private static void assertRefusesReverse(HostsFile hosts, String address) {
    assertThatIllegalArgumentException()
        .as("reverseName(\"%s\")", address)
        .isThrownBy(() -> hosts.reverseName(address));
  }
}
