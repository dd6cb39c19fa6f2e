package firsthop.grader.exams.dns;

import firsthop.dns.DnsRecord;
import firsthop.grader.exams.dns.internet.ReceivedQuery;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Master;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** Makes responses with dnsjava. Records are lines of a zone file (RFC 1035 §5.1). */
final class Responses {
  private static final long TTL_SECONDS = 300;

  private Responses() {}

  /** Returns a response with these records in its answer section. */
  static Message to(ReceivedQuery query, String... answers) {
    return to(query.message(), answers);
  }

  /** Returns a response with these records in its answer section. */
  static Message to(Message query, String... answers) {
    Message response = new Message(query.getHeader().getID());
    Header header = response.getHeader();
    header.setFlag(Flags.QR);
    header.setFlag(Flags.RA);
    if (query.getHeader().getFlag(Flags.RD)) {
      header.setFlag(Flags.RD);
    }
    for (Record question : query.getSection(Section.QUESTION)) {
      response.addRecord(question, Section.QUESTION);
    }
    return add(response, Section.ANSWER, answers);
  }

  /** Adds records to a section, and returns the message. */
  static Message add(Message message, int section, String... records) {
    for (String line : records) {
      message.addRecord(record(line), section);
    }
    return message;
  }

  /** Returns a response with a code and without records. */
  static Message failure(ReceivedQuery query, int rcode) {
    Message response = to(query);
    response.getHeader().setRcode(rcode);
    return response;
  }

  /** Sets the flag TC, and returns the message. */
  static Message truncated(Message message) {
    message.getHeader().setFlag(Flags.TC);
    return message;
  }

  /** Returns a question in class IN. */
  static Record question(String name, int type) {
    try {
      return Record.newRecord(Name.fromString(name, Name.root), type, DClass.IN);
    } catch (IOException wrong) {
      throw new UncheckedIOException("not a name: " + name, wrong);
    }
  }

  /** Returns the record that a student's decoder must return, with the default TTL. */
  static DnsRecord read(String name, int type, String data) {
    return new DnsRecord(name, type, TTL_SECONDS, data);
  }

  private static Record record(String line) {
    byte[] text = line.getBytes(StandardCharsets.US_ASCII);
    try (Master master = new Master(new ByteArrayInputStream(text), Name.root, TTL_SECONDS)) {
      return master.nextRecord();
    } catch (IOException wrong) {
      throw new UncheckedIOException("not a record: " + line, wrong);
    }
  }
}
