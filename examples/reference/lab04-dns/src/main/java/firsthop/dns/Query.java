package firsthop.dns;

import java.security.SecureRandom;
import java.util.List;

/**
 * A question that is on its way.
 *
 * @param bytes the message
 * @param id its id
 * @param question what it asks, as a decoder reads it
 */
record Query(byte[] bytes, int id, DnsQuestion question) {
  private static final int IDS = 1 << 16;

  /** Not {@code Random}: whoever has seen some of its numbers can tell the next. */
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Writes a question with a new id.
   *
   * @throws IllegalArgumentException if there is no such name or type
   */
  static Query fresh(String name, int type, boolean recursionDesired) {
    int id = RANDOM.nextInt(IDS);
    byte[] bytes = new MyQueryEncoder().encode(id, name, type, recursionDesired);
    return new Query(bytes, id, asRead(bytes));
  }

  /** Tells whether a message is the answer to this question. */
  boolean isAnsweredBy(DnsMessage message) {
    return message.response()
        && message.id() == id
        && message.questions().equals(List.of(question));
  }

  /** Reading our own message spares us a second idea of what a name looks like. */
  private static DnsQuestion asRead(byte[] bytes) {
    try {
      return new MyMessageDecoder().decode(bytes).questions().get(0);
    } catch (MalformedMessageException impossible) {
      throw new IllegalStateException("what was just encoded can be decoded", impossible);
    }
  }
}
