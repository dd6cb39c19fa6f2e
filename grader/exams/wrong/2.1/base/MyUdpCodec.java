package firsthop.udp;

import java.util.Arrays;

public class MyUdpCodec implements UdpCodec {

  @Override
  public int checksum(byte[] data) {
    int sum = 0;
    for (int i = 0; i < data.length; i += 2) {
      int high = data[i] & 0xFF;
      int low = i + 1 < data.length ? data[i + 1] & 0xFF : 0;
      sum += high << 8 | low;
    }
    while (sum > 0xFFFF) {
      sum = (sum & 0xFFFF) + (sum >>> 16);
    }
    return ~sum & 0xFFFF;
  }

  @Override
  public byte[] encode(UdpDatagram datagram, byte[] sourceAddress, byte[] destinationAddress) {
    checkPort(datagram.sourcePort());
    checkPort(datagram.destinationPort());
    checkAddress(sourceAddress);
    checkAddress(destinationAddress);
    byte[] payload = datagram.payload();
    if (payload.length > 65507) {
      throw new IllegalArgumentException("payload too long: " + payload.length);
    }
    byte[] bytes = new byte[8 + payload.length];
    put16(bytes, 0, datagram.sourcePort());
    put16(bytes, 2, datagram.destinationPort());
    put16(bytes, 4, bytes.length);
    System.arraycopy(payload, 0, bytes, 8, payload.length);
    int checksum = checksum(withPseudoHeader(bytes, sourceAddress, destinationAddress));
    put16(bytes, 6, checksum == 0 ? 0xFFFF : checksum);
    return bytes;
  }

  @Override
  public UdpDatagram decode(byte[] bytes, byte[] sourceAddress, byte[] destinationAddress)
      throws MalformedPacketException {
    checkAddress(sourceAddress);
    checkAddress(destinationAddress);
    if (bytes.length < 8) {
      throw new MalformedPacketException("too short: " + bytes.length);
    }
    int length = get16(bytes, 4);
    if (length < 8 || length > bytes.length) {
      throw new MalformedPacketException("bad length: " + length);
    }
    byte[] datagram = Arrays.copyOf(bytes, length);
    if (get16(datagram, 6) != 0
        && checksum(withPseudoHeader(datagram, sourceAddress, destinationAddress)) != 0) {
      throw new MalformedPacketException("bad checksum");
    }
    byte[] payload = Arrays.copyOfRange(datagram, 8, length);
    return new UdpDatagram(get16(datagram, 0), get16(datagram, 2), payload);
  }

  private static byte[] withPseudoHeader(
      byte[] datagram, byte[] sourceAddress, byte[] destinationAddress) {
    byte[] all = new byte[12 + datagram.length];
    System.arraycopy(sourceAddress, 0, all, 0, 4);
    System.arraycopy(destinationAddress, 0, all, 4, 4);
    all[9] = 17;
    put16(all, 10, datagram.length);
    System.arraycopy(datagram, 0, all, 12, datagram.length);
    return all;
  }

  private static void checkPort(int port) {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("no port: " + port);
    }
  }

  private static void checkAddress(byte[] address) {
    if (address.length != 4) {
      throw new IllegalArgumentException("no IPv4 address: " + address.length + " bytes");
    }
  }

  private static void put16(byte[] bytes, int at, int value) {
    bytes[at] = (byte) (value >> 8);
    bytes[at + 1] = (byte) value;
  }

  private static int get16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
  }
}
