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

/** Writes responses with dnsjava; their records are lines of a master file (RFC 1035 §5.1). */
final class Responses {
  private static final long TTL_SECONDS = 300;

  private Responses() {}

  /** Return a response with these records in its answer section. */
  static Message to(ReceivedQuery query, String... answers) {
    return to(query.message(), answers);
  }

  /** Return a response with these records in its answer section. */
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

  /** Add records to a section of a message, and return the message. */
  static Message add(Message message, int section, String... records) {
    for (String line : records) {
      message.addRecord(record(line), section);
    }
    return message;
  }

  /** Return a response that says nothing but a code. */
  static Message failure(ReceivedQuery query, int rcode) {
    Message response = to(query);
    response.getHeader().setRcode(rcode);
    return response;
  }

  /** Set the flag that says that a message is cut, and return the message. */
  static Message truncated(Message message) {
    message.getHeader().setFlag(Flags.TC);
    return message;
  }

  /** Return a question in class IN. */
  static Record question(String name, int type) {
    try {
      return Record.newRecord(Name.fromString(name, Name.root), type, DClass.IN);
    } catch (IOException wrong) {
      throw new UncheckedIOException("no name: " + name, wrong);
    }
  }

  /** Return the record that a student's decoder makes of an answer's record, at the usual TTL. */
  static DnsRecord read(String name, int type, String data) {
    return new DnsRecord(name, type, TTL_SECONDS, data);
  }

  private static Record record(String line) {
    byte[] text = line.getBytes(StandardCharsets.US_ASCII);
    try (Master master = new Master(new ByteArrayInputStream(text), Name.root, TTL_SECONDS)) {
      return master.nextRecord();
    } catch (IOException wrong) {
      throw new UncheckedIOException("no record: " + line, wrong);
    }
  }
}
