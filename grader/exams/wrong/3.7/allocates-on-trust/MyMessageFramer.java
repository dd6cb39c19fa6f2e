// Makes room for whatever length it is told, 2 GB too.
package firsthop.tcp;

import java.io.EOFException;
import java.util.ArrayList;
import java.util.List;

public class MyMessageFramer implements MessageFramer {
  private static final int MAX = 1048576;

  private final byte[] head = new byte[4];
  private int headCount = 0;
  private byte[] body = null;
  private int bodyCount = 0;
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
  public List<byte[]> feed(byte[] chunk) throws MalformedPacketException {
    if (broken) {
      throw new MalformedPacketException("a length was bad");
    }
    List<byte[]> messages = new ArrayList<>();
    for (int i = 0; i < chunk.length; i++) {
      if (headCount < 4) {
        head[headCount++] = chunk[i];
        if (headCount == 4) {
          int length = readInt(head, 0);
          if (length < 0) {
            broken = true;
            throw new MalformedPacketException("a negative length");
          }
          body = new byte[length];
          bodyCount = 0;
        }
      } else {
        body[bodyCount++] = chunk[i];
      }
      if (headCount == 4 && bodyCount == body.length) {
        messages.add(body);
        headCount = 0;
      }
    }
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
    if (headCount > 0) {
      throw new EOFException("in the midst of a message");
    }
  }
}
