package firsthop.dns;

import java.nio.ByteBuffer;
import java.util.Arrays;

public class MyQueryEncoder implements QueryEncoder {

  @Override
  public byte[] encode(int id, String name, int type, boolean recursionDesired) {
    check("id", id);
    check("type", type);
    byte[] wire = wire(name);
    ByteBuffer message = ByteBuffer.allocate(12 + wire.length + 4);
    message.putShort((short) id);
    message.putShort((short) (recursionDesired ? 0x0100 : 0));
    message.putShort((short) 1);
    message.putShort((short) 0);
    message.putShort((short) 0);
    message.putShort((short) 0);
    message.put(wire);
    message.putShort((short) type);
    message.putShort((short) 1);
    return message.array();
  }

  private static byte[] wire(String name) {
    String text = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    ByteBuffer wire = ByteBuffer.allocate(text.length() + 2);
    if (!text.isEmpty()) {
      for (String label : text.split("\\.", -1)) {
        if (label.isEmpty()) {
          throw new IllegalArgumentException("an empty label: " + name);
        }
        if (label.length() > 63) {
          throw new IllegalArgumentException("a long label: " + name);
        }
        wire.put((byte) label.length());
        for (char c : label.toCharArray()) {
          if (c > 127 || c == '\\') {
            throw new IllegalArgumentException("a bad character: " + name);
          }
          wire.put((byte) c);
        }
      }
    }
    wire.put((byte) 0);
    if (wire.position() > 255) {
      throw new IllegalArgumentException("a long name: " + name);
    }
    return Arrays.copyOf(wire.array(), wire.position());
  }

  private static void check(String what, int number) {
    if (number < 0 || number > 65535) {
      throw new IllegalArgumentException(what + " " + number);
    }
  }
}
