package firsthop.grader.exams.dns;

import firsthop.grader.exams.dns.internet.ReceivedQuery;
import firsthop.grader.exams.dns.internet.ServerBehaviour;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/** What name servers say that a resolver must not act on. */
final class MisbehavingServers {
  /** An address that no zone has. */
  static final String FALSE_ADDRESS = "203.0.113.66";

  private MisbehavingServers() {}

  /** Return the conduct of a server that claims authority for any name, with one address. */
  static ServerBehaviour alwaysAnswering(String address) {
    return (query, channel) ->
        channel.send(ResponseEditor.answer(query.message(), address).toWire());
  }

  /**
   * Return the conduct of a server that refers everybody.
   *
   * @param zone such as {@code shop.example.}
   * @param server the zone's only one, such as {@code ns.shop.example.}
   * @param glue its addresses
   */
  static ServerBehaviour referral(String zone, String server, String... glue) {
    return (query, channel) -> {
      Message referral = ResponseEditor.response(query.message());
      ResponseEditor.add(referral, Section.AUTHORITY, zone + " NS " + server);
      for (String address : glue) {
        ResponseEditor.add(referral, Section.ADDITIONAL, server + " A " + address);
      }
      channel.send(referral.toWire());
    };
  }

  /**
   * Return the conduct of a server whose answers over UDP are truncated, what they hold false.
   *
   * @param overTcp its conduct over TCP
   */
  static ServerBehaviour truncatedOverUdp(ServerBehaviour overTcp) {
    return (query, channel) -> {
      if (query.overTcp()) {
        overTcp.serve(query, channel);
      } else {
        Message cut = falseAnswer(query);
        cut.getHeader().setFlag(Flags.TC);
        channel.send(cut.toWire());
      }
    };
  }

  /** Return the conduct of a server that ends its connections in the middle of an answer. */
  static ServerBehaviour closingWithinAnswer() {
    return (query, channel) -> {
      byte[] answer = falseAnswer(query).toWire();
      byte[] framed = new byte[answer.length + Short.BYTES];
      framed[1] = (byte) (answer.length + 1);
      System.arraycopy(answer, 0, framed, Short.BYTES, answer.length);
      channel.sendRaw(framed);
      channel.endConnection(false);
    };
  }

  /**
   * Return the conduct of a server that gives the code of a failure, above an answer and a
   * referral.
   *
   * @param glue the address that it refers to
   */
  static ServerBehaviour failingWithRecords(String glue) {
    return (query, channel) -> {
      Message failing = falseAnswer(query);
      failing.getHeader().setRcode(Rcode.SERVFAIL);
      ResponseEditor.add(failing, Section.AUTHORITY, "example. NS ns.trap.");
      ResponseEditor.add(failing, Section.ADDITIONAL, "ns.trap. A " + glue);
      channel.send(failing.toWire());
    };
  }

  /**
   * Return the conduct of somebody who sends over UDP what is no answer: other ids, another
   * question, no response, and what comes from another port, and from another host.
   *
   * @param server the address of the host that is asked
   */
  static ServerBehaviour spoofedReplies(InetAddress server, InetSocketAddress stranger) {
    return (query, channel) -> {
      channel.send(ResponseEditor.withId(query.id() ^ 1, falseAnswer(query)).toWire());
      channel.send(ResponseEditor.withId(query.id() ^ 0x8000, falseAnswer(query)).toWire());
      channel.send(ResponseEditor.withOtherQuestion(falseAnswer(query)).toWire());
      channel.send(ResponseEditor.asQuery(falseAnswer(query)).toWire());
      channel.sendFrom(server, 0, falseAnswer(query).toWire());
      channel.sendFrom(stranger.getAddress(), stranger.getPort(), falseAnswer(query).toWire());
    };
  }

  /** Return a false answer with authority. */
  static Message falseAnswer(ReceivedQuery query) {
    return ResponseEditor.answer(query.message(), FALSE_ADDRESS);
  }

  /** Return a conduct for one name, and another for all other names. */
  static ServerBehaviour when(String name, ServerBehaviour then, ServerBehaviour otherwise) {
    return (query, channel) ->
        (query.question().startsWith(name + ". ") ? then : otherwise).serve(query, channel);
  }

  /**
   * Return the conduct of an authority for the names n1, n2 and so on, each an alias of the next,
   * one in each answer.
   *
   * @param last the number of the one that has an address instead
   */
  static ServerBehaviour aliasChain(int last, String address) {
    return (query, channel) -> {
      Message answer = ResponseEditor.response(query.message());
      answer.getHeader().setFlag(Flags.AA);
      int number = numberOf(query);
      if (number == last) {
        ResponseEditor.add(answer, Section.ANSWER, "n" + number + ". A " + address);
      } else {
        ResponseEditor.add(answer, Section.ANSWER, "n" + number + ". CNAME n" + (number + 1) + ".");
      }
      channel.send(answer.toWire());
    };
  }

  /** Return 0 for a name that is none of a chain. */
  private static int numberOf(ReceivedQuery query) {
    String question = query.question();
    return question.matches("n\\d{1,4}\\. A")
        ? Integer.parseInt(question.substring(1, question.indexOf('.')))
        : 0;
  }
}
