package firsthop.grader.exams.dns.internet;

import firsthop.grader.network.Dissector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Describes a DNS message in one line: {@code query 4711 rd: www.example. A}, {@code response 4711
 * aa NOERROR: www.example. A; answer www.example. A 192.0.2.1}.
 */
public final class DnsDissector implements Dissector {
  /** The most records that are shown of a section; of the others, only the number is shown. */
  private static final int RECORDS_SHOWN = 3;

  private static final List<String> SECTIONS =
      List.of("question", "answer", "authority", "additional");

  @Override
  public String describe(byte[] datagram) {
    try {
      return describe(new Message(datagram));
    } catch (IOException | RuntimeException unreadable) {
      return "not a DNS message: " + BYTES.describe(datagram);
    }
  }

  private static String describe(Message message) {
    Header header = message.getHeader();
    boolean response = header.getFlag(Flags.QR);
    StringBuilder words = new StringBuilder(response ? "response " : "query ");
    words.append(header.getID());
    flag(words, header, Flags.AA, " aa");
    flag(words, header, Flags.TC, " tc");
    flag(words, header, Flags.RD, " rd");
    if (response) {
      words.append(' ').append(Rcode.string(header.getRcode()));
    }
    words.append(": ");
    words.append(
        message.getSection(Section.QUESTION).stream()
            .map(question -> question.getName() + " " + Type.string(question.getType()))
            .collect(Collectors.joining(", ")));
    for (int section = Section.ANSWER; section <= Section.ADDITIONAL; section++) {
      List<Record> records = message.getSection(section);
      if (!records.isEmpty()) {
        words.append("; ").append(SECTIONS.get(section)).append(' ').append(list(records));
      }
    }
    return words.toString();
  }

  private static void flag(StringBuilder words, Header header, int flag, String word) {
    if (header.getFlag(flag)) {
      words.append(word);
    }
  }

  private static String list(List<Record> records) {
    List<String> shown = new ArrayList<>();
    records.stream()
        .limit(RECORDS_SHOWN)
        .forEach(
            record ->
                shown.add(
                    record.getName()
                        + " "
                        + Type.string(record.getType())
                        + " "
                        + record.rdataToString()));
    if (records.size() > RECORDS_SHOWN) {
      shown.add(records.size() - RECORDS_SHOWN + " more");
    }
    return String.join(", ", shown);
  }
}
