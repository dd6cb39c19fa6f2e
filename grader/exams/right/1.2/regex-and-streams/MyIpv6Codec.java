// Regular expressions over the whole text, both to read and to shorten, with streams in between.
package firsthop.addresses;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

public class MyIpv6Codec implements Ipv6Codec {

  /** Six groups of four digits, each with its colon, and an IPv4 address of 15 characters. */
  private static final int LONGEST_TEXT = 45;

  private static final String GROUP = "[0-9A-Fa-f]{1,4}";
  private static final String UP_TO_SEVEN = "((?:" + GROUP + "(?::" + GROUP + "){0,6})?)";

  private static final Pattern EIGHT_GROUPS = Pattern.compile(GROUP + "(?::" + GROUP + "){7}");
  private static final Pattern WITH_GAP = Pattern.compile(UP_TO_SEVEN + "::" + UP_TO_SEVEN);
  private static final Pattern WITH_IPV4 = Pattern.compile("([0-9A-Fa-f:]*:)([0-9.]*[.][0-9.]*)");
  private static final Pattern ZEROS = Pattern.compile("\\b0(?::0)+\\b");
  private static final Pattern MAPPED = Pattern.compile("0:0:0:0:0:ffff:.*");

  private final Ipv4Codec ipv4 = new MyIpv4Codec();

  @Override
  public byte[] parse(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException("too long for an IPv6 address");
    }
    List<Integer> groups = groups(withoutIpv4(text), text);
    byte[] address = new byte[16];
    IntStream.range(0, 16)
        .forEach(i -> address[i] = (byte) (groups.get(i / 2) >> (i % 2 == 0 ? 8 : 0)));
    return address;
  }

  /** The same text with an IPv4 address at its end written as two groups. */
  private String withoutIpv4(String text) {
    Matcher matcher = WITH_IPV4.matcher(text);
    if (!matcher.matches()) {
      return text;
    }
    int low = ipv4.parse(matcher.group(2));
    return matcher.group(1)
        + Integer.toHexString(low >>> 16)
        + ":"
        + Integer.toHexString(low & 0xFFFF);
  }

  private static List<Integer> groups(String text, String original) {
    if (EIGHT_GROUPS.matcher(text).matches()) {
      return split(text).toList();
    }
    Matcher matcher = WITH_GAP.matcher(text);
    if (matcher.matches()) {
      List<Integer> left = split(matcher.group(1)).toList();
      List<Integer> right = split(matcher.group(2)).toList();
      int missing = 8 - left.size() - right.size();
      if (missing >= 1) {
        Stream<Integer> zeros = Stream.generate(() -> 0).limit(missing);
        return Stream.of(left.stream(), zeros, right.stream()).flatMap(s -> s).toList();
      }
    }
    throw new IllegalArgumentException("no IPv6 address: " + original);
  }

  /** The values of groups that are known to be well spelled. */
  private static Stream<Integer> split(String groups) {
    return groups.isEmpty()
        ? Stream.empty()
        : Stream.of(groups.split(":")).map(group -> Integer.valueOf(group, 16));
  }

  @Override
  public String format(byte[] address) {
    if (address.length != 16) {
      throw new IllegalArgumentException("not 16 bytes but " + address.length);
    }
    String full =
        IntStream.range(0, 8)
            .map(i -> (address[2 * i] & 0xFF) << 8 | address[2 * i + 1] & 0xFF)
            .mapToObj(Integer::toHexString)
            .collect(Collectors.joining(":"));
    if (MAPPED.matcher(full).matches()) {
      int low = IntStream.range(12, 16).map(i -> address[i] & 0xFF).reduce(0, (a, b) -> a << 8 | b);
      return "::ffff:" + ipv4.format(low);
    }
    return ZEROS
        .matcher(full)
        .results()
        .reduce((a, b) -> length(b) > length(a) ? b : a)
        .map(run -> shortened(full, run))
        .orElse(full);
  }

  private static int length(MatchResult run) {
    return run.end() - run.start();
  }

  /** Puts the double colon in place of the run; the colons beside it are half of it already. */
  private static String shortened(String full, MatchResult run) {
    String before = full.substring(0, run.start());
    String after = full.substring(run.end());
    return (before.isEmpty() ? ":" : before) + (after.isEmpty() ? ":" : after);
  }
}
