// Streams from the first byte to the last; forward adapts the checksum by what the TTL has lost.
package firsthop.udp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

public class MyEncapsulator implements Encapsulator {

  /** Everything in a frame but its padding, in the order in which it is there. */
  private record Parts(
      byte[] destinationMac,
      byte[] sourceMac,
      int identification,
      int fragment,
      int ttl,
      int protocol,
      byte[] source,
      byte[] destination,
      byte[] data) {}

  @Override
  public byte[] wrap(Frame frame) {
    if (frame.sourceMac().length != 6
        || frame.destinationMac().length != 6
        || frame.sourceAddress().length != 4
        || frame.destinationAddress().length != 4
        || frame.datagram().length > 1_480
        || frame.ttl() != (frame.ttl() & 0xFF)
        || frame.identification() != (frame.identification() & 0xFFFF)) {
      throw new IllegalArgumentException("does not fit into a frame: " + frame);
    }
    try {
      int checksum = 0xFFFF - fold(sum(header(frame, 0)));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(frame.destinationMac());
      out.writeBytes(frame.sourceMac());
      out.write(0x08);
      out.write(0x00);
      out.writeBytes(header(frame, checksum));
      out.writeBytes(frame.datagram());
      while (out.size() < 60) {
        out.write(0);
      }
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] header(Frame frame, int checksum) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(0x4500);
    out.writeShort(20 + frame.datagram().length);
    out.writeShort(frame.identification());
    out.writeShort(0x4000);
    out.writeByte(frame.ttl());
    out.writeByte(17);
    out.writeShort(checksum);
    out.write(frame.sourceAddress());
    out.write(frame.destinationAddress());
    return bytes.toByteArray();
  }

  @Override
  public Frame unwrap(byte[] bytes) throws MalformedPacketException {
    Parts parts = read(bytes);
    boolean moreFragments = (parts.fragment() >> 13 & 1) == 1;
    if (parts.protocol() != 17 || moreFragments || parts.fragment() % 0x2000 != 0) {
      throw new MalformedPacketException("no whole UDP datagram");
    }
    return new Frame(
        parts.sourceMac(),
        parts.destinationMac(),
        parts.source(),
        parts.destination(),
        parts.ttl(),
        parts.identification(),
        parts.data());
  }

  @Override
  public Optional<byte[]> forward(byte[] bytes, byte[] newSourceMac, byte[] newDestinationMac)
      throws MalformedPacketException {
    if (newSourceMac.length != 6 || newDestinationMac.length != 6) {
      throw new IllegalArgumentException("a MAC address has 6 bytes");
    }
    if (read(bytes).ttl() < 2) {
      return Optional.empty();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(newDestinationMac);
    out.writeBytes(newSourceMac);
    out.write(bytes, 12, 10);
    out.write(bytes[22] - 1);
    out.write(bytes[23]);
    // RFC 1624: from the old sum take the old word, that is add its complement; add the new one.
    int oldWord = word(bytes, 22);
    int newWord = oldWord - 0x0100;
    int oldSum = 0xFFFF - word(bytes, 24);
    int checksum = 0xFFFF - fold(oldSum + (0xFFFF - oldWord) + newWord);
    out.write(checksum >> 8);
    out.write(checksum);
    out.write(bytes, 26, bytes.length - 26);
    return Optional.of(out.toByteArray());
  }

  private static Parts read(byte[] bytes) throws MalformedPacketException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      byte[] destinationMac = exactly(in, 6);
      byte[] sourceMac = exactly(in, 6);
      verify(in.readUnsignedShort() == 0x0800, "no IPv4");
      int first = in.readUnsignedByte();
      int headerLength = 4 * (first % 16);
      verify(first / 16 == 4 && headerLength >= 20, "no header of version 4");
      in.readUnsignedByte();
      int totalLength = in.readUnsignedShort();
      verify(totalLength >= headerLength, "the header is longer than the packet");
      int identification = in.readUnsignedShort();
      int fragment = in.readUnsignedShort();
      int ttl = in.readUnsignedByte();
      int protocol = in.readUnsignedByte();
      in.readUnsignedShort();
      byte[] source = exactly(in, 4);
      byte[] destination = exactly(in, 4);
      exactly(in, headerLength - 20);
      byte[] data = exactly(in, totalLength - headerLength);
      byte[] header = exactly(new ByteArrayInputStream(bytes, 14, headerLength), headerLength);
      verify(fold(sum(header)) == 0xFFFF, "a damaged header");
      return new Parts(
          destinationMac,
          sourceMac,
          identification,
          fragment,
          ttl,
          protocol,
          source,
          destination,
          data);
    } catch (MalformedPacketException malformed) {
      throw malformed;
    } catch (IOException ended) {
      throw new MalformedPacketException("the frame ends too early");
    }
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] read = in.readNBytes(length);
    if (read.length < length) {
      throw new EOFException();
    }
    return read;
  }

  private static void verify(boolean right, String otherwise) throws MalformedPacketException {
    if (!right) {
      throw new MalformedPacketException(otherwise);
    }
  }

  private static int sum(byte[] header) {
    int sum = 0;
    for (int i = 0; i < header.length; i += 2) {
      sum += word(header, i);
    }
    return sum;
  }

  private static int fold(int sum) {
    return sum <= 0xFFFF ? sum : fold(sum % 0x10000 + sum / 0x10000);
  }

  private static int word(byte[] bytes, int at) {
    return Byte.toUnsignedInt(bytes[at]) * 256 + Byte.toUnsignedInt(bytes[at + 1]);
  }
}
