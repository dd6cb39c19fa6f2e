package firsthop.tool.explain;

/** Explains an IPv4 packet. */
final class Ipv4Dissector implements LayerDissector {
  private static final String HEADER = "RFC 791 §3.1";
  private static final int LEAST_WORDS = 5;

  @Override
  public void dissect(FieldReader in) throws CutOffException {
    in.dissection().heading("IPv4 packet, %d octets".formatted(in.left()), HEADER);
    byte[] header = in.copy(in.at(), 4 * Math.max(LEAST_WORDS, in.peek(0) & 0xF));
    int all = in.left();
    int first = (int) in.number("version", 1, HEADER, v -> String.valueOf(v >> 4));
    int words = first & 0xF;
    in.detail("header length", words + " words = " + 4 * words + " octets", HEADER);
    if (first >> 4 != 4) {
      in.dissection().problem("the version of IPv4 is 4, and here it is " + (first >> 4));
    }
    in.number("type of service", 1, "RFC 2474 §3", Ipv4Dissector::service);
    int total = (int) in.number("total length", 2, HEADER, v -> v + " octets");
    in.number("identification", 2, HEADER, Numbers::hex);
    int fragment = (int) in.number("flags", 2, HEADER, Ipv4Dissector::flags);
    in.detail("fragment offset", 8 * (fragment & 0x1FFF) + " octets", HEADER);
    in.number("time to live", 1, HEADER, v -> v + (v == 1 ? " hop" : " hops"));
    int protocol = (int) in.number("protocol", 1, HEADER, Numbers::protocol);
    checksum(in, header);
    byte[] source = in.octets("source", 4, HEADER, AddressValue::ip);
    byte[] destination = in.octets("destination", 4, HEADER, AddressValue::ip);
    if (words < LEAST_WORDS) {
      in.dissection().problem("a header has at least 5 words, and this one says " + words);
    } else if (words > LEAST_WORDS) {
      in.octets("options", 4 * (words - LEAST_WORDS), HEADER, o -> o.length + " octets");
    }
    int headerLength = 4 * Math.max(LEAST_WORDS, words);
    if (total < headerLength || total > all) {
      in.dissection().problem("total length is %d, but %d octets are here".formatted(total, all));
    }
    FieldReader payload = in.part(total < headerLength ? in.left() : total - headerLength);
    if ((fragment & 0x1FFF) != 0) {
      payload.rest("later fragment", "RFC 791 §3.2");
    } else {
      new IpPayload(source, destination, protocol).dissect(payload);
    }
  }

  private static void checksum(FieldReader in, byte[] header) throws CutOffException {
    int right = new InternetChecksum().add(withoutChecksum(header)).value();
    int came = in.peek16(0);
    in.number(
        "header checksum",
        2,
        "RFC 1071 §1",
        v -> Numbers.hex(v) + (v == right ? " (right)" : " (WRONG)"));
    if (came != right) {
      in.dissection()
          .problem(
              "the header checksum is %s, and %s is right"
                  .formatted(Numbers.hex(came), Numbers.hex(right)));
    }
  }

  private static byte[] withoutChecksum(byte[] header) {
    byte[] copy = header.clone();
    for (int i = 10; i < Math.min(12, copy.length); i++) {
      copy[i] = 0;
    }
    return copy;
  }

  private static String service(long octet) {
    return "DSCP %d, ECN %d".formatted(octet >> 2, octet & 3);
  }

  private static String flags(long word) {
    String flags = (word & 0x4000) != 0 ? "don't fragment" : "may be fragmented";
    return flags + ((word & 0x2000) != 0 ? ", more fragments" : "");
  }
}
