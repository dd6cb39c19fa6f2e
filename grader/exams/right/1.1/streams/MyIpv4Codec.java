// Streams over the octets; a text is right if writing its number gives the text again.
package firsthop.addresses;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

public final class MyIpv4Codec implements Ipv4Codec {

  @Override
  public int parse(final String text) {
    // Nothing longer is an address, and nothing shorter overflows.
    if (text.length() > "255.255.255.255".length()) {
      throw new IllegalArgumentException("too long for an address");
    }
    final long number =
        Stream.of(text.split("\\."))
            .mapToLong(Long::parseLong)
            .reduce(0L, (left, right) -> (left << 8) + right);
    final int address = (int) number;
    if (!format(address).equals(text)) {
      throw new IllegalArgumentException(text + " is not how an address is written");
    }
    return address;
  }

  @Override
  public String format(final int address) {
    return IntStream.of(24, 16, 8, 0)
        .map(shift -> address >> shift & 0xff)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining("."));
  }
}
