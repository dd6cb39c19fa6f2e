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
import firsthop.grader.exam.RunsInParallel;
import firsthop.grader.exam.Subject;
import firsthop.grader.exam.TimeLimit;
import firsthop.grader.exams.dns.internet.ServerBehaviour;
import firsthop.grader.exams.dns.internet.ZoneFiles;
import firsthop.grader.network.PacketTrace;
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
 * Tests with one internet; each test makes some of its name servers misbehave, and checks the
 * queries. A resolver may ask the servers of a zone below the root in any order. So if a test needs
 * one wrong server of two, each of the two is wrong for a different name.
 */
@Exam(IterativeResolver.class)
class IterativeResolverExam {
  private static final String WWW = "www.shop.example";
  private static final String MAIL = "mail.shop.example";
  private static final String NS1 = "ns1.shop.example";
  private static final String NS2 = "ns2.shop.example";

  /** The addresses of mail.shop.example, badshop.example and www.badshop.example in the zones. */
  private static final String OF_MAIL = "198.51.100.25";

  private static final String OF_BADSHOP = "198.51.100.27";
  private static final String OF_WWW_BADSHOP = "198.51.100.28";

  /** A time-out for calls with a silent server: short, but long enough for the other servers. */
  private static final int SHORT_MILLIS = 600;

  /** The limit in milliseconds for a test of several time-outs. */
  private static final int SOME_WAITS = 6_000;

  /** How late the answer comes that the resolver must wait for. */
  private static final int LATE_MILLIS = 500;

