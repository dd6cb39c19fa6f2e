package firsthop.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.util.function.Supplier;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExerciseTest(value = HostsFile.class, seconds = 4)
class HostsFileTest {
  private static final String REFUSED = "refused with IllegalArgumentException";

  /** The file of the contract, with some more lines. */
  private static final String FILE =
      """
      # address       canonical name     aliases
      127.0.0.1       localhost
      ::1             localhost          ip6-localhost
      192.0.2.5       www.example.com    www web      # the old machine
      2001:DB8:0::5   www.example.com    www
      192.0.2.9       Mail.Example.COM.  mx1 mx2
      """;

  private static final String LABEL_63 = "a".repeat(63);

  private final HostsFile hosts = new MyHostsFile();

  @Test
  @Order(1)
  void an_ipv4_address_has_a_reverse_name_under_in_addr_arpa() {
    assertReverse("192.0.2.5", "5.2.0.192.in-addr.arpa");
    assertReverse("10.20.30.200", "200.30.20.10.in-addr.arpa");
  }

  @Test
  @Order(2)
  @Hint("Use all 32 digits of the address, not only the digits in the text. The last comes first.")
  void an_ipv6_address_has_a_reverse_name_of_32_digits_under_ip6_arpa() {
    assertReverse(
        "2001:db8::5", "5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa");
    assertReverse(
        "4321:0:1:2:3:4:567:89AB",
        "b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.0.0.0.0.1.2.3.4.ip6.arpa");
    assertReverse(
        "::ffff:192.0.2.5",
        "5.0.2.0.0.0.0.c.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.ip6.arpa");
  }

  @ParameterizedTest
  @CsvSource({
    "www.example.com, '[192.0.2.5, 2001:db8::5]'",
    "web, [192.0.2.5]",
    "www, '[192.0.2.5, 2001:db8::5]'",
    "localhost, '[127.0.0.1, ::1]'",
    "mx2, [192.0.2.9]",
    "example.com, []",
    "nobody.example.com, []",
  })
  @Order(3)
  @Hint("A name may be in many lines, at any place after the address. All of its addresses count.")
  void lookup_finds_a_name_in_every_line_that_has_it(String name, String addresses) {
    hosts.load(FILE);
    assertThat(found(name)).as("lookup(\"%s\") in%n%s", name, FILE).isEqualTo(addresses);
  }

  @ParameterizedTest
  @CsvSource({
    "WWW, '[192.0.2.5, 2001:db8::5]'",
    "www., '[192.0.2.5, 2001:db8::5]'",
    "LocalHost., '[127.0.0.1, ::1]'",
    "mail.example.com, [192.0.2.9]",
    "MAIL.EXAMPLE.COM., [192.0.2.9]",
  })
  @Order(4)
  @Hint("Two names are the same if they differ only in case, or in a dot at the end.")
  void lookup_ignores_case_and_a_dot_at_the_end(String name, String addresses) {
    hosts.load(FILE);
    assertThat(found(name)).as("lookup(\"%s\") in%n%s", name, FILE).isEqualTo(addresses);
  }

