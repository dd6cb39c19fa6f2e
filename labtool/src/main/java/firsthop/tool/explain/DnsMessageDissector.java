package firsthop.tool.explain;

import java.util.ArrayList;
import java.util.List;

/** Explains a DNS message, with compressed names. */
final class DnsMessageDissector implements LayerDissector {
  private static final String HEADER = "RFC 1035 §4.1.1";
  private static final String QUESTION = "RFC 1035 §4.1.2";
  private static final String RECORD = "RFC 1035 §4.1.3";
  private static final String[] SECTIONS = {"answer", "authority", "additional"};

  @Override
  public void dissect(FieldReader in) throws CutOffException {
    in.dissection().heading("DNS message, %d octets".formatted(in.left()), "RFC 1035 §4.1");
    int start = in.at();
    DnsNames names = new DnsNames(in.copy(start, in.left()));
    in.number("id", 2, HEADER, Numbers::hex);
    flags(in);
    int questions = (int) in.number("questions", 2, HEADER);
    int[] counts = new int[SECTIONS.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (int) in.number(SECTIONS[i] + " records", 2, HEADER);
    }
    for (int i = 1; i <= questions; i++) {
      in.dissection().heading("question " + i, QUESTION);
      name(in, names, start, "name", QUESTION);
      in.number("type", 2, QUESTION, DnsNumbers::typeField);
      in.number("class", 2, QUESTION, DnsNumbers::classField);
    }
    for (int section = 0; section < counts.length; section++) {
      for (int i = 1; i <= counts[section]; i++) {
        in.dissection().heading(SECTIONS[section] + " " + i, RECORD);
        record(in, names, start);
      }
    }
    if (in.left() > 0) {
      in.rest("after the message", "");
      in.dissection().problem("octets follow after the last record");
    }
  }

  private static void flags(FieldReader in) throws CutOffException {
    int flags =
        (int)
            in.number(
                "flags", 2, HEADER, v -> (v & 0x8000) == 0 ? "QR 0: query" : "QR 1: response");
    in.detail("opcode", DnsNumbers.operation(flags >> 11 & 0xF), HEADER);
    List<String> set = new ArrayList<>();
    String[] names = {
      "AA authoritative", "TC truncated", "RD recursion desired", "RA recursion available"
    };
    for (int i = 0; i < names.length; i++) {
      if ((flags >> 10 - i & 1) == 1) {
        set.add(names[i]);
      }
    }
    in.detail("", set.isEmpty() ? "AA, TC, RD and RA are 0" : String.join(", ", set), HEADER);
    in.detail("response code", DnsNumbers.code(flags & 0xF), HEADER);
  }

  private static void record(FieldReader in, DnsNames names, int start) throws CutOffException {
    name(in, names, start, "name", RECORD);
    int type = (int) in.number("type", 2, RECORD, DnsNumbers::typeField);
    boolean opt = type == DnsNumbers.OPT;
    if (opt) {
      in.number("UDP payload size", 2, "RFC 6891 §6.1.2", v -> v + " octets");
      in.number("extended code, flags", 4, "RFC 6891 §6.1.3", v -> "0x%08x".formatted(v));
    } else {
      in.number("class", 2, RECORD, DnsNumbers::classField);
      in.number("time to live", 4, RECORD, v -> v + " seconds");
    }
    int length = (int) in.number("data length", 2, RECORD, v -> v + " octets");
    in.need("the data", length);
    new DnsDataDissector(names, start, type).dissect(in.part(length));
  }

  /** Reads a name; the place in the message counts from {@code start}. */
  static void name(FieldReader in, DnsNames names, int start, String field, String section)
      throws CutOffException {
    DnsNames.DnsNameText name = names.at(in.at() - start);
    boolean compressed =
        name.length() >= 2
            && (in.peek(name.length() - 2) & 0xC0) == 0xC0
            && endsInPointer(in, name);
    in.octets(field, name.length(), compressed ? "RFC 1035 §4.1.4" : section, o -> name.text());
  }

  /** Walks over the labels, because the octet before the last may be part of one. */
  private static boolean endsInPointer(FieldReader in, DnsNames.DnsNameText name) {
    int at = 0;
    while (at < name.length() && in.peek(at) > 0 && (in.peek(at) & 0xC0) == 0) {
      at += in.peek(at) + 1;
    }
    return at == name.length() - 2;
  }
}
