package firsthop.grader.exams.dns.internet;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Zone;

/** What a name server does when it is asked. */
@FunctionalInterface
public interface Conduct {
  /** The most that a datagram carries: RFC 1035 §2.3.4. */
  int DATAGRAM_BYTES = 512;

  /** Deal with a query. */
  void serve(Asked asked, Replies replies) throws IOException;

  /** Return the conduct of an honest authority; over UDP what does not fit is truncated. */
  static Conduct authority(Zone... zones) {
    Authority authority = new Authority(List.of(zones));
    return changed(message -> message, authority);
  }

  /**
   * Return the conduct of an authority whose answers are changed.
   *
   * @param change may change the message that it gets, or make another
   */
  static Conduct changed(UnaryOperator<Message> change, Authority authority) {
    return (asked, replies) -> {
      Message answer = change.apply(authority.answer(asked.message()));
      replies.send(asked.overTcp() ? answer.toWire() : answer.toWire(DATAGRAM_BYTES));
    };
  }

  /** Return the conduct of a server that never answers. */
  static Conduct silent() {
    return (asked, replies) -> {};
  }

  /**
   * Return the conduct of a server that answers with a code and nothing else.
   *
   * @param rcode such as {@link org.xbill.DNS.Rcode#SERVFAIL}
   */
  static Conduct failing(int rcode) {
    return (asked, replies) -> {
      Message answer = Authority.responseTo(asked.message());
      answer.getHeader().setRcode(rcode);
      replies.send(answer.toWire());
    };
  }

  /** Return the conduct of a lame server: no error, no authority, no answer, no referral. */
  static Conduct lame() {
    return failing(0);
  }

  /** Return a conduct that is followed so many milliseconds late. */
  default Conduct late(int millis) {
    return (asked, replies) -> serve(asked, new LateReplies(replies, millis));
  }

  /** Return a conduct that, over UDP, only says that the answer does not fit. */
  default Conduct overTcpOnly() {
    return (asked, replies) -> {
      if (asked.overTcp()) {
        serve(asked, replies);
      } else {
        Message cut = Authority.responseTo(asked.message());
        cut.getHeader().setFlag(Flags.TC);
        replies.send(cut.toWire());
      }
    };
  }

  /** Return a conduct of two parts: first the one, then this. */
  default Conduct after(Conduct first) {
    return (asked, replies) -> {
      first.serve(asked, replies);
      serve(asked, replies);
    };
  }
}
