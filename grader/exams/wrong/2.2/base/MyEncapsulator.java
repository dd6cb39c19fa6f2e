package firsthop.udp;

import java.util.Arrays;
import java.util.Optional;

public class MyEncapsulator implements Encapsulator {

  @Override
  public byte[] wrap(Frame frame) {
    check(frame.sourceMac(), 6);
    check(frame.destinationMac(), 6);
    check(frame.sourceAddress(), 4);
    check(frame.destinationAddress(), 4);
    if (frame.ttl() < 0 || frame.ttl() > 255) {
      throw new IllegalArgumentException("bad TTL");
    }
    if (frame.identification() < 0 || frame.identification() > 65535) {
      throw new IllegalArgumentException("bad identification");
    }
    int length = frame.datagram().length;
    if (length > 1480) {
      throw new IllegalArgumentException("too long for Ethernet");
    }
    byte[] out = new byte[Math.max(60, 34 + length)];
    System.arraycopy(frame.destinationMac(), 0, out, 0, 6);
    System.arraycopy(frame.sourceMac(), 0, out, 6, 6);
    put16(out, 12, 0x0800);
    out[14] = 0x45;
    put16(out, 16, 20 + length);
    put16(out, 18, frame.identification());
    put16(out, 20, 0x4000);
    out[22] = (byte) frame.ttl();
    out[23] = 17;
    System.arraycopy(frame.sourceAddress(), 0, out, 26, 4);
    System.arraycopy(frame.destinationAddress(), 0, out, 30, 4);
    System.arraycopy(frame.datagram(), 0, out, 34, length);
    put16(out, 24, checksum(out, 20));
    return out;
  }

  @Override
  public Frame unwrap(byte[] bytes) throws MalformedPacketException {
    int header = verify(bytes);
    if (bytes[23] != 17) {
      throw new MalformedPacketException("not UDP");
    }
    if ((get16(bytes, 20) & 0x3FFF) != 0) {
      throw new MalformedPacketException("a fragment");
    }
    int start = 14 + header;
    int end = 14 + get16(bytes, 16);
    return new Frame(
        Arrays.copyOfRange(bytes, 6, 12),
        Arrays.copyOfRange(bytes, 0, 6),
        Arrays.copyOfRange(bytes, 26, 30),
        Arrays.copyOfRange(bytes, 30, 34),
        bytes[22] & 0xFF,
        get16(bytes, 18),
        Arrays.copyOfRange(bytes, start, end));
  }

  @Override
  public Optional<byte[]> forward(byte[] bytes, byte[] newSourceMac, byte[] newDestinationMac)
      throws MalformedPacketException {
    check(newSourceMac, 6);
    check(newDestinationMac, 6);
    int header = verify(bytes);
    int ttl = bytes[22] & 0xFF;
    if (ttl <= 1) {
      return Optional.empty();
    }
    byte[] out = bytes.clone();
    System.arraycopy(newDestinationMac, 0, out, 0, 6);
    System.arraycopy(newSourceMac, 0, out, 6, 6);
    out[22] = (byte) (ttl - 1);
    put16(out, 24, 0);
    put16(out, 24, checksum(out, header));
    return Optional.of(out);
  }

  /** Returns the length of the IPv4 header in bytes. */
  private static int verify(byte[] bytes) throws MalformedPacketException {
    if (bytes.length < 34) {
      throw new MalformedPacketException("too short");
    }
    if (get16(bytes, 12) != 0x0800) {
      throw new MalformedPacketException("not IPv4");
    }
    if ((bytes[14] & 0xF0) != 0x40) {
      throw new MalformedPacketException("not version 4");
    }
    int header = (bytes[14] & 0x0F) * 4;
    int total = get16(bytes, 16);
    if (header < 20 || total < header || total > bytes.length - 14) {
      throw new MalformedPacketException("lengths do not fit");
    }
    if (checksum(bytes, header) != 0) {
      throw new MalformedPacketException("wrong checksum");
    }
    return header;
  }

  private static int checksum(byte[] bytes, int header) {
    int sum = 0;
    for (int i = 14; i < 14 + header; i += 2) {
      sum += get16(bytes, i);
    }
    while (sum > 0xFFFF) {
      sum = (sum & 0xFFFF) + (sum >> 16);
    }
    return ~sum & 0xFFFF;
  }

  private static int get16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
  }

  private static void put16(byte[] bytes, int at, int number) {
    bytes[at] = (byte) (number >> 8);
    bytes[at + 1] = (byte) number;
  }

  private static void check(byte[] address, int length) {
    if (address.length != length) {
      throw new IllegalArgumentException("not " + length + " bytes");
    }
  }
}
