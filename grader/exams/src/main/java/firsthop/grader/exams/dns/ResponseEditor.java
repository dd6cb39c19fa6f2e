package firsthop.grader.exams.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Makes and changes responses. Records are texts such as {@code www.example. A 192.0.2.1}. */
final class ResponseEditor {
  private static final long TTL_SECONDS = 300;

  private ResponseEditor() {}

  /** Returns a response without records. */
  static Message response(Message query) {
    Message response = new Message(query.getHeader().getID());
    response.getHeader().setFlag(Flags.QR);
    if (query.getHeader().getFlag(Flags.RD)) {
      response.getHeader().setFlag(Flags.RD);
    }
    Record question = query.getQuestion();
    if (question != null) {
      response.addRecord(question, Section.QUESTION);
    }
    return response;
  }

  /** Returns an authoritative answer: the name in the question has this address. */
  static Message answer(Message query, String address) {
    Message answer = response(query);
    answer.getHeader().setFlag(Flags.AA);
    Record question = query.getQuestion();
    if (question != null) {
      add(answer, Section.ANSWER, question.getName() + " A " + address);
    }
    return answer;
  }

  /** Adds records at the end of a section. */
  static Message add(Message message, int section, String... records) {
    for (String record : records) {
      message.addRecord(record(record), section);
    }
    return message;
  }

  /** Adds records at the start of a section. */
  static Message addFirst(Message message, int section, String... records) {
    List<Record> present = List.copyOf(message.getSection(section));
    message.removeAllRecords(section);
    add(message, section, records);
    present.forEach(record -> message.addRecord(record, section));
    return message;
  }

  /** Reverses the order of the records of a section. */
  static Message reverse(Message message, int section) {
    List<Record> present = List.copyOf(message.getSection(section));
    message.removeAllRecords(section);
    for (int i = present.size() - 1; i >= 0; i--) {
      message.addRecord(present.get(i), section);
    }
    return message;
  }

  /** Removes the flag AA. */
  static Message withoutAuthority(Message answer) {
    answer.getHeader().unsetFlag(Flags.AA);
    return answer;
  }

  /** Sets the code that means that the name does not exist. */
  static Message nameError(Message answer) {
    answer.getHeader().setRcode(Rcode.NXDOMAIN);
    return answer;
  }

  /** Changes the id. */
  static Message withId(int id, Message message) {
    message.getHeader().setID(id);
    return message;
  }

  /** Removes the flag QR, so that the message is a query. */
  static Message asQuery(Message answer) {
    answer.getHeader().unsetFlag(Flags.QR);
    return answer;
  }

  /** Changes the type in the question. */
  static Message withOtherQuestion(Message answer) {
    Record question = answer.getQuestion();
    answer.removeAllRecords(Section.QUESTION);
    answer.addRecord(Record.newRecord(question.getName(), Type.TXT, DClass.IN), Section.QUESTION);
    return answer;
  }

  private static Record record(String words) {
    String[] parts = words.split(" ", 3);
    try {
      return Record.fromString(
          Name.fromString(parts[0]),
          Type.value(parts[1]),
          DClass.IN,
          TTL_SECONDS,
          parts[2],
          Name.root);
    } catch (IOException wrong) {
      throw new UncheckedIOException("not a record: " + words, wrong);
    }
  }
}
