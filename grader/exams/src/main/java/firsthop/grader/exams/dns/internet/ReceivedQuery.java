package firsthop.grader.exams.dns.internet;

import java.net.InetSocketAddress;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * What a name server was asked.
 *
 * @param server its address as text
 * @param overTcp whether it came over TCP
 * @param from who asked
 * @param message as it was read
 */
public record ReceivedQuery(
    String server, boolean overTcp, InetSocketAddress from, Message message) {

  /** Return the id of the query. */
  public int id() {
    return message.getHeader().getID();
  }

  /** Return whether recursion was desired. */
  public boolean recursionDesired() {
    return message.getHeader().getFlag(Flags.RD);
  }

  /** Return name and type, such as {@code www.example. A}; empty for a query without a question. */
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
