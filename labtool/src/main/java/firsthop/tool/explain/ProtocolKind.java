package firsthop.tool.explain;

import java.util.Locale;

/** What octets can be explained as. */
public enum ProtocolKind {
  ETHERNET(new EthernetDissector()),
  IPV4(new Ipv4Dissector()),
  IPV6(new Ipv6Dissector()),
  UDP(new UdpDissector(null)),
  TCP(new TcpDissector(null)),
  DNS(new DnsMessageDissector()),
  TFTP(new TftpDissector());

  private final LayerDissector dissector;

  ProtocolKind(LayerDissector dissector) {
    this.dissector = dissector;
  }

  LayerDissector dissector() {
    return dissector;
  }

  /** Returns the word for it on a command line, such as {@code dns}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Explains octets as this kind. Whatever they are, it returns what it could read. */
  public Dissection explain(byte[] octets) {
    Dissection dissection = new Dissection();
    try {
      dissector.dissect(new FieldReader(octets, 0, octets.length, dissection));
    } catch (CutOffException e) {
      dissection.problem(e.getMessage());
    }
    return dissection;
  }
}
