package firsthop.grader.exams.dns;

import firsthop.grader.exams.dns.internet.ReceivedQuery;
import firsthop.grader.exams.dns.internet.ServerBehaviour;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/** Behaviours of name servers with false, broken or unhelpful answers. */
final class MisbehavingServers {
  /** An address that is in no zone. */
  static final String FALSE_ADDRESS = "203.0.113.66";

  private MisbehavingServers() {}

  /** Returns the behaviour of a server that claims authority, with one address for every name. */
  static ServerBehaviour alwaysAnswering(String address) {
    return (query, channel) ->
        channel.send(ResponseEditor.answer(query.message(), address).toWire());
  }

  /**
   * Returns the behaviour of a server that answers every query with the same referral.
   *
   * @param zone the next zone, such as {@code shop.example.}
   * @param server the only name server of the zone, such as {@code ns.shop.example.}
   * @param glue the addresses of this name server
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
   * Returns the behaviour of a server whose answers over UDP are truncated and have false records.
   *
   * @param overTcp the behaviour over TCP
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

  /** Returns the behaviour of a server that ends the connection one byte before an answer ends. */
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
   * Returns the behaviour of a server that answers with SERVFAIL, but adds an answer and a
   * referral.
   *
   * @param glue the address in the referral
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
   * Returns the behaviour of an attacker who sends datagrams that are not the answer: with other
   * ids, with another question, a query instead of a response, from another port, and from another
   * host.
   *
   * @param server the address of the host that received the query
   * @param stranger the other host and its port
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

  /** Returns a false answer that claims authority. */
  static Message falseAnswer(ReceivedQuery query) {
    return ResponseEditor.answer(query.message(), FALSE_ADDRESS);
  }

  /** Returns a behaviour that is different for one name than for all other names. */
  static ServerBehaviour when(String name, ServerBehaviour then, ServerBehaviour otherwise) {
    return (query, channel) ->
        (query.question().startsWith(name + ". ") ? then : otherwise).serve(query, channel);
  }

  /**
   * Returns the behaviour of an authority for the names n1, n2 and so on. Each name is an alias of
   * the next one, and each answer has only one alias.
   *
   * @param last the number of the last name, which has an address
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

  /** Returns the number in a name such as n1; 0 for any other name. */
  private static int numberOf(ReceivedQuery query) {
    String question = query.question();
    return question.matches("n\\d{1,4}\\. A")
        ? Integer.parseInt(question.substring(1, question.indexOf('.')))
        : 0;
  }
}
