package firsthop.grader.exams.dns.internet;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Zone;

/** What a name server does with each query. */
@FunctionalInterface
public interface ServerBehaviour {
  /** The largest message over UDP, in bytes: RFC 1035 §2.3.4. */
  int DATAGRAM_BYTES = 512;

  /** Handles a query. */
  void serve(ReceivedQuery query, ReplyChannel channel) throws IOException;

  /** Returns the behaviour of a correct authority; a long answer over UDP is truncated. */
  static ServerBehaviour authoritative(Zone... zones) {
    AuthoritativeResponder authority = new AuthoritativeResponder(List.of(zones));
    return changed(message -> message, authority);
  }

  /**
   * Returns the behaviour of an authority whose answers are changed.
   *
   * @param change changes the message that it gets, or makes a new one
   */
  static ServerBehaviour changed(UnaryOperator<Message> change, AuthoritativeResponder authority) {
    return (query, channel) -> {
      Message answer = change.apply(authority.answer(query.message()));
      channel.send(query.overTcp() ? answer.toWire() : answer.toWire(DATAGRAM_BYTES));
    };
  }

  /** Returns the behaviour of a server that never answers. */
  static ServerBehaviour silent() {
    return (query, channel) -> {};
  }

  /**
   * Returns the behaviour of a server that answers with a code and without records.
   *
   * @param rcode the code, such as {@link org.xbill.DNS.Rcode#SERVFAIL}
   */
  static ServerBehaviour failing(int rcode) {
    return (query, channel) -> {
      Message answer = AuthoritativeResponder.responseTo(query.message());
      answer.getHeader().setRcode(rcode);
      channel.send(answer.toWire());
    };
  }

  /** Returns the behaviour of a lame server: no error, no authority, no answer, no referral. */
  static ServerBehaviour lame() {
    return failing(0);
  }

  /** Returns this behaviour with a delay before each message. */
  default ServerBehaviour delayed(int millis) {
    return (query, channel) -> serve(query, new DelayedReplyChannel(channel, millis));
  }

  /** Returns this behaviour over TCP; over UDP, every answer is empty and truncated. */
  default ServerBehaviour overTcpOnly() {
    return (query, channel) -> {
      if (query.overTcp()) {
        serve(query, channel);
      } else {
        Message cut = AuthoritativeResponder.responseTo(query.message());
        cut.getHeader().setFlag(Flags.TC);
        channel.send(cut.toWire());
      }
    };
  }

  /** Returns a behaviour that does another one first, and then this one. */
  default ServerBehaviour after(ServerBehaviour first) {
    return (query, channel) -> {
      first.serve(query, channel);
      serve(query, channel);
    };
  }
}
