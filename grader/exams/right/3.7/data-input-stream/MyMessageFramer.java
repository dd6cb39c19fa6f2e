// Appends every chunk to what is left, and tries to read a message from it with a DataInputStream.
package firsthop.tcp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

public class MyMessageFramer implements MessageFramer {
  private byte[] left = {};
  private Optional<String> trouble = Optional.empty();

  @Override
  public byte[] encode(byte[] message) {
    if (message.length > 1024 * 1024) {
      throw new IllegalArgumentException(message.length + " bytes");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(message.length);
      out.write(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public List<byte[]> feed(byte[] chunk) throws MalformedStreamException {
    List<byte[]> messages = new ArrayList<>();
    try {
      left =
          new SequenceInputStream(new ByteArrayInputStream(left), new ByteArrayInputStream(chunk))
              .readAllBytes();
      ByteArrayInputStream in = new ByteArrayInputStream(left);
      while (trouble.isEmpty() && next(in, messages)) {
        left = in.readAllBytes();
        in = new ByteArrayInputStream(left);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (trouble.isPresent()) {
      throw new MalformedStreamException(trouble.get());
    }
    return messages;
  }

  private boolean next(ByteArrayInputStream in, List<byte[]> messages) throws IOException {
    DataInputStream data = new DataInputStream(in);
    try {
      int length = data.readInt();
      if (Integer.compareUnsigned(length, 1024 * 1024) > 0) {
        trouble = Optional.of(Integer.toUnsignedString(length) + " bytes are too many");
        return false;
      }
      if (in.available() < length) {
        return false;
      }
      messages.add(data.readNBytes(length));
      return true;
    } catch (EOFException e) {
      return false;
    }
  }

  @Override
  public void end() throws EOFException {
    if (left.length != 0) {
      throw new EOFException("there are " + left.length + " bytes left");
    }
  }
}
