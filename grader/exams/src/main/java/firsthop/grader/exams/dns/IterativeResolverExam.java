package firsthop.grader.exams.dns;

import static firsthop.grader.exams.dns.DnsHierarchy.AMPLE_MILLIS;
import static firsthop.grader.exams.dns.DnsHierarchy.MAX_QUERIES;
import static firsthop.grader.exams.dns.DnsHierarchy.TRAP;
import static firsthop.grader.exams.dns.MisbehavingServers.FALSE_ADDRESS;
import static firsthop.grader.exams.dns.MisbehavingServers.aliasChain;
import static firsthop.grader.exams.dns.MisbehavingServers.alwaysAnswering;
import static firsthop.grader.exams.dns.MisbehavingServers.referral;
import static firsthop.grader.exams.dns.MisbehavingServers.when;
import static firsthop.grader.exams.dns.ResponseEditor.add;
import static firsthop.grader.exams.dns.ResponseEditor.addFirst;
import static firsthop.grader.exams.dns.internet.PlannedNameServer.BAD_EXAMPLE;
import static firsthop.grader.exams.dns.internet.PlannedNameServer.EXAMPLE_A;
import static firsthop.grader.exams.dns.internet.PlannedNameServer.EXAMPLE_B;
import static firsthop.grader.exams.dns.internet.PlannedNameServer.HOST;
import static firsthop.grader.exams.dns.internet.PlannedNameServer.NEAR;
import static firsthop.grader.exams.dns.internet.PlannedNameServer.ROOT_A;
import static firsthop.grader.exams.dns.internet.PlannedNameServer.ROOT_B;
import static firsthop.grader.exams.dns.internet.PlannedNameServer.SHOP_1;
import static firsthop.grader.exams.dns.internet.PlannedNameServer.SHOP_2;
import static firsthop.grader.exams.dns.internet.PlannedNameServer.TEST;
import static firsthop.grader.exams.dns.internet.PlannedNameServer.WWW_FAR;
import static firsthop.grader.exams.dns.internet.PlannedNameServer.WWW_HOST;
import static firsthop.grader.exams.dns.internet.PlannedNameServer.WWW_NEAR;
import static firsthop.grader.exams.dns.internet.PlannedNameServer.WWW_SALE;
import static firsthop.grader.exams.dns.internet.PlannedNameServer.WWW_SHOP_1;
import static firsthop.grader.exams.dns.internet.PlannedNameServer.WWW_SHOP_2;
import static org.xbill.DNS.Section.ADDITIONAL;
import static org.xbill.DNS.Section.ANSWER;
import static org.xbill.DNS.Section.AUTHORITY;

import firsthop.dns.IterativeResolver;
import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.SideBySide;
import firsthop.grader.exam.Subject;
import firsthop.grader.exams.dns.internet.ServerBehaviour;
import firsthop.grader.exams.dns.internet.ZoneFiles;
import firsthop.grader.network.Ladder;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/**
 * One internet, of which each test spoils a part, and what its servers were asked. The servers of a
 * zone below the root may be asked in any order: where one of two misleads, each does so for
 * another name.
 */
@Exam(IterativeResolver.class)
class IterativeResolverExam {
  private static final String WWW = "www.shop.example";
  private static final String MAIL = "mail.shop.example";
  private static final String NS1 = "ns1.shop.example";
  private static final String NS2 = "ns2.shop.example";

  /** The addresses of mail.shop.example, badshop.example and its www, as their zones say. */
  private static final String OF_MAIL = "198.51.100.25";

  private static final String OF_BADSHOP = "198.51.100.27";
  private static final String OF_WWW_BADSHOP = "198.51.100.28";

  /** For calls that meet a silent server: short, and long enough for those that do answer. */
  private static final int SHORT_MILLIS = 250;