  @Test
  @Order(5)
  @Hint("Compare addresses, not texts: one address may be written in many ways.")
  void lookup_gives_each_address_once_at_its_first_place() {
    String file =
        """
        2001:db8:0:0::7  a
        192.0.2.1        a
        2001:DB8::7      b a
        192.0.2.1        a a
        ::ffff:192.0.2.1 a
        """;
    hosts.load(file);
    assertThat(found("a"))
        .as("lookup(\"a\") in%n%s", file)
        .isEqualTo("[2001:db8::7, 192.0.2.1, ::ffff:192.0.2.1]");
    assertThat(found("b")).as("lookup(\"b\") in%n%s", file).isEqualTo("[2001:db8::7]");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, Optional[localhost]",
    "192.0.2.5, Optional[www.example.com]",
    "2001:db8::0:5, Optional[www.example.com]",
    "0:0:0:0:0:0:0:1, Optional[localhost]",
    "192.0.2.9, Optional[Mail.Example.COM]",
    "192.0.2.77, Optional.empty",
    "::ffff:192.0.2.5, Optional.empty",
  })
  @Order(6)
  @Hint(
      "The address may be written in another way than in the file. Return the name as in the"
          + " file.")
  void name_of_gives_the_canonical_name_of_an_address(String address, String name) {
    hosts.load(FILE);
    assertThat(named(address)).as("nameOf(\"%s\") in%n%s", address, FILE).isEqualTo(name);
  }

  @Test
  @Order(7)
  void name_of_takes_the_first_line_with_the_address() {
    String file = "192.0.2.1 one two\n192.0.2.1 three\n";
    hosts.load(file);
    assertThat(named("192.0.2.1"))
        .as("nameOf(\"192.0.2.1\") in%n%s", file)
        .isEqualTo("Optional[one]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.1 a b",
        "192.0.2.1\ta\tb\n",
        "  192.0.2.1 \t a  b\t \n",
        "\t192.0.2.1 a b\r\n",
        "\n\r\n   \n192.0.2.1 a b\r\n192.0.2.2 c\r\n",
        "192.0.2.1 a b# c",
        "192.0.2.1 a b#c d\n",
        "#192.0.2.3 a\n # 192.0.2.3 b\n192.0.2.1 a b # a b\n",
        "192.0.2.3 # a b\n192.0.2.1 a b",
      })
  @Order(8)
  void load_accepts_spaces_tabs_comments_and_both_line_ends(String file) {
    hosts.load(file);
    assertThat(found("a")).as("lookup(\"a\") in \"%s\"", shown(file)).isEqualTo("[192.0.2.1]");
    assertThat(found("b")).as("lookup(\"b\") in \"%s\"", shown(file)).isEqualTo("[192.0.2.1]");
    assertThat(named("192.0.2.1"))
        .as("nameOf(\"192.0.2.1\") in \"%s\"", shown(file))
        .isEqualTo("Optional[a]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2 good",
        "192.0.2.256 good",
        "fe80::1%eth0 good",
        "good 192.0.2.1",
        "good",
        "192.0.2.1",
        "192.0.2.1 good not_good",
        "192.0.2.1 -no good",
        "192.0.2.1 good no..good",
        "192.0.2.1 good , nice",
      })
  @Order(9)
  @Hint("Check all of a line before you store any of it. After a bad line, go on with the next.")
  void load_skips_a_whole_bad_line_and_goes_on(String line) {
    String file = "192.0.2.7 before\n" + line + "\n192.0.2.8 after\n";
    hosts.load(file);
    assertThat(found("good")).as("lookup(\"good\") in%n%s", file).isEqualTo("[]");
    assertThat(named("192.0.2.1"))
        .as("nameOf(\"192.0.2.1\") in%n%s", file)
        .isEqualTo("Optional.empty");
    assertThat(found("before")).as("lookup(\"before\") in%n%s", file).isEqualTo("[192.0.2.7]");
    assertThat(found("after")).as("lookup(\"after\") in%n%s", file).isEqualTo("[192.0.2.8]");
  }

  @Test
  @Order(10)
  void load_replaces_everything_that_was_loaded_before() {
    assertThat(found("old")).as("lookup(\"old\") before any load").isEqualTo("[]");
    hosts.load("192.0.2.1 old both\n");
    hosts.load("192.0.2.2 new both\n");
    assertThat(found("old")).as("lookup(\"old\") after a new file").isEqualTo("[]");
    assertThat(found("both")).as("lookup(\"both\") after a new file").isEqualTo("[192.0.2.2]");
    assertThat(named("192.0.2.1"))
        .as("nameOf(\"192.0.2.1\") after a new file")
        .isEqualTo("Optional.empty");
    hosts.load("");
    assertThat(found("new")).as("lookup(\"new\") after an empty file").isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "a..b",
        ".a",
        "a..",
        "-a",
        "a-",
        "a.-b.c",
        "a-.b",
        "a_b",
        "a b",
        "a,b",
        "a:b",
        "a/b",
        "bücher.example",
        " a",
        "a\n"
      })
  @Hint(
      "A label has letters, digits and hyphens, with no hyphen at its ends. One final dot is"
          + " allowed.")
  void lookup_refuses_a_text_that_is_not_a_host_name(String name) {
    hosts.load(FILE);
    assertThat(found(name)).as("lookup(\"%s\")", shown(name)).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "7", "3com", "a-b", "a--b.c-d.e", "xn--bcher-kva.example", "4711"})
  void lookup_accepts_letters_digits_and_inner_hyphens(String name) {
    hosts.load("192.0.2.1 " + name);
    assertThat(found(name)).as("lookup(\"%s\")", name).isEqualTo("[192.0.2.1]");
  }

  @Test
  @Hint("A label has at most 63 characters and a name 253. The final dot does not count.")
  void lookup_checks_the_length_of_labels_and_names() {
    String name253 = String.join(".", LABEL_63, LABEL_63, LABEL_63, "b".repeat(61));
    assertThat(found(LABEL_63)).as("lookup of a label of 63 characters").isEqualTo("[]");
    assertThat(found(LABEL_63 + "a")).as("lookup of a label of 64 characters").isEqualTo(REFUSED);
    assertThat(found(name253)).as("lookup of a name of 253 characters").isEqualTo("[]");
    assertThat(found(name253 + "."))
        .as("lookup of a name of 253 characters and a final dot")
        .isEqualTo("[]");
    assertThat(found(name253 + "b")).as("lookup of a name of 254 characters").isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "127.1", "192.0.2.05", "2001:db8::5::", "[::1]", "::1 "})
  @Hint("Let your codecs from exercises 1.1 and 1.2 read the address.")
  void name_of_and_reverse_name_refuse_a_text_that_is_not_an_address(String address) {
    hosts.load(FILE);
    assertThat(named(address)).as("nameOf(\"%s\")", address).isEqualTo(REFUSED);
    assertThat(result(() -> hosts.reverseName(address)))
        .as("reverseName(\"%s\")", address)
        .isEqualTo(REFUSED);
  }

  private void assertReverse(String address, String name) {
    assertThat(result(() -> hosts.reverseName(address)))
        .as("reverseName(\"%s\")", address)
        .isEqualTo(name);
  }

  private String found(String name) {
    return result(() -> hosts.lookup(name));
  }

  private String named(String address) {
    return result(() -> hosts.nameOf(address));
  }

  /** Returns a result as text, also for a refusal, so that a failure shows it. */
  private static String result(Supplier<Object> call) {
    try {
      return call.get().toString();
    } catch (IllegalArgumentException e) {
      return REFUSED;
    }
  }

  private static String shown(String text) {
    return text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
  }
}