  @Test
  @Points(2)
  @Clause({
    "Every server is asked for the full name and the type of the search",
    "The servers of the root are asked in the order given, those of other zones in any" + " order.",
    "The result is the records with the name and the type of the search, in the order of"
        + " the answer."
  })
  @Hint(
      "Ask every server the same question: the full name and the type, with RD 0. Only the"
          + " referral of a server says which servers come next.")
  void follows_referrals_from_the_root_down(
      @Subject IterativeResolver resolver, AddressPlan addresses, PacketTrace trace)
      throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, trace)) {
      net.serveHonestly(ROOT_A, ROOT_B, EXAMPLE_A, EXAMPLE_B);
      // Like most authorities, they also add the NS records of their own zone, and glue.
      ServerBehaviour withOwnNsRecords =
          ServerBehaviour.changed(
              answer ->
                  add(
                      add(answer, AUTHORITY, "shop.example. NS " + NS1 + "."),
                      ADDITIONAL,
                      NS1 + ". A " + net.address(SHOP_1)),
              net.authority(SHOP_1));
      net.serve(withOwnNsRecords, SHOP_1, SHOP_2);
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
  @Hint(
      "A message without AA is not an answer, even if it has the records that you want, or"
          + " code 3. It may still be a referral.")
  void believes_only_who_has_authority(
      @Subject IterativeResolver resolver, AddressPlan addresses, PacketTrace trace)
      throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, trace)) {
      ServerBehaviour nonAuthoritative =
          (query, channel) ->
              channel.send(
                  ResponseEditor.withoutAuthority(MisbehavingServers.falseAnswer(query)).toWire());
      ServerBehaviour referralWithFalseAnswer =
          ServerBehaviour.changed(
              answer -> add(answer, ANSWER, answer.getQuestion().getName() + " A " + FALSE_ADDRESS),
              net.authority(ROOT_A));
      ServerBehaviour none = ServerBehaviour.failing(Rcode.NXDOMAIN);
      net.serve(ROOT_A, referralWithFalseAnswer);
      net.serveHonestly(EXAMPLE_A, EXAMPLE_B);
      ServerBehaviour honest = net.honestBehaviour(SHOP_1);
      net.serve(SHOP_1, when(WWW, nonAuthoritative, when(NS1, none, honest)));
      net.serve(SHOP_2, when(MAIL, nonAuthoritative, when(NS2, none, honest)));
      net.assertFinds(resolver, WWW, Type.A, net.address(WWW_SHOP_1), net.address(WWW_SHOP_2));
      net.assertFinds(resolver, MAIL, Type.A, OF_MAIL);
      net.assertFinds(resolver, NS1, Type.A, net.address(SHOP_1));
      net.assertFinds(resolver, NS2, Type.A, net.address(SHOP_2));
    }
  }

  @Test
  @Points(1)
  @Clause(
      "A server is skipped if it is silent, refuses the connection over TCP, answers with"
          + " another code, or is lame, which means that it gives neither an answer nor a"
          + " referral. Then the next server is asked.")
  @Hint(
      "If a code is neither 0 nor 3, use nothing from the message and ask the next server."
          + " A server may have more than one address in the glue: try each of them.")
  void passes_over_servers_that_refuse_or_fail(
      @Subject IterativeResolver resolver, AddressPlan addresses, PacketTrace trace)
      throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, trace)) {
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
    "lame, which means that it gives neither an answer nor a referral",
    "Its authority section has NS records of a name that lies below the current zone's"
        + " name, and that is the name of the search or lies above it."
  })
  @Hint(
      "A referral must lead to a zone below the current zone, on the way to the name of the"
          + " search. If it leads up, to the same zone, or to another branch of the tree, it is"
          + " not a referral.")
  void passes_over_lame_servers(
      @Subject IterativeResolver resolver, AddressPlan addresses, PacketTrace trace)
      throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, trace)) {
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
      ServerBehaviour otherBranch = referral("sale.example.", "ns.sale.example.", trap);
      net.serve(EXAMPLE_A, when(WWW, upward, when(NS1, otherBranch, honest)));
      net.serve(EXAMPLE_B, when(MAIL, upward, when(NS2, otherBranch, honest)));
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
  @RunsInParallel
  @TimeLimit(SOME_WAITS)
  @Points(1)
  @Clause({
    "A server is skipped if it is silent",
    "with one attempt of timeoutMillis",
    "if no server of a zone gives an answer or a referral"
  })
  @Hint(
      "Ask a silent server once, and then ask the next one. If no server is left, throw a"
          + " ServerFailureException.")
  void passes_over_silent_servers(
      @Subject IterativeResolver resolver, AddressPlan addresses, PacketTrace trace)
      throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, trace)) {
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
  @RunsInParallel
  @TimeLimit(SOME_WAITS)
  @Points(1)
  @Clause("with one attempt of timeoutMillis")
  @Hint(
      "Use the time-out of the caller for each query, over UDP and over TCP. Do not use a"
          + " shorter or longer one of your own.")
  void waits_for_each_answer_as_long_as_it_is_told(
      @Subject IterativeResolver resolver, AddressPlan addresses, PacketTrace trace)
      throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, trace)) {
      net.serve(
          ROOT_A,
          when(WWW, net.honestBehaviour(ROOT_A).delayed(LATE_MILLIS), net.honestBehaviour(ROOT_A)));
      ServerBehaviour honest = net.honestBehaviour(EXAMPLE_A);
      ServerBehaviour silentOverTcp =
          (query, channel) -> {
            if (!query.overTcp()) {
              honest.overTcpOnly().serve(query, channel);
            }
          };
      net.serve(
          EXAMPLE_A,
          when(MAIL, honest.delayed(2 * SHORT_MILLIS), when(NS1, silentOverTcp, honest)));
      net.serve(
          EXAMPLE_B,
          when(
              NS2,
              honest.delayed(2 * SHORT_MILLIS),
              when("web.shop.example", silentOverTcp, honest)));
      net.serveHonestly(SHOP_1, SHOP_2);
      net.setRootServers(ROOT_A);
      net.setTimeoutMillis(4 * LATE_MILLIS);
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
  @Clause("DnsExchange describes how, with one attempt of timeoutMillis.")
  @Hint(
      "The rules of 4.3 are also valid here: for each datagram, check the sender's address"
          + " and port, the id, QR and the question.")
  void knows_an_answer_among_all_that_comes(
      @Subject IterativeResolver resolver, AddressPlan addresses, PacketTrace trace)
      throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, trace)) {
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
    "Glue counts only if the server's name lies in the zone whose server gave the referral",
    "If a server has no glue that counts, its address is looked up first, from the root"
        + " down, like any other name."
  })
  @Hint(
      "Compare the server's name with the zone that you are asking now, not with the zone"
          + " that the referral leads to. If the name lies outside, look it up from the root.")
  void believes_no_glue_from_outside_the_zone(
      @Subject IterativeResolver resolver, AddressPlan addresses, PacketTrace trace)
      throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, trace)) {
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
      "A name lies above a longer name if its labels are the last labels of the longer"
          + " name: host.example lies above www.host.example, but not above myhost.example.")
  @Hint(
      "endsWith compares letters, but names consist of labels. Compare whole labels for"
          + " glue, for referrals and for the records of an answer.")
  void compares_names_label_by_label(
      @Subject IterativeResolver resolver, AddressPlan addresses, PacketTrace trace)
      throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, trace)) {
      net.serveHonestly(ROOT_A, BAD_EXAMPLE, NEAR);
      String trap = net.address(TRAP);
      ServerBehaviour withFalseGlue =
          ServerBehaviour.changed(
              answer -> addFirst(answer, ADDITIONAL, "ns.badexample. A " + trap),
              net.authority(EXAMPLE_A));
      ServerBehaviour otherBranch = referral("shop.example.", NS1 + ".", trap);
      net.serve(EXAMPLE_A, when("badshop.example", otherBranch, withFalseGlue));
      net.serve(EXAMPLE_B, when("www.badshop.example", otherBranch, withFalseGlue));
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
  @Hint(
      "In the authority section, use only the NS records of the next zone. In the"
          + " additional section, use only A records (not AAAA) with the name of one of these"
          + " servers.")
  void asks_only_servers_that_the_referral_names(
      @Subject IterativeResolver resolver, AddressPlan addresses, PacketTrace trace)
      throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, trace)) {
      net.serveHonestly(ROOT_A, SHOP_1, SHOP_2);
      String trap = net.address(TRAP);
      ServerBehaviour withExtraRecords =
          ServerBehaviour.changed(
              answer ->
                  addFirst(
                      addFirst(answer, AUTHORITY, "sale.example. NS trap.example."),
                      ADDITIONAL,
                      "trap.example. A " + trap,
                      "www.shop.example. A " + trap,
                      NS1 + ". AAAA ::ffff:" + trap),
              net.authority(EXAMPLE_A));
      ServerBehaviour withIpv6GlueOnly =
          ServerBehaviour.changed(
              answer -> {
                answer.removeAllRecords(ADDITIONAL);
                return add(answer, ADDITIONAL, NS1 + ". AAAA ::ffff:" + trap);
              },
              net.authority(EXAMPLE_A));
      net.serve(when("www.sale.example", withIpv6GlueOnly, withExtraRecords), EXAMPLE_A, EXAMPLE_B);
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
      "If a server has no glue that counts, its address is looked up first, from the root"
          + " down, like any other name. If that finds no address, the server is skipped.")
  @Hint(
      "Look up the name of a server in the same way as any other name. If the look-up"
          + " throws or finds no address, ask the next server.")
  void looks_up_servers_without_glue(
      @Subject IterativeResolver resolver, AddressPlan addresses, PacketTrace trace)
      throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, trace)) {
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
    "the CNAME records that are used are followed within the answer.",
    "If the answer has no records of the end, the end is searched for, from the root down"
        + " again.",
    "Only records whose names lie in the zone of the server that answered are used."
  })
  @Hint(
      "First remove all records whose names lie outside the zone of the server. Then follow"
          + " the aliases, in any order of the records. If they lead out of the zone, begin again"
          + " at the root with that name.")
  void follows_aliases_and_begins_again_where_they_leave_the_zone(
      @Subject IterativeResolver resolver, AddressPlan addresses, PacketTrace trace)
      throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, trace)) {
      net.serveHonestly(ROOT_A, EXAMPLE_A, EXAMPLE_B, TEST, HOST);
      // The records are not in the order of the chain, and there are records of other names.
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
    "If the code is 0, there is no alias and there are no such records, the result is an"
        + " empty list.",
    "What the server says about a name outside the zone is not believed, not even that it"
        + " does not exist."
  })
  @Hint(
      "Code 3 is about the end of the aliases. If the end lies outside the zone of the"
          + " server, do not believe the code, and search for the end from the root. Code 0"
          + " without records is an empty list.")
  void tells_no_such_name_from_no_such_record(
      @Subject IterativeResolver resolver, AddressPlan addresses, PacketTrace trace)
      throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, trace)) {
      net.serveHonestly(ROOT_A, EXAMPLE_A, EXAMPLE_B, TEST, HOST);
      ServerBehaviour falseNameError =
          ServerBehaviour.changed(ResponseEditor::nameError, net.authority(SHOP_1));
      ServerBehaviour honest = net.honestBehaviour(SHOP_1);
      net.serve(
          when(
              "away.shop.example",
              falseNameError,
              when("close.shop.example", falseNameError, honest)),
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
    "or if 64 queries are not enough"
  })
  @Hint(
      "Keep one set of names for the whole call, so that you notice a circle of aliases."
          + " Name servers can also depend on each other in a circle; there, the limit for"
          + " queries ends the call.")
  void comes_to_an_end_in_every_circle(
      @Subject IterativeResolver resolver, AddressPlan addresses, PacketTrace trace)
      throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, trace)) {
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
      "Each datagram that asks and each question over TCP is one query. One call sends at"
          + " most 64 queries, whatever they are for.")
  @Hint(
      "Use one counter for the whole call: for UDP and TCP, for aliases and for the"
          + " look-ups of servers. Check it before each query. Query 64 is still allowed.")
  void sends_64_queries_and_not_one_more(
      @Subject IterativeResolver resolver, AddressPlan addresses, PacketTrace trace)
      throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, trace)) {
      // One query per name, and one more over TCP for the last name: first 65, then 64.
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
    "The answer over TCP replaces the truncated one."
  })
  @Hint(
      "Use nothing from a truncated message. Ask the same server over TCP, with RD 0. If"
          + " TCP fails in any way, ask the next server.")
  void asks_over_tcp_what_was_truncated(
      @Subject IterativeResolver resolver, AddressPlan addresses, PacketTrace trace)
      throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, trace)) {
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
      "if timeoutMillis is below 1, or if a QueryEncoder refuses the name or the type; then"
          + " no server is asked")
  @Hint(
      "Check the name, the type and the time-out before the first query, and throw an"
          + " IllegalArgumentException. Do not catch it together with the failures of servers.")
  void tells_the_callers_mistakes_from_the_servers(
      @Subject IterativeResolver resolver, AddressPlan addresses, PacketTrace trace)
      throws Exception {
    try (DnsHierarchy net = new DnsHierarchy(addresses, trace)) {
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
