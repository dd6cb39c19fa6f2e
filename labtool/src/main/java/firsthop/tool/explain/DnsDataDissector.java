package firsthop.tool.explain;

import firsthop.tool.PrintableText;

/** Explains the data of a resource record. */
final class DnsDataDissector implements LayerDissector {
  private static final String SOA_SECTION = "RFC 1035 §3.3.13";
  private static final String[] SOA_NUMBERS = {"serial", "refresh", "retry", "expire", "minimum"};

  private final DnsNames names;
  private final int start;
  private final int type;

  /**
   * Creates the dissector.
   *
   * @param names the names of the whole message
   * @param start where the message begins
   * @param type the type of the record
   */
  DnsDataDissector(DnsNames names, int start, int type) {
    this.names = names;
    this.start = start;
    this.type = type;
  }

  @Override
  public void dissect(FieldReader in) throws CutOffException {
    switch (type) {
      case DnsNumbers.A -> address(in, 4, "RFC 1035 §3.4.1");
      case DnsNumbers.AAAA -> address(in, 16, "RFC 3596 §2.2");
      case DnsNumbers.NS -> name(in, "name server", "RFC 1035 §3.3.11");
      case DnsNumbers.CNAME -> name(in, "canonical name", "RFC 1035 §3.3.1");
      case DnsNumbers.PTR -> name(in, "name", "RFC 1035 §3.3.12");
      case DnsNumbers.MX -> {
        in.number("preference", 2, "RFC 1035 §3.3.9");
        name(in, "mail server", "RFC 1035 §3.3.9");
      }
      case DnsNumbers.TXT -> texts(in);
      case DnsNumbers.SOA -> {
        name(in, "primary server", SOA_SECTION);
        name(in, "mailbox", SOA_SECTION);
        for (String number : SOA_NUMBERS) {
          in.number(number, 4, SOA_SECTION);
        }
      }
      default -> in.rest("data", "RFC 1035 §4.1.3");
    }
    if (in.left() > 0) {
      in.rest("after the data", "");
      in.dissection().problem("the data is longer than its type allows");
    }
  }

  private void name(FieldReader in, String field, String section) throws CutOffException {
    int length = names.at(in.at() - start).length();
    in.need("the " + field, length);
    DnsMessageDissector.name(in, names, start, field, section);
  }

  private static void address(FieldReader in, int octets, String section) throws CutOffException {
    in.octets("address", octets, section, AddressValue::ip);
  }

  private static void texts(FieldReader in) throws CutOffException {
    while (in.left() > 0) {
      in.octets(
          "text",
          1 + in.peek(0),
          "RFC 1035 §3.3.14",
          o -> "\"" + PrintableText.of(java.util.Arrays.copyOfRange(o, 1, o.length)) + "\"");
    }
  }
}
