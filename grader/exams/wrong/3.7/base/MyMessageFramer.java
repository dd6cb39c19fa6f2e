package firsthop.tcp;

import java.io.EOFException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

public class MyMessageFramer implements MessageFramer {
  private static final int MAX = 1048576;

  private byte[] rest = new byte[0];
  private boolean broken = false;

  @Override
  public byte[] encode(byte[] message) {
    if (message.length > MAX) {
      throw new IllegalArgumentException("more than " + MAX + " bytes: " + message.length);
    }
    byte[] out = new byte[4 + message.length];
    out[0] = (byte) (message.length >> 24);
    out[1] = (byte) (message.length >> 16);
    out[2] = (byte) (message.length >> 8);
    out[3] = (byte) message.length;
    System.arraycopy(message, 0, out, 4, message.length);
    return out;
  }

  @Override
  public List<byte[]> feed(byte[] chunk) throws MalformedStreamException {
    if (broken) {
      throw new MalformedStreamException("a length was bad");
    }
    byte[] all = Arrays.copyOf(rest, rest.length + chunk.length);
    System.arraycopy(chunk, 0, all, rest.length, chunk.length);
    List<byte[]> messages = new ArrayList<>();
    int at = 0;
    while (all.length - at >= 4) {
      int length = readInt(all, at);
      if (length < 0 || length > MAX) {
        broken = true;
        throw new MalformedStreamException("bad length: " + length);
      }
      if (all.length - at - 4 < length) {
        break;
      }
      messages.add(Arrays.copyOfRange(all, at + 4, at + 4 + length));
      at += 4 + length;
    }
    rest = Arrays.copyOfRange(all, at, all.length);
    return messages;
  }

  private static int readInt(byte[] b, int at) {
    return (b[at] & 0xFF) << 24
        | (b[at + 1] & 0xFF) << 16
        | (b[at + 2] & 0xFF) << 8
        | (b[at + 3] & 0xFF);
  }

  @Override
  public void end() throws EOFException {
    if (rest.length > 0) {
      throw new EOFException(rest.length + " bytes of a message, and no more");
    }
  }
}
