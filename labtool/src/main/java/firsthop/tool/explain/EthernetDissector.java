package firsthop.tool.explain;

/** Explains an Ethernet II frame without its frame check sequence. */
final class EthernetDissector implements LayerDissector {
  private static final String STANDARD = "IEEE 802.3 §3.2";
  private static final int MAC_OCTETS = 6;

  @Override
  public void dissect(FieldReader in) throws CutOffException {
    in.dissection().heading("Ethernet II frame, %d octets".formatted(in.left()), "RFC 894");
    in.octets("destination", MAC_OCTETS, STANDARD, EthernetDissector::text);
    in.octets("source", MAC_OCTETS, STANDARD, EthernetDissector::text);
    int type = (int) in.number("type", 2, STANDARD, Numbers::etherType);
    if (type == 0x0800) {
      new Ipv4Dissector().dissect(in);
    } else if (type == 0x86DD) {
      new Ipv6Dissector().dissect(in);
    }
    in.rest(type == 0x0800 || type == 0x86DD ? "padding" : "payload", STANDARD);
  }

  private static String text(byte[] mac) {
    String kind = (mac[0] & 1) == 0 ? "" : " (to a group of hosts)";
    return AddressValue.mac(mac) + kind;
  }
}
