package firsthop.tool.explain;

/**
 * What an IP packet carries. It knows the addresses, which the checksums of UDP and TCP include.
 *
 * @param source 4 or 16 octets
 * @param destination 4 or 16 octets
 * @param protocol the number of the protocol, such as 17 for UDP
 */
record IpPayload(byte[] source, byte[] destination, int protocol) {

  void dissect(FieldReader in) throws CutOffException {
    if (protocol == Numbers.UDP) {
      new UdpDissector(this).dissect(in);
    } else if (protocol == Numbers.TCP) {
      new TcpDissector(this).dissect(in);
    } else {
      in.rest("payload", "");
    }
  }

  /** Returns the checksum over the pseudo-header and octets; 0 if they include a right one. */
  int checksum(byte[] octets) {
    return new InternetChecksum()
        .addPseudoHeader(source, destination, protocol, octets.length)
        .add(octets)
        .value();
  }
}
