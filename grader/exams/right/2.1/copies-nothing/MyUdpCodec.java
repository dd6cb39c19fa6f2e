// Adds byte by byte where the bytes lie, each carry at once, and wants all ones when it reads.
package firsthop.udp;

import java.util.Arrays;

public class MyUdpCodec implements UdpCodec {

  private static final int HEADER = 8;

  @Override
  public int checksum(byte[] data) {
    return new Sum().add(data, 0, data.length).complement();
  }

  @Override
  public byte[] encode(UdpDatagram datagram, byte[] sourceAddress, byte[] destinationAddress) {
    Sum sum = new Sum();
    byte[] payload = datagram.payload();
    if (payload.length > 65_507) {
      throw new IllegalArgumentException("the payload is too long: " + payload.length);
    }
    int length = HEADER + payload.length;
    sum.pseudoHeader(sourceAddress, destinationAddress, length);
    byte[] bytes = new byte[length];
    int[] header = {datagram.sourcePort(), datagram.destinationPort(), length};
    for (int i = 0; i < header.length; i++) {
      if (header[i] != (header[i] & 0xFFFF)) {
        throw new IllegalArgumentException("a port is 0 to 65535: " + header[i]);
      }
      sum.add(header[i]);
      put(bytes, 2 * i, header[i]);
    }
    System.arraycopy(payload, 0, bytes, HEADER, payload.length);
    int checksum = sum.add(payload, 0, payload.length).complement();
    put(bytes, 6, checksum > 0 ? checksum : ~checksum);
    return bytes;
  }

  @Override
  public UdpDatagram decode(byte[] bytes, byte[] sourceAddress, byte[] destinationAddress)
      throws MalformedPacketException {
    int length = bytes.length < HEADER ? 0 : get(bytes, 4);
    Sum sum = new Sum();
    sum.pseudoHeader(sourceAddress, destinationAddress, length);
    if (length < HEADER || length > bytes.length) {
      throw new MalformedPacketException(bytes.length + " bytes, with a length of " + length);
    }
    boolean summed = bytes[6] != 0 || bytes[7] != 0;
    if (summed && sum.add(bytes, 0, length).value != 0xFFFF) {
      throw new MalformedPacketException("a sum of " + Integer.toHexString(sum.value));
    }
    return new UdpDatagram(
        get(bytes, 0), get(bytes, 2), Arrays.copyOfRange(bytes, HEADER, length));
  }

  private static void put(byte[] bytes, int at, int number) {
    bytes[at] = (byte) (number >>> 8);
    bytes[at + 1] = (byte) number;
  }

  private static int get(byte[] bytes, int at) {
    return Byte.toUnsignedInt(bytes[at]) * 256 + Byte.toUnsignedInt(bytes[at + 1]);
  }

  /** A sum of 16 bits that never has a carry left. */
  private static final class Sum {
    private int value;

    Sum add(int number) {
      value += number;
      if (value > 0xFFFF) {
        value -= 0xFFFF;
      }
      return this;
    }

    Sum add(byte[] bytes, int from, int to) {
      boolean high = true;
      for (int i = from; i < to; i++) {
        int number = Byte.toUnsignedInt(bytes[i]);
        add(high ? number << 8 : number);
        high = !high;
      }
      return this;
    }

    void pseudoHeader(byte[] sourceAddress, byte[] destinationAddress, int length) {
      for (byte[] address : new byte[][] {sourceAddress, destinationAddress}) {
        if (address.length != 4) {
          throw new IllegalArgumentException("an address of " + address.length + " bytes");
        }
        add(address, 0, address.length);
      }
      add(17).add(length);
    }

    int complement() {
      return 0xFFFF - value;
    }
  }
}
