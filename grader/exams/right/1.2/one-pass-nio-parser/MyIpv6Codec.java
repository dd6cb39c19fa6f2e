// A small hand-written parser that reads a CharBuffer once and fills a ByteBuffer on the way.
package firsthop.addresses;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;

public class MyIpv6Codec implements Ipv6Codec {

  private static final int SIZE = 16;
  private static final char END = '\uFFFF';

  @Override
  public byte[] parse(String text) {
    return new Parser(text).address();
  }

  /** One reading of one text. */
  private static final class Parser {
    private final CharBuffer in;
    private final ByteBuffer out = ByteBuffer.allocate(SIZE);

    /** Where in {@link #out} the double colon stands, or -1 while there is none. */
    private int gap = -1;

    Parser(String text) {
      in = CharBuffer.wrap(text);
    }

    byte[] address() {
      if (peek(0) == ':' && peek(1) == ':') {
        openGap(2);
      }
      while (in.hasRemaining() || gap != out.position()) {
        if (ipv4Ahead()) {
          ipv4();
          need(!in.hasRemaining(), "something stands after the IPv4 address");
          break;
        }
        group();
        if (!in.hasRemaining()) {
          break;
        }
        need(in.get() == ':', "a colon is missing");
        if (peek(0) == ':') {
          openGap(1);
        }
      }
      return closeGap();
    }

    private void openGap(int colons) {
      need(gap < 0, "a second double colon");
      in.position(in.position() + colons);
      gap = out.position();
    }

    private byte[] closeGap() {
      if (gap < 0) {
        need(!out.hasRemaining(), "groups are missing");
        return out.array();
      }
      need(out.remaining() >= 2, "no group is left for the double colon");
      byte[] address = new byte[SIZE];
      int tail = out.position() - gap;
      out.get(0, address, 0, gap);
      out.get(gap, address, SIZE - tail, tail);
      return address;
    }

    private void group() {
      int value = 0;
      int digits = 0;
      while (hex(peek(0)) >= 0) {
        need(++digits <= 4, "more than four digits");
        value = value << 4 | hex(in.get());
      }
      need(digits > 0, "a group is missing");
      need(out.remaining() >= 2, "too many groups");
      out.putShort((short) value);
    }

    private boolean ipv4Ahead() {
      int digits = 0;
      while (digits < 3 && decimal(peek(digits))) {
        digits++;
      }
      return digits > 0 && peek(digits) == '.';
    }

    private void ipv4() {
      need(out.remaining() >= 4, "too many groups before the IPv4 address");
      octet();
      for (int i = 1; i < 4; i++) {
        need(peek(0) == '.', "a dot is missing");
        in.get();
        octet();
      }
    }

    private void octet() {
      need(decimal(peek(0)), "an octet is missing");
      int value = in.get() - '0';
      while (decimal(peek(0))) {
        need(value != 0, "an octet with a leading zero");
        value = 10 * value + in.get() - '0';
        need(value <= 255, "an octet above 255");
      }
      out.put((byte) value);
    }

    /**
     * The character that many places ahead. The end has a mark of its own, which is a character
     * that no rule takes; so a text with that very character in it is refused all the same.
     */
    private char peek(int ahead) {
      return ahead < in.remaining() ? in.charAt(ahead) : END;
    }

    private static boolean decimal(char c) {
      return '0' <= c && c <= '9';
    }

    private static int hex(char c) {
      if (decimal(c)) {
        return c - '0';
      }
      if ('a' <= c && c <= 'f') {
        return c - 'a' + 10;
      }
      return 'A' <= c && c <= 'F' ? c - 'A' + 10 : -1;
    }

    private void need(boolean condition, String otherwise) {
      if (!condition) {
        throw new IllegalArgumentException(otherwise + ", at character " + in.position());
      }
    }
  }

  @Override
  public String format(byte[] address) {
    if (address.length != SIZE) {
      throw new IllegalArgumentException("not 16 bytes but " + address.length);
    }
    ByteBuffer in = ByteBuffer.wrap(address);
    if (in.getLong(0) == 0 && in.getInt(8) == 0xFFFF) {
      StringBuilder out = new StringBuilder("::ffff");
      for (int i = 12; i < SIZE; i++) {
        out.append(i == 12 ? ':' : '.').append(in.get(i) & 0xFF);
      }
      return out.toString();
    }

    int gapStart = -1; // none; and with this length, no group is the first after it
    int gapLength = 1; // a run has to be longer than this
    for (int start = 0; start < 8; start++) {
      int length = 0;
      while (start + length < 8 && in.getShort(2 * (start + length)) == 0) {
        length++;
      }
      if (length > gapLength) {
        gapStart = start;
        gapLength = length;
      }
    }

    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == gapStart) {
        out.append("::");
        i += gapLength - 1;
        continue;
      }
      if (i > 0 && i != gapStart + gapLength) {
        out.append(':');
      }
      out.append(Integer.toHexString(in.getShort(2 * i) & 0xFFFF));
    }
    return out.toString();
  }
}
