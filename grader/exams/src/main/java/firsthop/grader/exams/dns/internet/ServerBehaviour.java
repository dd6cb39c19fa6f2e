package firsthop.grader.exams.dns.internet;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Zone;

/** What a name server does when it is asked. */
@FunctionalInterface
public interface ServerBehaviour {
  /** The most that a datagram carries: RFC 1035 §2.3.4. */
  int DATAGRAM_BYTES = 512;

  /** Deal with a query. */
  void serve(ReceivedQuery query, ReplyChannel channel) throws IOException;

  /** Return the conduct of an honest authority; over UDP what does not fit is truncated. */
  static ServerBehaviour authoritative(Zone... zones) {
    AuthoritativeResponder authority = new AuthoritativeResponder(List.of(zones));
    return changed(message -> message, authority);
  }

  /**
   * Return the conduct of an authority whose answers are changed.
   *
   * @param change may change the message that it gets, or make another
   */
  static ServerBehaviour changed(UnaryOperator<Message> change, AuthoritativeResponder authority) {
    return (query, channel) -> {
      Message answer = change.apply(authority.answer(query.message()));
      channel.send(query.overTcp() ? answer.toWire() : answer.toWire(DATAGRAM_BYTES));
    };
  }

  /** Return the conduct of a server that never answers. */
  static ServerBehaviour silent() {
    return (query, channel) -> {};
  }

  /**
   * Return the conduct of a server that answers with a code and nothing else.
   *
   * @param rcode such as {@link org.xbill.DNS.Rcode#SERVFAIL}
   */
  static ServerBehaviour failing(int rcode) {
    return (query, channel) -> {
      Message answer = AuthoritativeResponder.responseTo(query.message());
      answer.getHeader().setRcode(rcode);
      channel.send(answer.toWire());
    };
  }

  /** Return the conduct of a lame server: no error, no authority, no answer, no referral. */
  static ServerBehaviour lame() {
    return failing(0);
  }

  /** Return a conduct that is followed so many milliseconds late. */
  default ServerBehaviour delayed(int millis) {
    return (query, channel) -> serve(query, new DelayedReplyChannel(channel, millis));
  }

  /** Return a conduct that, over UDP, only says that the answer does not fit. */
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

  /** Return a conduct of two parts: first the one, then this. */
  default ServerBehaviour after(ServerBehaviour first) {
    return (query, channel) -> {
      first.serve(query, channel);
      serve(query, channel);
    };
  }
}
