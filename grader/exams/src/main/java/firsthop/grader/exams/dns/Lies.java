package firsthop.grader.exams.dns;

import firsthop.grader.exams.dns.internet.Asked;
import firsthop.grader.exams.dns.internet.Conduct;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/** What name servers say that a resolver must not act on. */
final class Lies {
  /** An address that no zone has. */
  static final String FALSE_ADDRESS = "203.0.113.66";

  private Lies() {}

  /** Return the conduct of a server that claims authority for any name, with one address. */
  static Conduct says(String address) {
    return (asked, replies) -> replies.send(Messages.answer(asked.message(), address).toWire());
  }

  /**
   * Return the conduct of a server that refers everybody.
   *
   * @param zone such as {@code shop.example.}
   * @param server the zone's only one, such as {@code ns.shop.example.}
   * @param glue its addresses
   */
  static Conduct referral(String zone, String server, String... glue) {
    return (asked, replies) -> {
      Message referral = Messages.response(asked.message());
      Messages.add(referral, Section.AUTHORITY, zone + " NS " + server);
      for (String address : glue) {
        Messages.add(referral, Section.ADDITIONAL, server + " A " + address);
      }
      replies.send(referral.toWire());
    };
  }

  /**
   * Return the conduct of a server whose answers over UDP are truncated, what they hold false.
   *
   * @param overTcp its conduct over TCP
   */
  static Conduct truncatedBefore(Conduct overTcp) {
    return (asked, replies) -> {
      if (asked.overTcp()) {
        overTcp.serve(asked, replies);
      } else {
        Message cut = answer(asked);
        cut.getHeader().setFlag(Flags.TC);
        replies.send(cut.toWire());
      }
    };
  }

  /** Return the conduct of a server that ends its connections in the middle of an answer. */
  static Conduct cutShort() {
    return (asked, replies) -> {
      byte[] answer = answer(asked).toWire();
      byte[] framed = new byte[answer.length + Short.BYTES];
      framed[1] = (byte) (answer.length + 1);
      System.arraycopy(answer, 0, framed, Short.BYTES, answer.length);
      replies.sendRaw(framed);
      replies.hangUp(false);
    };
  }

  /**
   * Return the conduct of a server that gives the code of a failure, above an answer and a
   * referral.
   *
   * @param glue the address that it refers to
   */
  static Conduct failing(String glue) {
    return (asked, replies) -> {
      Message failing = answer(asked);
      failing.getHeader().setRcode(Rcode.SERVFAIL);
      Messages.add(failing, Section.AUTHORITY, "example. NS ns.trap.");
      Messages.add(failing, Section.ADDITIONAL, "ns.trap. A " + glue);
      replies.send(failing.toWire());
    };
  }

  /**
   * Return the conduct of somebody who sends over UDP what is no answer: other ids, another
   * question, no response, and what comes from another port, and from another host.
   *
   * @param server the address of the host that is asked
   */
  static Conduct noise(InetAddress server, InetSocketAddress stranger) {
    return (asked, replies) -> {
      replies.send(Messages.withId(asked.id() ^ 1, answer(asked)).toWire());
      replies.send(Messages.withId(asked.id() ^ 0x8000, answer(asked)).toWire());
      replies.send(Messages.withOtherQuestion(answer(asked)).toWire());
      replies.send(Messages.noResponse(answer(asked)).toWire());
      replies.sendFrom(server, 0, answer(asked).toWire());
      replies.sendFrom(stranger.getAddress(), stranger.getPort(), answer(asked).toWire());
    };
  }

  /** Return a false answer with authority. */
  static Message answer(Asked asked) {
    return Messages.answer(asked.message(), FALSE_ADDRESS);
  }

  /** Return a conduct for one name, and another for all other names. */
  static Conduct when(String name, Conduct then, Conduct otherwise) {
    return (asked, replies) ->
        (asked.question().startsWith(name + ". ") ? then : otherwise).serve(asked, replies);
  }

  /**
   * Return the conduct of an authority for the names n1, n2 and so on, each an alias of the next,
   * one in each answer.
   *
   * @param last the number of the one that has an address instead
   */
  static Conduct chain(int last, String address) {
    return (asked, replies) -> {
      Message answer = Messages.response(asked.message());
      answer.getHeader().setFlag(Flags.AA);
      int number = numberOf(asked);
      if (number == last) {
        Messages.add(answer, Section.ANSWER, "n" + number + ". A " + address);
      } else {
        Messages.add(answer, Section.ANSWER, "n" + number + ". CNAME n" + (number + 1) + ".");
      }
      replies.send(answer.toWire());
    };
  }

  /** Return 0 for a name that is none of a chain. */
  private static int numberOf(Asked asked) {
    String question = asked.question();
    return question.matches("n\\d{1,4}\\. A")
        ? Integer.parseInt(question.substring(1, question.indexOf('.')))
        : 0;
  }
}
