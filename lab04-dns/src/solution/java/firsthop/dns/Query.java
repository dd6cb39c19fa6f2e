package firsthop.dns;

import java.security.SecureRandom;
import java.util.List;

/**
 * A question that was encoded and has an id.
 *
 * @param bytes the encoded message
 * @param id the id of the message
 * @param question the question in the form in which a decoder returns it
 */
record Query(byte[] bytes, int id, DnsQuestion question) {
  private static final int IDS = 1 << 16;

  /** Not {@code Random}: after a few of its numbers, anybody can compute the next one. */
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Encodes a question with a new random id.
   *
   * @throws IllegalArgumentException if the name or the type is not valid
   */
  static Query fresh(String name, int type, boolean recursionDesired) {
    int id = RANDOM.nextInt(IDS);
    byte[] bytes = new MyQueryEncoder().encode(id, name, type, recursionDesired);
    return new Query(bytes, id, asRead(bytes));
  }

  /** Returns whether a message is the answer to this question. */
  boolean isAnsweredBy(DnsMessage message) {
    return message.response()
        && message.id() == id
        && message.questions().equals(List.of(question));
  }

  /** Decodes our own message, so that names have the same form as in an answer. */
  private static DnsQuestion asRead(byte[] bytes) {
    try {
      return new MyMessageDecoder().decode(bytes).questions().get(0);
    } catch (MalformedMessageException impossible) {
      throw new IllegalStateException("what was just encoded can be decoded", impossible);
    }
  }
}
