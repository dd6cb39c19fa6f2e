package firsthop.tool.explain;

import org.jspecify.annotations.Nullable;

/** Explains a UDP datagram. */
final class UdpDissector implements LayerDissector {
  private static final String FIELDS = "RFC 768, Fields";
  private static final int HEADER_OCTETS = 8;

  private final @Nullable IpPayload ip;

  /**
   * Creates the dissector.
   *
   * @param ip what the packet around it says; null if there is none
   */
  UdpDissector(@Nullable IpPayload ip) {
    this.ip = ip;
  }

  @Override
  public void dissect(FieldReader in) throws CutOffException {
    in.dissection().heading("UDP datagram, %d octets".formatted(in.left()), "RFC 768");
    int start = in.at();
    int all = in.left();
    int source = (int) in.number("source port", 2, FIELDS, Numbers::port);
    int destination = (int) in.number("destination port", 2, FIELDS, Numbers::port);
    int length = (int) in.number("length", 2, FIELDS, v -> v + " octets");
    boolean possible = length >= HEADER_OCTETS && length <= all;
    byte[] datagram = in.copy(start, possible ? length : all);
    ChecksumField.read(in, ip, datagram, FIELDS, true);
    if (!possible) {
      in.dissection().problem("length is %d, but %d octets are here".formatted(length, all));
    }
    FieldReader payload = in.part(possible ? length - HEADER_OCTETS : in.left());
    payload(source, destination, payload);
    in.rest("after the datagram", "");
  }

  private static void payload(int source, int destination, FieldReader in) throws CutOffException {
    @Nullable ProtocolKind kind = KindDetector.inDatagram(in.copy(in.at(), in.left()));
    if (source == 53 || destination == 53) {
      kind = ProtocolKind.DNS;
    } else if (destination == 69) {
      kind = ProtocolKind.TFTP;
    }
    if (kind != null && in.left() > 0) {
      kind.dissector().dissect(in.part(in.left()));
    } else {
      in.rest("data", "RFC 768");
    }
  }
}
