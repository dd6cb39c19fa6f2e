package firsthop.grader.exams.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * Builds a response with dnsjava. Names and data have the form of zone files (RFC 1035 §5.1), with
 * a dot at the end of each name. dnsjava compresses every name whose end occurred earlier.
 */
final class DnsjavaMessageBuilder {
  private static final long TTL_SECONDS = 300;

  private final Message message;

  DnsjavaMessageBuilder(int id) {
    message = new Message(id);
    message.getHeader().setFlag(Flags.QR);
  }

  DnsjavaMessageBuilder question(String name, int type) {
    message.addRecord(Record.newRecord(name(name), type, DClass.IN), Section.QUESTION);
    return this;
  }

  DnsjavaMessageBuilder answer(String name, int type, String data) {
    return add(Section.ANSWER, name, type, data);
  }

  DnsjavaMessageBuilder authority(String name, int type, String data) {
    return add(Section.AUTHORITY, name, type, data);
  }

  DnsjavaMessageBuilder additional(String name, int type, String data) {
    return add(Section.ADDITIONAL, name, type, data);
  }

  byte[] toBytes() {
    return message.toWire();
  }

  private DnsjavaMessageBuilder add(int section, String name, int type, String data) {
    try {
      Record record = Record.fromString(name(name), type, DClass.IN, TTL_SECONDS, data, Name.root);
      message.addRecord(record, section);
      return this;
    } catch (IOException typo) {
      throw new UncheckedIOException(data, typo);
    }
  }

  private static Name name(String text) {
    return Name.fromConstantString(text);
  }
}
