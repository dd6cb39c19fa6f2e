// Writes and reads with data streams, adds 32 bits at a time, and compares with what it computes.
package firsthop.udp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;

public class MyUdpCodec implements UdpCodec {

  @Override
  public int checksum(byte[] data) {
    ByteBuffer words = ByteBuffer.wrap(Arrays.copyOf(data, (data.length + 3) / 4 * 4));
    long sum = 0;
    while (words.hasRemaining()) {
      sum += Integer.toUnsignedLong(words.getInt());
    }
    for (int bits = 32; bits >= 16; bits /= 2) {
      long mask = (1L << bits) - 1;
      sum = (sum & mask) + (sum >>> bits);
      sum = (sum & mask) + (sum >>> bits);
    }
    return (int) (sum ^ 0xFFFF);
  }

  @Override
  public byte[] encode(UdpDatagram datagram, byte[] sourceAddress, byte[] destinationAddress) {
    if ((datagram.sourcePort() | datagram.destinationPort()) >>> 16 != 0) {
      throw new IllegalArgumentException("a port does not fit into 16 bits: " + datagram);
    }
    if (datagram.payload().length > 0xFFFF - 20 - 8) {
      throw new IllegalArgumentException("the payload does not fit into a packet: " + datagram);
    }
    return write(datagram, field(datagram, ipv4(sourceAddress), ipv4(destinationAddress)));
  }

  @Override
  public UdpDatagram decode(byte[] bytes, byte[] sourceAddress, byte[] destinationAddress)
      throws MalformedPacketException {
    InetAddress source = ipv4(sourceAddress);
    InetAddress destination = ipv4(destinationAddress);
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      int sourcePort = in.readUnsignedShort();
      int destinationPort = in.readUnsignedShort();
      int rest = in.readUnsignedShort() - 8;
      int checksum = in.readUnsignedShort();
      if (rest < 0) {
        throw new MalformedPacketException("the length is " + rest + " off a header's");
      }
      byte[] payload = new byte[rest];
      in.readFully(payload);
      UdpDatagram datagram = new UdpDatagram(sourcePort, destinationPort, payload);
      if (checksum != 0 && checksum != field(datagram, source, destination)) {
        throw new MalformedPacketException("the checksum is wrong: " + datagram);
      }
      return datagram;
    } catch (MalformedPacketException malformed) {
      throw malformed;
    } catch (IOException ended) {
      throw new MalformedPacketException("the bytes end too early: " + bytes.length);
    }
  }

  private int field(UdpDatagram datagram, InetAddress source, InetAddress destination) {
    byte[] bytes = write(datagram, 0);
    ByteArrayOutputStream summed = new ByteArrayOutputStream();
    summed.writeBytes(source.getAddress());
    summed.writeBytes(destination.getAddress());
    summed.writeBytes(new byte[] {0, 17, bytes[4], bytes[5]});
    summed.writeBytes(bytes);
    int checksum = checksum(summed.toByteArray());
    return checksum != 0 ? checksum : 0xFFFF;
  }

  private static byte[] write(UdpDatagram datagram, int checksum) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(datagram.sourcePort());
      out.writeShort(datagram.destinationPort());
      out.writeShort(8 + datagram.payload().length);
      out.writeShort(checksum);
      out.write(datagram.payload());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static InetAddress ipv4(byte[] address) {
    try {
      if (InetAddress.getByAddress(address) instanceof Inet4Address ipv4) {
        return ipv4;
      }
    } catch (UnknownHostException neither) {
      // Falls through to the refusal.
    }
    throw new IllegalArgumentException("not the bytes of an IPv4 address: " + address.length);
  }
}
