package firsthop.grader.exams.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import firsthop.dns.DnsMessage;
import firsthop.dns.DnsRecord;
import firsthop.dns.MyDnsExchange;
import firsthop.dns.MyIterativeResolver;
import firsthop.dns.MyStubResolver;
import firsthop.dns.NameNotFoundException;
import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exams.dns.internet.Internet;
import firsthop.grader.exams.dns.internet.PlannedNameServer;
import firsthop.grader.network.FreePort;
import firsthop.grader.network.PacketTrace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Type;

/**
 * Runs the reference solutions against real name servers with the zone files of the hidden tests.
 * This shows that our servers and our solutions do not share the same mistakes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NameServersWitnessIT {
  /** Real servers answer at once, but a machine may be busy. */
  private static final int TIMEOUT_MILLIS = 2_000;

  private static final AddressPlan REAL = new AddressPlan(248, 1);
  private static final AddressPlan OURS = new AddressPlan(248, 2);

  private final List<Nsd> servers = new ArrayList<>();
  private final int port = FreePort.udpAndTcp(REAL);
  private Internet internet;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    if (System.getenv("CI") == null) {
      assumeThat(Nsd.program()).as("nsd; on Debian: apt-get install nsd").isPresent();
    }
    internet = new Internet(OURS, new PacketTrace());
    for (PlannedNameServer server : PlannedNameServer.ALL) {
      servers.add(Nsd.start(server, REAL, port, folder));
      internet.serve(server.host(), server.name(), server.honestBehaviour(OURS));
    }
  }

  @AfterAll
  void end() {
    servers.forEach(Nsd::close);
    if (internet != null) {
      internet.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "www.shop.example, A, 127.248.1.80 127.248.1.81",
    "WWW.Shop.Example., A, 127.248.1.80 127.248.1.81",
    "www.shop.example, AAAA, 2001:db8::80",
    "shop.example, MX, 10 mail.shop.example 20 mail.host.test",
    "shop.example, TXT, v=spf1 -all",
    "shopfront.shop.example, A, 127.248.1.80 127.248.1.81",
    "shopfront.shop.example, CNAME, web.shop.example",
    "away.shop.example, A, 127.248.1.82",
    "back.host.test, A, 127.248.1.80 127.248.1.81",
    "www.far.example, A, 127.248.1.83",
    "www.near.example, A, 127.248.1.84",
    "www.sale.example, A, 127.248.1.85",
    "close.shop.example, A, 198.51.100.28",
    "skip.shop.example, A, ''",
    "www.shop.example, MX, ''",
    "ring.shop.example, A, ''",
    "example, NS, a.nic.example b.nic.example",
    "., NS, a.root b.root",
  })
  void the_resolver_finds_the_same_from_the_root_down(String name, String type, String data)
      throws IOException {
    int number = Type.value(type);
    List<String> real = data(resolve(name, number, REAL, port));
    assertThat(String.join(" ", real.stream().sorted().toList())).isEqualTo(data);
    assertThat(data(resolve(name, number, OURS, internet.port())))
        .as("from our own servers")
        .containsExactlyInAnyOrderElementsOf(
            real.stream().map(address -> address.replace("127.248.1.", "127.248.2.")).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody.shop.example",
        "gone.shop.example",
        "lost.shop.example",
        "nobody.nowhere",
        "a.b.test"
      })
  void a_name_that_does_not_exist_is_not_found(String name) {
    assertThatExceptionOfType(NameNotFoundException.class)
        .isThrownBy(() -> resolve(name, Type.A, REAL, port));
    assertThatExceptionOfType(NameNotFoundException.class)
        .isThrownBy(() -> resolve(name, Type.A, OURS, internet.port()));
  }

  @Test
  void what_a_real_server_says_is_what_ours_says() throws IOException {
    for (PlannedNameServer server : PlannedNameServer.ALL) {
      for (String name :
          List.of("www.shop.example", "www.far.example", "nobody.test", "ring.host.test", "")) {
        for (int type : List.of(Type.A, Type.SOA, Type.NS, Type.CNAME)) {
          DnsMessage real = ask(server, REAL, port, name, type);
          DnsMessage ours = ask(server, OURS, internet.port(), name, type);
          assertThat(summary(ours))
              .as("%s asked for %s %s", server.name(), name, Type.string(type))
              .isEqualTo(summary(real));
        }
      }
    }
  }

  @Test
  void the_stub_resolver_understands_a_real_server() throws IOException {
    List<DnsRecord> found =
        new MyStubResolver()
            .resolve(
                REAL.host(PlannedNameServer.SHOP_1).getHostAddress(),
                port,
                "shopfront.shop.example",
                Type.A,
                TIMEOUT_MILLIS,
                2);
    assertThat(data(found)).containsExactlyInAnyOrder("127.248.1.80", "127.248.1.81");
  }

  private static List<DnsRecord> resolve(String name, int type, AddressPlan plan, int port)
      throws IOException {
    List<String> roots =
        List.of(
            plan.host(PlannedNameServer.ROOT_A).getHostAddress(),
            plan.host(PlannedNameServer.ROOT_B).getHostAddress());
    return new MyIterativeResolver().resolve(name, type, roots, port, TIMEOUT_MILLIS);
  }

  private static DnsMessage ask(
      PlannedNameServer server, AddressPlan plan, int port, String name, int type)
      throws IOException {
    return new MyDnsExchange()
        .ask(plan.host(server.host()).getHostAddress(), port, name, type, false, TIMEOUT_MILLIS, 2);
  }

  /** Returns the parts that a resolver uses; the additional section may differ. */
  private static List<Object> summary(DnsMessage message) {
    return List.of(
        message.rcode(),
        message.authoritative(),
        message.answers().stream().map(NameServersWitnessIT::describe).sorted().toList(),
        message.answers().isEmpty()
            ? message.authority().stream().map(NameServersWitnessIT::describe).sorted().toList()
            : List.of());
  }

  private static String describe(DnsRecord record) {
    return "%s %d %d %s"
        .formatted(
            record.name(),
            record.type(),
            record.ttl(),
            record.data().replace("127.248.1.", "127.248.2."));
  }

  private static List<String> data(List<DnsRecord> records) {
    return records.stream().map(DnsRecord::data).toList();
  }
}
