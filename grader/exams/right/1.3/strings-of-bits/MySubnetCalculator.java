// Addresses are strings of 32 characters, zeros and ones, and a block is what they start with.
package firsthop.addresses;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

public class MySubnetCalculator implements SubnetCalculator {

  private static final int BITS = 32;
  private static final int MOST_SPLIT_BITS = 16;

  private static final String OCTET = "(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
  private static final String DOTTED = OCTET + "[.]" + OCTET + "[.]" + OCTET + "[.]" + OCTET;
  private static final Pattern ADDRESS = Pattern.compile(DOTTED);
  private static final Pattern CIDR = Pattern.compile(DOTTED + "/(0|[1-9]|[12][0-9]|3[0-2])");

  @Override
  public Subnet describe(String cidr) {
    String prefix = prefix(cidr);
    int hostBits = BITS - prefix.length();
    long size = Long.parseLong("1" + "0".repeat(hostBits), 2);
    String first = prefix + "0".repeat(hostBits);
    String last = prefix + "1".repeat(hostBits);
    String netmask = "1".repeat(prefix.length()) + "0".repeat(hostBits);
    boolean allAreHosts = hostBits < 2;
    return new Subnet(
        dotted(first),
        dotted(last),
        dotted(netmask),
        dotted(allAreHosts ? first : first.substring(0, BITS - 1) + "1"),
        dotted(allAreHosts ? last : last.substring(0, BITS - 1) + "0"),
        size,
        allAreHosts ? size : size - 2);
  }

  @Override
  public boolean contains(String cidr, String address) {
    String prefix = prefix(cidr);
    return bits(match(ADDRESS, address)).startsWith(prefix);
  }

  @Override
  public List<String> split(String cidr, int newPrefixLength) {
    String prefix = prefix(cidr);
    if (newPrefixLength < prefix.length() || newPrefixLength > BITS) {
      throw new IllegalArgumentException("prefix length out of range: " + newPrefixLength);
    }
    int newBits = newPrefixLength - prefix.length();
    if (newBits > MOST_SPLIT_BITS) {
      throw new IllegalArgumentException("more than 65,536 parts");
    }
    String hostBits = "0".repeat(BITS - newPrefixLength);
    return numbers(newBits)
        .map(middle -> dotted(prefix + middle + hostBits) + "/" + newPrefixLength)
        .toList();
  }

  /** All strings of so many bits, lowest first. */
  private static Stream<String> numbers(int length) {
    return length == 0
        ? Stream.of("")
        : numbers(length - 1).flatMap(start -> Stream.of(start + "0", start + "1"));
  }

  /** The bits that all addresses of a block start with. */
  private static String prefix(String cidr) {
    Matcher matcher = match(CIDR, cidr);
    return bits(matcher).substring(0, Integer.parseInt(matcher.group(5)));
  }

  private static Matcher match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("neither address nor block: " + text);
    }
    return matcher;
  }

  /** The 32 bits of the octets that are the first four groups of a match. */
  private static String bits(Matcher matcher) {
    return IntStream.rangeClosed(1, 4)
        .mapToObj(i -> Integer.toBinaryString(Integer.parseInt(matcher.group(i))))
        .map(octet -> "0".repeat(8 - octet.length()) + octet)
        .collect(Collectors.joining());
  }

  private static String dotted(String bits) {
    return IntStream.range(0, 4)
        .map(i -> Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2))
        .mapToObj(Integer::toString)
        .collect(Collectors.joining("."));
  }
}
