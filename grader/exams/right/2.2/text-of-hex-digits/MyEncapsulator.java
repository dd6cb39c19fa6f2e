// A frame is a text of hex digits, matched by a pattern; the checksum is a remainder by 65,535.
package firsthop.udp;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class MyEncapsulator implements Encapsulator {
  private static final HexFormat HEX = HexFormat.of();
  private static final BigInteger ALL_ONES = BigInteger.valueOf(0xFFFF);

  private static final Pattern MAC = Pattern.compile("[0-9a-f]{12}");
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{8}");

  private static final Pattern IPV4_IN_ETHERNET =
      Pattern.compile(
          "(?<toMac>.{12})(?<fromMac>.{12})0800"
              + "(?<packet>4(?<words>[5-9a-f])(?<tos>..)(?<total>.{4})(?<id>.{4})(?<fragment>.{4})"
              + "(?<ttl>..)(?<protocol>..)(?<checksum>.{4})(?<from>.{8})(?<to>.{8}).*)");

  @Override
  public byte[] wrap(Frame frame) {
    String datagram = HEX.formatHex(frame.datagram());
    if (datagram.length() > 2 * 1_480) {
      throw new IllegalArgumentException("more than 1,480 bytes");
    }
    String start =
        "4500"
            + number(20 + frame.datagram().length, 4)
            + number(frame.identification(), 4)
            + "4000"
            + number(frame.ttl(), 2)
            + "11";
    String end =
        text(frame.sourceAddress(), ADDRESS) + text(frame.destinationAddress(), ADDRESS);
    String all =
        text(frame.destinationMac(), MAC)
            + text(frame.sourceMac(), MAC)
            + "0800"
            + start
            + checksum(start + end)
            + end
            + datagram;
    return HEX.parseHex(all + "0".repeat(Math.max(0, 120 - all.length())));
  }

  @Override
  public Frame unwrap(byte[] bytes) throws MalformedPacketException {
    Matcher fields = fields(bytes);
    if (!fields.group("protocol").equals("11") || !fields.group("fragment").matches("[048c]000")) {
      throw new MalformedPacketException("no whole UDP datagram");
    }
    String datagram = fields.group("packet").substring(headerDigits(fields), totalDigits(fields));
    return new Frame(
        HEX.parseHex(fields.group("fromMac")),
        HEX.parseHex(fields.group("toMac")),
        HEX.parseHex(fields.group("from")),
        HEX.parseHex(fields.group("to")),
        HexFormat.fromHexDigits(fields.group("ttl")),
        HexFormat.fromHexDigits(fields.group("id")),
        HEX.parseHex(datagram));
  }

  @Override
  public Optional<byte[]> forward(byte[] bytes, byte[] newSourceMac, byte[] newDestinationMac)
      throws MalformedPacketException {
    String macs = text(newDestinationMac, MAC) + text(newSourceMac, MAC);
    Matcher fields = fields(bytes);
    int ttl = HexFormat.fromHexDigits(fields.group("ttl"));
    if (ttl == 0 || ttl == 1) {
      return Optional.empty();
    }
    String packet = fields.group("packet");
    String start = packet.substring(0, 16) + number(ttl - 1, 2) + fields.group("protocol");
    String rest = packet.substring(24);
    String checksum = checksum(start + rest.substring(0, headerDigits(fields) - 24));
    return Optional.of(HEX.parseHex(macs + "0800" + start + checksum + rest));
  }

  private static Matcher fields(byte[] bytes) throws MalformedPacketException {
    Matcher fields = IPV4_IN_ETHERNET.matcher(HEX.formatHex(bytes));
    if (!fields.matches()) {
      throw new MalformedPacketException("no IPv4 packet in an Ethernet frame");
    }
    String packet = fields.group("packet");
    if (headerDigits(fields) > totalDigits(fields) || totalDigits(fields) > packet.length()) {
      throw new MalformedPacketException("lengths that contradict each other");
    }
    String header = packet.substring(0, headerDigits(fields));
    String others = header.substring(0, 20) + header.substring(24);
    if (!fields.group("checksum").equals(checksum(others))) {
      throw new MalformedPacketException("a damaged header");
    }
    return fields;
  }

  private static int headerDigits(Matcher fields) {
    return 8 * HexFormat.fromHexDigits(fields.group("words"));
  }

  private static int totalDigits(Matcher fields) {
    return 2 * HexFormat.fromHexDigits(fields.group("total"));
  }

  /** 0x10000 leaves 1, so that a number of many words leaves what the sum of the words leaves. */
  private static String checksum(String otherWords) {
    int left = new BigInteger(otherWords, 16).mod(ALL_ONES).intValue();
    return number(left == 0 ? 0 : 0xFFFF - left, 4);
  }

  private static String number(int number, int digits) {
    if (number < 0 || Integer.toHexString(number).length() > digits) {
      throw new IllegalArgumentException("out of range: " + number);
    }
    return HEX.toHexDigits(number, digits);
  }

  private static String text(byte[] address, Pattern form) {
    String text = HEX.formatHex(address);
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException("not an address: " + text);
    }
    return text;
  }
}
