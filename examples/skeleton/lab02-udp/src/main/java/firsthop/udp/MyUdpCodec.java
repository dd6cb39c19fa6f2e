package firsthop.udp;

import firsthop.kit.Todo;

/** Your answer to exercise 2.1. {@link UdpCodec} says what it must do. */
public class MyUdpCodec implements UdpCodec {

  /** Creates a codec. The tests call this constructor. */
  public MyUdpCodec() {}

  @Override
  public int checksum(byte[] data) {
    throw Todo.exercise("2.1");
  }

  @Override
  public byte[] encode(UdpDatagram datagram, byte[] sourceAddress, byte[] destinationAddress) {
    throw Todo.exercise("2.1");
  }

  @Override
  public UdpDatagram decode(byte[] bytes, byte[] sourceAddress, byte[] destinationAddress)
      throws MalformedPacketException {
    throw Todo.exercise("2.1");
  }
}
