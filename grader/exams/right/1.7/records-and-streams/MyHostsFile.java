// The file is a list of immutable records, and every question is one stream over it.
package firsthop.addresses;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

public class MyHostsFile implements HostsFile {

  private static final Pattern LINE_END = Pattern.compile("\r?\n");
  private static final Pattern BLANKS = Pattern.compile("[ \t]+");
  private static final Pattern LABEL =
      Pattern.compile("[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?");
  private static final int LONGEST_NAME = 253;

  /** An address of one of the families; its text tells both the address and the family. */
  private record Address(String text, String reverse) {}

  private record Name(String spelling, String key) {}

  private record Line(Address address, List<Name> names) {
    boolean has(Name name) {
      return names.stream().anyMatch(other -> other.key().equals(name.key()));
    }
  }

  private final Ipv4Codec ipv4 = new MyIpv4Codec();
  private final Ipv6Codec ipv6 = new MyIpv6Codec();

  private List<Line> lines = List.of();

  @Override
  public void load(String text) {
    lines = LINE_END.splitAsStream(text).map(this::line).flatMap(Optional::stream).toList();
  }

  @Override
  public List<String> lookup(String name) {
    Name wanted = name(name).orElseThrow(() -> new IllegalArgumentException("no host name"));
    return lines.stream()
        .filter(line -> line.has(wanted))
        .map(line -> line.address().text())
        .distinct()
        .toList();
  }

  @Override
  public Optional<String> nameOf(String address) {
    Address wanted = addressOrThrow(address);
    return lines.stream()
        .filter(line -> line.address().equals(wanted))
        .map(line -> line.names().get(0).spelling())
        .findFirst();
  }

  @Override
  public String reverseName(String address) {
    return addressOrThrow(address).reverse();
  }

  private Optional<Line> line(String line) {
    int comment = line.indexOf('#');
    String content = comment < 0 ? line : line.substring(0, comment);
    List<String> fields = BLANKS.splitAsStream(content).filter(field -> !field.isEmpty()).toList();
    if (fields.size() < 2) {
      return Optional.empty();
    }
    List<Name> names =
        fields.stream().skip(1).map(MyHostsFile::name).flatMap(Optional::stream).toList();
    return address(fields.get(0))
        .filter(address -> names.size() == fields.size() - 1)
        .map(address -> new Line(address, names));
  }

  private static Optional<Name> name(String text) {
    String spelling = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    boolean good =
        spelling.length() <= LONGEST_NAME
            && Stream.of(spelling.split("[.]", -1)).allMatch(s -> LABEL.matcher(s).matches());
    return good
        ? Optional.of(new Name(spelling, spelling.toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  private Address addressOrThrow(String text) {
    return address(text).orElseThrow(() -> new IllegalArgumentException("no address"));
  }

  private Optional<Address> address(String text) {
    try {
      return Optional.of(text.contains(":") ? ipv6Address(text) : ipv4Address(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Address ipv4Address(String text) {
    int bits = ipv4.parse(text);
    return new Address(
        ipv4.format(bits), ipv4.format(Integer.reverseBytes(bits)) + ".in-addr.arpa");
  }

  private Address ipv6Address(String text) {
    byte[] bytes = ipv6.parse(text);
    String digits = HexFormat.of().formatHex(bytes);
    String reverse =
        IntStream.rangeClosed(1, digits.length())
            .mapToObj(i -> digits.charAt(digits.length() - i) + ".")
            .collect(Collectors.joining());
    return new Address(ipv6.format(bytes), reverse + "ip6.arpa");
  }
}
