package firsthop.tool.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Explains a TCP segment. */
final class TcpDissector implements LayerDissector {
  private static final String HEADER = "RFC 9293 §3.1";
  private static final int LEAST_WORDS = 5;
  private static final int ACK = 0x10;
  private static final String[] FLAGS = {"FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"};

  private final @Nullable IpPayload ip;

  /**
   * Creates the dissector.
   *
   * @param ip what the packet around it says; null if there is none
   */
  TcpDissector(@Nullable IpPayload ip) {
    this.ip = ip;
  }

  @Override
  public void dissect(FieldReader in) throws CutOffException {
    in.dissection().heading("TCP segment, %d octets".formatted(in.left()), HEADER);
    byte[] whole = in.copy(in.at(), in.left());
    int source = (int) in.number("source port", 2, HEADER, Numbers::port);
    int destination = (int) in.number("destination port", 2, HEADER, Numbers::port);
    in.number("sequence number", 4, "RFC 9293 §3.4");
    int flagsAhead = in.peek(5);
    in.number(
        "acknowledgment",
        4,
        "RFC 9293 §3.4",
        v -> v + ((flagsAhead & ACK) == 0 ? " (without ACK: no meaning)" : ""));
    int words =
        (int)
                in.number(
                    "data offset",
                    1,
                    HEADER,
                    v -> (v >> 4) + " words = " + (v >> 4) * 4 + " octets")
            >> 4;
    int flags = (int) in.number("flags", 1, HEADER, v -> names((int) v));
    in.number("window", 2, "RFC 9293 §3.8.6", v -> v + " octets, before scaling");
    ChecksumField.read(in, ip, whole, HEADER, false);
    in.number(
        "urgent pointer",
        2,
        "RFC 9293 §3.8.5",
        v -> v + ((flags & 0x20) == 0 ? " (without URG: no meaning)" : ""));
    if (words < LEAST_WORDS) {
      in.dissection().problem("a header has at least 5 words, and this one says " + words);
    } else {
      in.need("the options", 4 * (words - LEAST_WORDS));
      new TcpOptionsDissector().dissect(in.part(4 * (words - LEAST_WORDS)));
    }
    data(in, source == 53 || destination == 53);
  }

  private static void data(FieldReader in, boolean dns) throws CutOffException {
    if (dns && in.left() > 2 && in.peek16(0) <= in.left() - 2) {
      int length = (int) in.number("message length", 2, "RFC 1035 §4.2.2");
      new DnsMessageDissector().dissect(in.part(length));
    }
    in.rest("data", HEADER);
  }

  /** Returns the names of flags, such as {@code SYN ACK}. */
  static String names(int flags) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < FLAGS.length; i++) {
      if ((flags >> i & 1) == 1) {
        names.add(FLAGS[i]);
      }
    }
    return names.isEmpty() ? "none" : String.join(" ", names);
  }
}
