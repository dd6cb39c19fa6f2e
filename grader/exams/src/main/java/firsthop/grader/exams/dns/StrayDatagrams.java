package firsthop.grader.exams.dns;

import firsthop.grader.exams.dns.internet.ReceivedQuery;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * Datagrams that a client receives, but that are not its answer. Each one differs from the answer
 * in only one thing, and has an address that no true answer has.
 */
final class StrayDatagrams {
  /** An address from TEST-NET-3 (RFC 5737). */
  static final String FALSE_ADDRESS = "203.0.113.66";

  private static final int HEADER_BYTES = 12;

  private StrayDatagrams() {}

  /** Returns a complete answer with a false address, to be sent by a stranger. */
  static byte[] falseAnswer(ReceivedQuery query) {
    return response(query).toWire();
  }

  /** Returns a false answer with another id. */
  static byte[] withId(ReceivedQuery query, int id) {
    Message message = response(query);
    message.getHeader().setID(id);
    return message.toWire();
  }

  /** Returns a false answer with these questions. */
  static byte[] withQuestions(ReceivedQuery query, Record... questions) {
    Message message = response(query);
    message.removeAllRecords(Section.QUESTION);
    for (Record question : questions) {
      message.addRecord(question, Section.QUESTION);
    }
    return message.toWire();
  }

  /** Returns a query that has an answer in it. */
  static byte[] asQuery(ReceivedQuery query) {
    Message message = response(query);
    message.getHeader().unsetFlag(Flags.QR);
    return message.toWire();
  }

  /** Returns datagrams that cannot be decoded, although they begin like an answer. */
  static List<byte[]> undecodable(ReceivedQuery query) {
    byte[] whole = falseAnswer(query);
    byte[] loop = whole.clone();
    // The question's name becomes a pointer to itself.
    loop[HEADER_BYTES] = (byte) 0xC0;
    loop[HEADER_BYTES + 1] = HEADER_BYTES;
    return List.of(
        new byte[0],
        Arrays.copyOf(whole, 2),
        Arrays.copyOf(whole, HEADER_BYTES - 1),
        Arrays.copyOf(whole, HEADER_BYTES + 3),
        Arrays.copyOf(whole, whole.length - 1),
        loop);
  }

  private static Message response(ReceivedQuery query) {
    @Nullable Record question = query.message().getQuestion();
    Name name = question == null ? Name.root : question.getName();
    return Responses.to(query, name + " IN A " + FALSE_ADDRESS);
  }
}