  @Test
  @Points(2)
  @Clause({
    "Every server is asked for the whole name and the type that are searched for",
    "those of the root in the order given, those of other zones in any order.",
    "Records of the name and the type asked for are the result, in the answer's order."
  })
  @Hint(
      "Each server on the way gets the same question, with RD off, and only its referral says who"
          + " is next.")
  void follows_referrals_from_the_root_down(
      @Subject IterativeResolver resolver, AddressPlan addresses, Ladder ladder) throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, ladder)) {
      net.serveHonestly(ROOT_A, ROOT_B, EXAMPLE_A, EXAMPLE_B);
      // As most authorities do, they also say which zone answers, and who serves it.
      ServerBehaviour talkative =
          ServerBehaviour.changed(
              answer ->
                  add(
                      add(answer, AUTHORITY, "shop.example. NS " + NS1 + "."),
                      ADDITIONAL,
                      NS1 + ". A " + net.address(SHOP_1)),
              net.authority(SHOP_1));
      net.serve(talkative, SHOP_1, SHOP_2);
      net.assertFinds(resolver, WWW, Type.A, net.address(WWW_SHOP_1), net.address(WWW_SHOP_2));
      net.assertAsked(
          "a.root: www.shop.example. A",
          "example.: www.shop.example. A",
          "shop.example.: www.shop.example. A");
      net.assertNoRecursionDesired();
      net.setRootServers(ROOT_B, ROOT_A);
      net.assertFindsRecordsOf(WWW, resolver, "WWW.Shop.Example.", Type.AAAA, "2001:db8::80");
      net.assertAsked(
          "b.root: www.shop.example. AAAA",
          "example.: www.shop.example. AAAA",
          "shop.example.: www.shop.example. AAAA");
      net.assertFinds(
          resolver, "shop.example", Type.MX, "10 mail.shop.example", "20 mail.host.test");
      net.assertFindsRecordsOf("", resolver, ".", Type.NS, "a.root", "b.root");
      net.assertAsked("b.root: . NS");
      net.assertNoRecursionDesired();
    }
  }

  @Test
  @Points(1)
  @Clause("An answer is authoritative (AA), and its code is 0 or 3.")
  @Hint("Anybody may repeat what somebody once told; who is responsible for a zone says so by AA.")
  void believes_only_who_has_authority(
      @Subject IterativeResolver resolver, AddressPlan addresses, Ladder ladder) throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, ladder)) {
      ServerBehaviour hearsay =
          (query, channel) ->
              channel.send(
                  ResponseEditor.withoutAuthority(MisbehavingServers.falseAnswer(query)).toWire());
      ServerBehaviour hearsayBesideTheReferral =
          ServerBehaviour.changed(
              answer -> add(answer, ANSWER, answer.getQuestion().getName() + " A " + FALSE_ADDRESS),
              net.authority(ROOT_A));
      ServerBehaviour none = ServerBehaviour.failing(Rcode.NXDOMAIN);
      net.serve(ROOT_A, hearsayBesideTheReferral);
      net.serveHonestly(EXAMPLE_A, EXAMPLE_B);
      ServerBehaviour honest = net.honestBehaviour(SHOP_1);
      net.serve(SHOP_1, when(WWW, hearsay, when(NS1, none, honest)));
      net.serve(SHOP_2, when(MAIL, hearsay, when(NS2, none, honest)));
      net.assertFinds(resolver, WWW, Type.A, net.address(WWW_SHOP_1), net.address(WWW_SHOP_2));
      net.assertFinds(resolver, MAIL, Type.A, OF_MAIL);
      net.assertFinds(resolver, NS1, Type.A, net.address(SHOP_1));
      net.assertFinds(resolver, NS2, Type.A, net.address(SHOP_2));
    }
  }

  @Test
  @Points(1)
  @Clause(
      "A server that is silent, refuses the connection over TCP, answers with another code, or is"
          + " lame, which means that it gives neither, is passed over, and the next one is asked.")
  @Hint(
      "A zone has several servers, and a server several addresses, in case that one of them fails.")
  void passes_over_servers_that_refuse_or_fail(
      @Subject IterativeResolver resolver, AddressPlan addresses, Ladder ladder) throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, ladder)) {
      ServerBehaviour failing = ServerBehaviour.failing(Rcode.SERVFAIL);
      net.serve(
          ROOT_A,
          when(
              WWW,
              failing,
              when(
                  MAIL,
                  ServerBehaviour.failing(Rcode.REFUSED),
                  MisbehavingServers.failingWithRecords(net.address(TRAP)))));
      net.serve(ROOT_B, when("nobody.nowhere", failing, net.honestBehaviour(ROOT_B)));
      ServerBehaviour refers =
          referral("pair.example.", "ns.pair.example.", net.address(32), net.address(33));
      net.serve(
          when(
              "www.pair.example",
              refers,
              when("pair.example", refers, net.honestBehaviour(EXAMPLE_A))),
          EXAMPLE_A,
          EXAMPLE_B);
      net.serve(
          32, "first address", when("www.pair.example", failing, alwaysAnswering(OF_BADSHOP)));
      net.serve(33, "second address", when("pair.example", failing, alwaysAnswering(OF_MAIL)));
      net.serveHonestly(SHOP_1, SHOP_2);
      net.assertFinds(resolver, WWW, Type.A, net.address(WWW_SHOP_1), net.address(WWW_SHOP_2));
      net.assertAsked(
          "a.root: www.shop.example. A",
          "b.root: www.shop.example. A",
          "example.: www.shop.example. A",
          "shop.example.: www.shop.example. A");
      net.assertFinds(resolver, MAIL, Type.A, OF_MAIL);
      net.assertFinds(resolver, NS1, Type.A, net.address(SHOP_1));
      net.assertNotAsked(TRAP);
      net.assertFinds(resolver, "www.pair.example", Type.A, OF_MAIL);
      net.assertFinds(resolver, "pair.example", Type.A, OF_BADSHOP);
      net.assertFails(resolver, "nobody.nowhere", Type.A);
      net.assertAsked("a.root: nobody.nowhere. A", "b.root: nobody.nowhere. A");
    }
  }

  @Test
  @Points(1)
  @Clause({
    "lame, which means that it gives neither",
    "has in its authority section NS records of a name that lies further down than the zone, and is"
        + " the name that is searched for or lies above it."
  })
  @Hint("Does the referral lead further down, and on the way to this name? Else it is none.")
  void passes_over_lame_servers(
      @Subject IterativeResolver resolver, AddressPlan addresses, Ladder ladder) throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, ladder)) {
      String trap = net.address(TRAP);
      ServerBehaviour again = referral(".", "ns.trap.", trap);
      ServerBehaviour sideways = referral("test.", "ns.trap.", trap);
      net.serve(
          ROOT_A,
          when(
              WWW,
              ServerBehaviour.lame(),
              when(MAIL, again, when(NS1, sideways, net.honestBehaviour(ROOT_A)))));
      net.serveHonestly(ROOT_B);
      ServerBehaviour honest = net.honestBehaviour(EXAMPLE_A);
      ServerBehaviour upward = referral(".", "a.root.", net.address(ROOT_A));
      ServerBehaviour aside = referral("sale.example.", "ns.sale.example.", trap);
      net.serve(EXAMPLE_A, when(WWW, upward, when(NS1, aside, honest)));
      net.serve(EXAMPLE_B, when(MAIL, upward, when(NS2, aside, honest)));
      net.serveHonestly(SHOP_1, SHOP_2);
      net.assertFinds(resolver, WWW, Type.A, net.address(WWW_SHOP_1), net.address(WWW_SHOP_2));
      net.assertAskedAlso("a.root: www.shop.example. A", "b.root: www.shop.example. A");
      net.assertFinds(resolver, MAIL, Type.A, OF_MAIL);
      net.assertNotAsked(TRAP);
      net.assertFinds(resolver, NS1, Type.A, net.address(SHOP_1));
      net.assertNotAsked(TRAP);
      net.assertFinds(resolver, NS2, Type.A, net.address(SHOP_2));
      net.assertNotAsked(TRAP);
    }
  }

  @Test
  @SideBySide
  @Points(1)
  @Clause({
    "A server that is silent",
    "with one attempt of timeoutMillis",
    "if none of a zone's servers is of any help"
  })
  @Hint("Who says nothing is asked once, and then it is the next one's turn, until none is left.")
  void passes_over_silent_servers(
      @Subject IterativeResolver resolver, AddressPlan addresses, Ladder ladder) throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, ladder)) {
      net.serve(ROOT_A, ServerBehaviour.silent());
      net.serve(
          ROOT_B, when("nobody.nowhere", ServerBehaviour.silent(), net.honestBehaviour(ROOT_B)));
      net.serveHonestly(EXAMPLE_A, EXAMPLE_B, SHOP_1, SHOP_2);
      net.setTimeoutMillis(SHORT_MILLIS);
      net.assertFinds(resolver, MAIL, Type.A, OF_MAIL);
      net.assertAsked(
          "a.root: mail.shop.example. A",
          "b.root: mail.shop.example. A",
          "example.: mail.shop.example. A",
          "shop.example.: mail.shop.example. A");
      net.setTimeoutMillis(100);
      net.assertFails(resolver, "nobody.nowhere", Type.A);
      net.assertAsked("a.root: nobody.nowhere. A", "b.root: nobody.nowhere. A");
    }
  }

  @Test
  @SideBySide
  @Points(1)
  @Clause("with one attempt of timeoutMillis")
  @Hint("The caller says how long to wait for each answer: give nobody less time, or more.")
  void waits_for_each_answer_as_long_as_it_is_told(
      @Subject IterativeResolver resolver, AddressPlan addresses, Ladder ladder) throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, ladder)) {
      net.serve(
          ROOT_A, when(WWW, net.honestBehaviour(ROOT_A).delayed(150), net.honestBehaviour(ROOT_A)));
      ServerBehaviour honest = net.honestBehaviour(EXAMPLE_A);
      ServerBehaviour mute =
          (query, channel) -> {
            if (!query.overTcp()) {
              honest.overTcpOnly().serve(query, channel);
            }
          };
      net.serve(EXAMPLE_A, when(MAIL, honest.delayed(2 * SHORT_MILLIS), when(NS1, mute, honest)));
      net.serve(
          EXAMPLE_B,
          when(NS2, honest.delayed(2 * SHORT_MILLIS), when("web.shop.example", mute, honest)));
      net.serveHonestly(SHOP_1, SHOP_2);
      net.setRootServers(ROOT_A);
      net.assertFinds(resolver, WWW, Type.A, net.address(WWW_SHOP_1), net.address(WWW_SHOP_2));
      net.assertAsked(
          "a.root: www.shop.example. A",
          "example.: www.shop.example. A",
          "shop.example.: www.shop.example. A");
      net.setTimeoutMillis(SHORT_MILLIS);
      net.assertFinds(resolver, MAIL, Type.A, OF_MAIL);
      net.assertFinds(resolver, NS2, Type.A, net.address(SHOP_2));
      net.assertFinds(resolver, NS1, Type.A, net.address(SHOP_1));
      net.assertFindsRecordsOf(WWW, resolver, "web.shop.example", Type.AAAA, "2001:db8::80");
    }
  }

  @Test
  @Points(1)
  @Clause("as DnsExchange says, with one attempt of timeoutMillis.")
  @Hint("On the way down, too, an answer has the right source, the right id, and the question.")
  void knows_an_answer_among_all_that_comes(
      @Subject IterativeResolver resolver, AddressPlan addresses, Ladder ladder) throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, ladder)) {
      InetSocketAddress stranger = new InetSocketAddress(addresses.host(TRAP + 1), net.port());
      net.serve(
          ROOT_A,
          net.honestBehaviour(ROOT_A)
              .after(MisbehavingServers.spoofedReplies(addresses.host(ROOT_A), stranger)));
      net.serveHonestly(EXAMPLE_A, EXAMPLE_B);
      for (int shop : new int[] {SHOP_1, SHOP_2}) {
        net.serve(
            shop,
            net.honestBehaviour(shop)
                .after(MisbehavingServers.spoofedReplies(addresses.host(shop), stranger)));
      }
      net.assertFinds(resolver, WWW, Type.A, net.address(WWW_SHOP_1), net.address(WWW_SHOP_2));
      net.assertFinds(resolver, MAIL, Type.A, OF_MAIL);
    }
  }

  @Test
  @Points(1)
  @Clause({
    "Glue counts only where the server's name lies in the zone whose server gave the referral",
    "A server without glue that counts has its address looked up first, from the root down, like"
        + " any other name"
  })
  @Hint("Whose word is it that a name server lives at this address? Is it theirs to give?")
  void believes_no_glue_from_outside_the_zone(
      @Subject IterativeResolver resolver, AddressPlan addresses, Ladder ladder) throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, ladder)) {
      net.serveHonestly(ROOT_A, TEST, HOST, SHOP_1);
      net.serve(
          ServerBehaviour.changed(
              answer -> addFirst(answer, ADDITIONAL, "ns.host.test. A " + net.address(TRAP)),
              net.authority(EXAMPLE_A)),
          EXAMPLE_A,
          EXAMPLE_B);
      net.assertFinds(resolver, "www.far.example", Type.A, net.address(WWW_FAR));
      net.assertNotAsked(TRAP);
      net.assertAsked(
          "a.root: www.far.example. A",
          "example.: www.far.example. A",
          "a.root: ns.host.test. A",
          "test.: ns.host.test. A",
          "host.test.: ns.host.test. A",
          "host.test.: www.far.example. A");
      net.assertFinds(resolver, "www.sale.example", Type.A, net.address(WWW_SALE));
      net.assertAsked(
          "a.root: www.sale.example. A",
          "example.: www.sale.example. A",
          "shop.example.: www.sale.example. A");
    }
  }

  @Test
  @Points(1)
  @Clause(
      "A name lies above another one if its labels are the last labels of the other: host.example"
          + " lies above www.host.example, and not above myhost.example.")
  @Hint("Names are made of labels, and not of letters; a dot is where one ends.")
  void compares_names_label_by_label(
      @Subject IterativeResolver resolver, AddressPlan addresses, Ladder ladder) throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, ladder)) {
      net.serveHonestly(ROOT_A, BAD_EXAMPLE, NEAR);
      String trap = net.address(TRAP);
      ServerBehaviour lyingGlue =
          ServerBehaviour.changed(
              answer -> addFirst(answer, ADDITIONAL, "ns.badexample. A " + trap),
              net.authority(EXAMPLE_A));
      ServerBehaviour aside = referral("shop.example.", NS1 + ".", trap);
      net.serve(EXAMPLE_A, when("badshop.example", aside, lyingGlue));
      net.serve(EXAMPLE_B, when("www.badshop.example", aside, lyingGlue));
      net.serve(
          ServerBehaviour.changed(
              answer -> add(answer, ANSWER, "www.badshop.example. A " + FALSE_ADDRESS),
              net.authority(SHOP_1)),
          SHOP_1,
          SHOP_2);
      net.assertFinds(resolver, "www.near.example", Type.A, net.address(WWW_NEAR));
      net.assertNotAsked(TRAP);
      net.assertFinds(resolver, "badshop.example", Type.A, OF_BADSHOP);
      net.assertNotAsked(TRAP);
      net.assertFindsRecordsOf(
          "www.badshop.example", resolver, "close.shop.example", Type.A, OF_WWW_BADSHOP);
      net.assertNotAsked(TRAP);
    }
  }

  @Test
  @Points(1)
  @Clause({
    "That name is the next zone, and its NS records name its servers.",
    "They are the A records of the servers' names in the additional section"
  })
  @Hint("Much may stand in a referral: which records are of the zone, and which of its servers?")
  void asks_only_servers_that_the_referral_names(
      @Subject IterativeResolver resolver, AddressPlan addresses, Ladder ladder) throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, ladder)) {
      net.serveHonestly(ROOT_A, SHOP_1, SHOP_2);
      String trap = net.address(TRAP);
      ServerBehaviour crowded =
          ServerBehaviour.changed(
              answer ->
                  addFirst(
                      addFirst(answer, AUTHORITY, "sale.example. NS trap.example."),
                      ADDITIONAL,
                      "trap.example. A " + trap,
                      "www.shop.example. A " + trap,
                      NS1 + ". AAAA ::ffff:" + trap),
              net.authority(EXAMPLE_A));
      ServerBehaviour newer =
          ServerBehaviour.changed(
              answer -> {
                answer.removeAllRecords(ADDITIONAL);
                return add(answer, ADDITIONAL, NS1 + ". AAAA ::ffff:" + trap);
              },
              net.authority(EXAMPLE_A));
      net.serve(when("www.sale.example", newer, crowded), EXAMPLE_A, EXAMPLE_B);
      net.assertFinds(resolver, WWW, Type.A, net.address(WWW_SHOP_1), net.address(WWW_SHOP_2));
      net.assertAsked(
          "a.root: www.shop.example. A",
          "example.: www.shop.example. A",
          "shop.example.: www.shop.example. A");
      net.assertFinds(resolver, "www.sale.example", Type.A, net.address(WWW_SALE));
      net.assertNotAsked(TRAP);
      net.assertAskedAlso("a.root: ns1.shop.example. A");
    }
  }

  @Test
  @Points(1)
  @Clause(
      "A server without glue that counts has its address looked up first, from the root down, like"
          + " any other name; if that finds none, the server is passed over.")
  @Hint(
      "To look a name server up is a search like any other; it may end in nothing, or in a throw.")
  void looks_up_servers_without_glue(
      @Subject IterativeResolver resolver, AddressPlan addresses, Ladder ladder) throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, ladder)) {
      net.serveHonestly(ROOT_A, TEST, HOST);
      String[] withoutAddress = {
        "far.example. NS nobody.host.test.", "far.example. NS host.test.",
      };
      ServerBehaviour first =
          ServerBehaviour.changed(
              answer -> addFirst(answer, AUTHORITY, withoutAddress), net.authority(EXAMPLE_A));
      ServerBehaviour last =
          ServerBehaviour.changed(
              answer -> add(answer, AUTHORITY, withoutAddress), net.authority(EXAMPLE_A));
      net.serve(when("www.far.example", first, last), EXAMPLE_A, EXAMPLE_B);
      net.assertFinds(resolver, "www.far.example", Type.A, net.address(WWW_FAR));
      net.assertAskedAlso(
          "a.root: ns.host.test. A",
          "test.: ns.host.test. A",
          "host.test.: ns.host.test. A",
          "host.test.: www.far.example. A");
      net.assertFinds(resolver, "far.example", Type.NS, "ns.host.test");
    }
  }

  @Test
  @Points(1)
  @Clause({
    "the CNAME records are followed in the answer as far as they are taken",
    "If the end is not in the answer, it is searched for, from the root down again.",
    "Only records of names that lie in the zone whose server has answered are taken from it."
  })
  @Hint("An alias may lead out of the zone; who serves the zone can say where to, and no more.")
  void follows_aliases_and_begins_again_where_they_leave_the_zone(
      @Subject IterativeResolver resolver, AddressPlan addresses, Ladder ladder) throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, ladder)) {
      net.serveHonestly(ROOT_A, EXAMPLE_A, EXAMPLE_B, TEST, HOST);
      // In another order than that of the chain, and with what nobody has asked for.
      net.serve(
          ServerBehaviour.changed(
              answer ->
                  addFirst(
                      ResponseEditor.reverse(answer, ANSWER),
                      ANSWER,
                      "www.host.test. A " + FALSE_ADDRESS,
                      "ftp.shop.example. A " + FALSE_ADDRESS),
              net.authority(SHOP_1)),
          SHOP_1,
          SHOP_2);
      net.assertFindsRecordsOf(
          "www.host.test", resolver, "away.shop.example", Type.A, net.address(WWW_HOST));
      net.assertAsked(
          "a.root: away.shop.example. A",
          "example.: away.shop.example. A",
          "shop.example.: away.shop.example. A",
          "a.root: www.host.test. A",
          "test.: www.host.test. A",
          "host.test.: www.host.test. A");
      net.assertFindsRecordsOf(
          WWW,
          resolver,
          "shopfront.shop.example",
          Type.A,
          net.address(WWW_SHOP_2),
          net.address(WWW_SHOP_1));
      net.assertFinds(resolver, "shopfront.shop.example", Type.CNAME, "web.shop.example");
      net.assertFindsRecordsOf(WWW, resolver, "back.host.test", Type.AAAA, "2001:db8::80");
    }
  }

  @Test
  @Points(1)
  @Clause({
    "If the code is 3 and no alias leads out of the zone, the name does not exist.",
    "If the code is 0, there is no alias and there are no such records, the result is an empty list.",
    "What the server says of a name outside the zone is not believed, that it does not exist"
        + " included."
  })
  @Hint("No such name is one thing, no such record another; and who may say either of which names?")
  void tells_no_such_name_from_no_such_record(
      @Subject IterativeResolver resolver, AddressPlan addresses, Ladder ladder) throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, ladder)) {
      net.serveHonestly(ROOT_A, EXAMPLE_A, EXAMPLE_B, TEST, HOST);
      ServerBehaviour deceived =
          ServerBehaviour.changed(ResponseEditor::nameError, net.authority(SHOP_1));
      ServerBehaviour honest = net.honestBehaviour(SHOP_1);
      net.serve(
          when("away.shop.example", deceived, when("close.shop.example", deceived, honest)),
          SHOP_1,
          SHOP_2);
      net.assertNotFound(resolver, "nobody.shop.example", Type.A);
      net.assertNotFound(resolver, "www.nowhere", Type.A);
      net.assertNotFound(resolver, "gone.shop.example", Type.A);
      net.assertNotFound(resolver, "lost.shop.example", Type.A);
      net.assertFinds(resolver, WWW, Type.MX);
      net.assertFinds(resolver, "web.shop.example", Type.MX);
      net.assertFindsRecordsOf(
          "www.host.test", resolver, "away.shop.example", Type.A, net.address(WWW_HOST));
      net.assertFindsRecordsOf(
          "www.badshop.example", resolver, "close.shop.example", Type.A, OF_WWW_BADSHOP);
    }
  }

  @Test
  @Points(1)
  @Clause({
    "If aliases lead in a circle, even across zones, the result is an empty list, too.",
    "or the 64 queries were not enough"
  })
  @Hint(
      "Aliases can lead in a circle, and so can name servers whose names lie in each other's zones.")
  void comes_to_an_end_in_every_circle(
      @Subject IterativeResolver resolver, AddressPlan addresses, Ladder ladder) throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, ladder)) {
      net.serve(ROOT_A, net.refusingFarBeyondTheLimit(net.honestBehaviour(ROOT_A)));
      net.serveHonestly(EXAMPLE_A, EXAMPLE_B, SHOP_1, SHOP_2, HOST);
      String test =
          """
          @         IN SOA ns.nic hostmaster.nic 3 1800 900 604800 300
                    IN NS  ns.nic
          ns.nic    IN A   192.0.2.20
          host      IN NS  ns.host
          ns.host   IN A   192.0.2.40
          left      IN NS  ns.right
          right     IN NS  ns.left
          """;
      net.serve(TEST, ServerBehaviour.authoritative(ZoneFiles.text(test, "test.", addresses)));
      net.assertFinds(resolver, "skip.shop.example", Type.A);
      net.assertFinds(resolver, "ring.shop.example", Type.A);
      net.assertWithinQueryLimit();
      net.assertFails(resolver, "www.left.test", Type.A);
      net.assertWithinQueryLimit();
      net.assertFindsRecordsOf(
          "www.host.test", resolver, "away.shop.example", Type.A, net.address(WWW_HOST));
    }
  }

  @Test
  @Points(1)
  @Clause(
      "Each datagram and each question over TCP is a query, and there are at most 64 of them for"
          + " one call, whatever they are for.")
  @Hint("Count what is sent, over UDP and TCP alike, through all of one call, and stop in time.")
  void sends_64_queries_and_not_one_more(
      @Subject IterativeResolver resolver, AddressPlan addresses, Ladder ladder) throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, ladder)) {
      // One query a name, and one more for the last, over TCP: 65 of them, and then 64.
      ServerBehaviour long65 = aliasChain(MAX_QUERIES, OF_MAIL);
      net.serve(ROOT_A, when("n" + MAX_QUERIES, long65.overTcpOnly(), long65));
      ServerBehaviour long64 = aliasChain(MAX_QUERIES - 1, OF_MAIL);
      net.serve(ROOT_B, when("n" + (MAX_QUERIES - 1), long64.overTcpOnly(), long64));
      net.setRootServers(ROOT_A);
      net.assertFails(resolver, "n1", Type.A);
      net.assertWithinQueryLimit();
      net.setRootServers(ROOT_B);
      net.assertFindsRecordsOf("n" + (MAX_QUERIES - 1), resolver, "n1", Type.A, OF_MAIL);
    }
  }

  @Test
  @Points(1)
  @Clause({
    "If its answer is truncated, the same server is asked over TCP",
    "refuses the connection over TCP",
    "and what comes there counts in its place."
  })
  @Hint("A truncated answer is no answer, only a reason to ask the same server in another way.")
  void asks_over_tcp_what_was_truncated(
      @Subject IterativeResolver resolver, AddressPlan addresses, Ladder ladder) throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, ladder)) {
      net.serve(ROOT_A, MisbehavingServers.truncatedOverUdp(net.honestBehaviour(ROOT_A)));
      net.serveUdpOnly(ROOT_B, MisbehavingServers.truncatedOverUdp(net.honestBehaviour(ROOT_B)));
      ServerBehaviour honest = net.honestBehaviour(EXAMPLE_A);
      ServerBehaviour cut =
          MisbehavingServers.truncatedOverUdp(MisbehavingServers.closingWithinAnswer());
      ServerBehaviour other =
          MisbehavingServers.truncatedOverUdp(
              (query, channel) ->
                  channel.send(
                      ResponseEditor.withId(query.id() ^ 1, MisbehavingServers.falseAnswer(query))
                          .toWire()));
      net.serve(EXAMPLE_A, when(MAIL, cut, when(NS1, other, honest)));
      net.serve(EXAMPLE_B, when(NS2, cut, when("many.shop.example", other, honest)));
      String[] many =
          IntStream.range(1, 41).mapToObj(n -> "198.51.100." + n).toArray(String[]::new);
      net.serve(
          ServerBehaviour.authoritative(
              ZoneFiles.text(shopOfMany(many), "shop.example.", addresses)),
          SHOP_1,
          SHOP_2);
      net.setRootServers(ROOT_B, ROOT_A);
      net.assertFinds(resolver, MAIL, Type.A, OF_MAIL);
      net.assertAskedAlso(
          "b.root: mail.shop.example. A",
          "a.root: mail.shop.example. A",
          "a.root over TCP: mail.shop.example. A");
      net.assertNoRecursionDesired();
      net.assertFinds(resolver, NS1, Type.A, net.address(SHOP_1));
      net.assertFinds(resolver, NS2, Type.A, net.address(SHOP_2));
      net.assertFinds(resolver, "many.shop.example", Type.A, many);
      net.assertAskedAlso("shop.example. over TCP: many.shop.example. A");
      net.assertNotAsked(TRAP);
    }
  }

  @Test
  @Points(1)
  @Clause(
      "if timeoutMillis is below 1, or the name or the type is none that a QueryEncoder takes;"
          + " nobody is asked then")
  @Hint("The caller's mistake is no server's failure, and it shows before anybody is asked.")
  void tells_the_callers_mistakes_from_the_servers(
      @Subject IterativeResolver resolver, AddressPlan addresses, Ladder ladder) throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, ladder)) {
      net.serve(
          ROOT_A, when("nobody.nowhere", ServerBehaviour.lame(), net.honestBehaviour(ROOT_A)));
      net.setRootServers(ROOT_A);
      String tooLong = "x".repeat(64) + ".example";
      for (String name : List.of("www..example", tooLong, ".example", "a\\b.example")) {
        net.assertRefuses(resolver, name, Type.A);
      }
      net.assertRefuses(resolver, WWW, -1);
      net.assertRefuses(resolver, WWW, 65_536);
      net.setTimeoutMillis(0);
      net.assertRefuses(resolver, WWW, Type.A);
      net.setTimeoutMillis(AMPLE_MILLIS);
      net.assertFails(resolver, "nobody.nowhere", Type.A);
      net.assertFindsRecordsOf("", resolver, ".", Type.NS, "a.root", "b.root");
    }
  }

  private static String shopOfMany(String[] addresses) {
    String zone =
        """
        @     IN SOA ns1 hostmaster 3 1800 900 604800 60
              IN NS  ns1
        ns1   IN A   192.0.2.30
        ns2   IN A   192.0.2.31
        mail  IN A   198.51.100.25
        """;
    return zone
        + Stream.of(addresses).map("many IN A %s%n"::formatted).collect(Collectors.joining());
  }
}
