package firsthop.tool.explain;

import java.util.Set;

/** Explains an IPv6 packet with its extension headers. */
final class Ipv6Dissector implements LayerDissector {
  private static final String HEADER = "RFC 8200 §3";
  private static final int FRAGMENT = 44;
  private static final Set<Integer> EXTENSIONS = Set.of(0, 43, FRAGMENT, 60);
  private static final int ADDRESS_OCTETS = 16;

  @Override
  public void dissect(FieldReader in) throws CutOffException {
    in.dissection().heading("IPv6 packet, %d octets".formatted(in.left()), HEADER);
    int first = (int) in.number("version", 4, HEADER, v -> String.valueOf(v >> 28));
    in.detail("traffic class", first >> 20 & 0xFF, "RFC 8200 §7");
    in.detail("flow label", "0x%05x".formatted(first & 0xFFFFF), "RFC 8200 §6");
    if (first >>> 28 != 6) {
      in.dissection().problem("the version of IPv6 is 6, and here it is " + (first >>> 28));
    }
    int length = (int) in.number("payload length", 2, HEADER, v -> v + " octets");
    int next = (int) in.number("next header", 1, HEADER, Numbers::protocol);
    in.number("hop limit", 1, HEADER);
    byte[] source = in.octets("source", ADDRESS_OCTETS, HEADER, AddressValue::ip);
    byte[] destination = in.octets("destination", ADDRESS_OCTETS, HEADER, AddressValue::ip);
    if (length > in.left()) {
      in.dissection()
          .problem("payload length is %d, but %d octets are here".formatted(length, in.left()));
    }
    FieldReader payload = in.part(length);
    boolean later = false;
    while (EXTENSIONS.contains(next) && !later) {
      int header = next;
      int octets = header == FRAGMENT ? 8 : 8 + 8 * Math.max(0, payload.peek(1));
      next = Math.max(0, payload.peek(0));
      later = header == FRAGMENT && (payload.peek16(2) & 0xFFF8) != 0;
      String what = "next header " + Numbers.protocol(next);
      payload.octets("extension " + header, octets, "RFC 8200 §4", o -> what);
    }
    if (later) {
      payload.rest("later fragment", "RFC 8200 §4.5");
    } else {
      new IpPayload(source, destination, next).dissect(payload);
    }
  }
}
