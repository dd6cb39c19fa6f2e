package firsthop.grader.exams.dns.internet;

import java.net.InetSocketAddress;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * A query that a name server received.
 *
 * @param server the address of the name server as text
 * @param overTcp whether the query came over TCP
 * @param from the socket of the client
 * @param message the decoded query
 */
public record ReceivedQuery(
    String server, boolean overTcp, InetSocketAddress from, Message message) {

  /** Returns the id of the query. */
  public int id() {
    return message.getHeader().getID();
  }

  /** Returns whether recursion is desired. */
  public boolean recursionDesired() {
    return message.getHeader().getFlag(Flags.RD);
  }

  /** Returns the name and the type, such as {@code www.example. A}; empty without a question. */
  public String question() {
    Record question = message.getQuestion();
    return question == null
        ? ""
        : question.getName().canonicalize() + " " + Type.string(question.getType());
  }

  @Override
  public String toString() {
    return server + (overTcp ? " over TCP: " : ": ") + question();
  }
}
