// A machine with two states that takes one byte at a time.
package firsthop.tcp;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.util.LinkedList;
import java.util.List;

public class MyMessageFramer implements MessageFramer {
  private enum State {
    LENGTH,
    MESSAGE,
    LOST
  }

  private static final long MAX = 1L << 20;

  private State state = State.LENGTH;
  private int lengthBytes;
  private long length;
  private ByteArrayOutputStream message = new ByteArrayOutputStream();

  @Override
  public byte[] encode(byte[] message) {
    if (message.length > MAX) {
      throw new IllegalArgumentException();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.write(message.length >>> shift);
    }
    out.writeBytes(message);
    return out.toByteArray();
  }

  @Override
  public List<byte[]> feed(byte[] chunk) throws MalformedStreamException {
    List<byte[]> done = new LinkedList<>();
    for (byte b : chunk) {
      switch (state) {
        case LENGTH -> {
          length = length * 256 + Byte.toUnsignedInt(b);
          lengthBytes++;
          if (lengthBytes == 4) {
            state = length > MAX ? State.LOST : State.MESSAGE;
          }
        }
        case MESSAGE -> message.write(b);
        case LOST -> {}
      }
      if (state == State.MESSAGE && message.size() == length) {
        done.add(message.toByteArray());
        message = new ByteArrayOutputStream();
        length = 0;
        lengthBytes = 0;
        state = State.LENGTH;
      }
    }
    if (state == State.LOST) {
      throw new MalformedStreamException("length " + length);
    }
    return done;
  }

  @Override
  public void end() throws EOFException {
    if (state != State.LENGTH || lengthBytes != 0) {
      throw new EOFException();
    }
  }
}
