package firsthop.grader.exams.dns.internet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import firsthop.grader.control.TraceEntry;
import firsthop.grader.exam.AddressPlan;
import firsthop.grader.network.PacketTrace;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;
import org.xbill.DNS.Zone;

class InternetTest {
  private static final int SERVER = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** The longest wait for a server to record a query; only a failure takes so long. */
  private static final Duration RECORDED = Duration.ofSeconds(20);

  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final AddressPlan ADDRESSES = new AddressPlan(249, 7);
  private static final String EXAMPLE =
      """
      $TTL 600
      @        IN SOA ns hostmaster 7 3600 600 86400 60
               IN NS  ns
      ns       IN A   192.0.2.3
      www      IN A   192.0.2.80
               IN A   198.51.100.9
      alias    IN CNAME www
      away     IN CNAME www.elsewhere.test.
      sub      IN NS  ns.sub
               IN NS  ns.elsewhere.test.
      ns.sub   IN A   192.0.2.4
      """;

  private final PacketTrace trace = new PacketTrace();
  private final Internet internet = new Internet(ADDRESSES, trace);

  @AfterEach
  void close() {
    internet.close();
  }

  @Test
  void an_authority_answers_with_the_hosts_of_the_address_plan() throws IOException {
    Message answer = ask(ServerBehaviour.authoritative(zone()), "www.example.", Type.A, false);
    assertThat(answer.getHeader().getFlag(Flags.AA)).isTrue();
    assertThat(data(answer, Section.ANSWER)).containsExactly("127.249.7.80", "198.51.100.9");
    assertThat(internet.queries(SERVER))
        .singleElement()
        .satisfies(
            query -> {
              assertThat(query.question()).isEqualTo("www.example. A");
              assertThat(query.overTcp()).isFalse();
            });
    assertThat(trace.entries().stream().map(TraceEntry::outcome))
        .containsExactly("received", "sent");
    assertThat(trace.entries().get(1).summary()).contains(" aa rd NOERROR: www.example. A; answer");
  }

  @Test
  void an_authority_follows_aliases_as_far_as_its_zones_go() throws IOException {
    ServerBehaviour honest = ServerBehaviour.authoritative(zone());
    assertThat(data(ask(honest, "alias.example.", Type.A, false), Section.ANSWER))
        .containsExactly("www.example.", "127.249.7.80", "198.51.100.9");
    assertThat(data(ask(honest, "away.example.", Type.A, false), Section.ANSWER))
        .containsExactly("www.elsewhere.test.");
  }

  @Test
  void an_authority_refers_with_glue_that_it_may_give() throws IOException {
    Message referral =
        ask(ServerBehaviour.authoritative(zone()), "www.sub.example.", Type.A, false);
    assertThat(referral.getHeader().getFlag(Flags.AA)).isFalse();
    assertThat(data(referral, Section.ANSWER)).isEmpty();
    assertThat(data(referral, Section.AUTHORITY))
        .containsExactly("ns.sub.example.", "ns.elsewhere.test.");
    assertThat(data(referral, Section.ADDITIONAL)).containsExactly("127.249.7.4");
  }

  @Test
  void what_is_not_there_is_said_with_an_soa() throws IOException {
    ServerBehaviour honest = ServerBehaviour.authoritative(zone());
    Message none = ask(honest, "nobody.example.", Type.A, false);
    assertThat(none.getRcode()).isEqualTo(Rcode.NXDOMAIN);
    Message noData = ask(honest, "www.example.", Type.MX, false);
    assertThat(noData.getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(List.of(none, noData))
        .allSatisfy(
            answer -> {
              Record soa = answer.getSection(Section.AUTHORITY).get(0);
              assertThat(soa.getType()).isEqualTo(Type.SOA);
              assertThat(soa.getTTL()).isEqualTo(60);
            });
    assertThat(ask(honest, "www.elsewhere.test.", Type.A, false).getRcode())
        .isEqualTo(Rcode.REFUSED);
  }

  @Test
  void what_does_not_fit_a_datagram_comes_over_tcp() throws IOException {
    StringBuilder many = new StringBuilder(EXAMPLE);
    IntStream.rangeClosed(1, 60).forEach(i -> many.append("many IN A 203.0.113." + i + "\n"));
    ServerBehaviour honest =
        ServerBehaviour.authoritative(ZoneFiles.text(many.toString(), "example.", ADDRESSES));
    Message cut = ask(honest, "many.example.", Type.A, false);
    assertThat(cut.getHeader().getFlag(Flags.TC)).isTrue();
    Message whole = ask(honest, "many.example.", Type.A, true);
    assertThat(whole.getHeader().getFlag(Flags.TC)).isFalse();
    assertThat(whole.getSection(Section.ANSWER)).hasSize(60);
    assertThat(internet.queries().stream().map(ReceivedQuery::overTcp))
        .containsExactly(false, true);
  }

  @Test
  void over_tcp_only_says_so_over_udp() throws IOException {
    ServerBehaviour shy = ServerBehaviour.authoritative(zone()).overTcpOnly();
    Message cut = ask(shy, "www.example.", Type.A, false);
    assertThat(cut.getHeader().getFlag(Flags.TC)).isTrue();
    assertThat(cut.getSection(Section.ANSWER)).isEmpty();
    assertThat(ask(shy, "www.example.", Type.A, true).getSection(Section.ANSWER)).hasSize(2);
  }

  @Test
  void a_late_answer_comes_late_and_a_silent_server_keeps_its_log() throws IOException {
    long start = System.nanoTime();
    ask(ServerBehaviour.authoritative(zone()).delayed(80), "www.example.", Type.A, false);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(79));
    internet.serve(9, "silent", ServerBehaviour.silent());
    assertThatIOException()
        .isThrownBy(() -> query(9, "www.example.", Type.A, false, Duration.ofMillis(50)));
    assertThat(awaitQueries(9)).isNotEmpty();
  }

  private Message ask(ServerBehaviour behaviour, String name, int type, boolean overTcp)
      throws IOException {
    if (internet.queries().isEmpty()) {
      internet.serve(SERVER, "server", behaviour);
    }
    return query(SERVER, name, type, overTcp, PATIENCE);
  }

  private Message query(int host, String name, int type, boolean overTcp, Duration patience)
      throws IOException {
    SimpleResolver resolver = new SimpleResolver(ADDRESSES.host(host));
    resolver.setPort(internet.port());
    resolver.setTCP(overTcp);
    resolver.setIgnoreTruncation(true);
    resolver.setTimeout(patience);
    return resolver.send(
        Message.newQuery(Record.newRecord(Name.fromString(name), type, DClass.IN)));
  }

  /** Returns the queries that a host has received, as soon as there is one or the time is over. */
  private List<ReceivedQuery> awaitQueries(int host) {
    long deadline = System.nanoTime() + RECORDED.toNanos();
    while (internet.queries(host).isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    return internet.queries(host);
  }

  private static Zone zone() {
    return ZoneFiles.text(EXAMPLE, "example.", ADDRESSES);
  }

  private static List<String> data(Message message, int section) {
    return message.getSection(section).stream().map(Record::rdataToString).toList();
  }
}
