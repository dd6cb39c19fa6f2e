package firsthop.grader.exams.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firsthop.dns.DnsRecord;
import firsthop.dns.IterativeResolver;
import firsthop.dns.NameNotFoundException;
import firsthop.dns.ServerFailureException;
import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exams.dns.internet.AuthoritativeResponder;
import firsthop.grader.exams.dns.internet.Internet;
import firsthop.grader.exams.dns.internet.PlannedNameServer;
import firsthop.grader.exams.dns.internet.ReceivedQuery;
import firsthop.grader.exams.dns.internet.ServerBehaviour;
import firsthop.grader.network.Ladder;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/**
 * The servers of one test, from the root down, and a resolver that asks them. What they are asked
 * is known call by call.
 */
final class DnsHierarchy implements Closeable {
  /** A time-out for tests in which every server answers: nobody waits for so long. */
  static final int AMPLE_MILLIS = 1_000;

  /** What one call may ask, by the contract. */
  static final int MAX_QUERIES = 64;

  /** Where a name server is that only liars send to. */
  static final int TRAP = 66;

  private static final int LARGEST_TYPE = 65_535;

  private final AddressPlan addresses;
  private final Internet internet;
  private final Map<String, String> roles = new TreeMap<>();
  private List<Integer> roots = List.of(PlannedNameServer.ROOT_A, PlannedNameServer.ROOT_B);
  private int timeoutMillis = AMPLE_MILLIS;
  private int queriesBefore;

  DnsHierarchy(AddressPlan addresses, Ladder ladder) throws IOException {
    this.addresses = addresses;
    this.internet = new Internet(addresses, ladder);
    serve(TRAP, "trap", MisbehavingServers.alwaysAnswering(MisbehavingServers.FALSE_ADDRESS));
  }

  /** Set the time-out of the calls from now on. */
  void setTimeoutMillis(int millis) {
    timeoutMillis = millis;
  }

  /** Set the root servers that the calls from now on begin with. */
  void setRootServers(Integer... hosts) {
    roots = List.of(hosts);
  }

  /** Let hosts of the layout serve as they should. */
  void serveHonestly(int... hosts) throws IOException {
    for (int host : hosts) {
      serve(host, honestBehaviour(host));
    }
  }

  /** Let hosts of the layout serve in another way than they should. */
  void serve(ServerBehaviour behaviour, int... hosts) throws IOException {
    for (int host : hosts) {
      serve(host, behaviour);
    }
  }

  void serve(int host, ServerBehaviour behaviour) throws IOException {
    PlannedNameServer server = planned(host);
    roles.put(address(host), isRoot(host) ? server.name() : server.origins().get(0));
    internet.serve(host, server.name(), behaviour);
  }

  void serve(int host, String name, ServerBehaviour behaviour) throws IOException {
    roles.put(address(host), name);
    internet.serve(host, name, behaviour);
  }

  /** Let a host of the layout refuse connections. */
  void serveUdpOnly(int host, ServerBehaviour behaviour) throws IOException {
    roles.put(address(host), planned(host).name());
    internet.serveUdpOnly(host, planned(host).name(), behaviour);
  }

  /** Return what a host of the layout does when it is as it should be. */
  ServerBehaviour honestBehaviour(int host) {
    return planned(host).honestBehaviour(addresses);
  }

  /** Return what a host of the layout knows. */
  AuthoritativeResponder authority(int host) {
    return new AuthoritativeResponder(planned(host).zones(addresses));
  }

  String address(int host) {
    return internet.address(host);
  }

  int port() {
    return internet.port();
  }

  /** Ask, and expect records of the name itself with these data, in order. */
  void assertFinds(IterativeResolver resolver, String name, int type, String... data) {
    assertFindsRecordsOf(name, resolver, name, type, data);
  }

  /** Ask for one name, and expect records of another one, which it is an alias of. */
  void assertFindsRecordsOf(
      String owner, IterativeResolver resolver, String name, int type, String... data) {
    try {
      assertThat(resolve(resolver, name, type).stream().map(DnsHierarchy::words))
          .as("what %s returns", call(name, type))
          .containsExactlyElementsOf(
              List.of(data).stream()
                  .map(each -> words(new DnsRecord(owner, type, 0, each)))
                  .toList());
    } catch (IOException threw) {
      throw new AssertionError(
          call(name, type) + " is to return " + List.of(data) + ", and throws " + threw, threw);
    }
  }

  /** Ask, and expect to be told that there is no such name. */
  void assertNotFound(IterativeResolver resolver, String name, int type) {
    assertThatExceptionOfType(NameNotFoundException.class)
        .as("what %s throws", call(name, type))
        .isThrownBy(() -> resolve(resolver, name, type));
  }

  /** Ask, and expect to be told that nobody was of any help. */
  void assertFails(IterativeResolver resolver, String name, int type) {
    assertThatExceptionOfType(ServerFailureException.class)
        .as("what %s throws", call(name, type))
        .isThrownBy(() -> resolve(resolver, name, type));
  }

  /** Ask, and expect to be told that this is nothing to ask; and that nobody was asked. */
  void assertRefuses(IterativeResolver resolver, String name, int type) {
    assertThatIllegalArgumentException()
        .as("what %s throws", call(name, type))
        .isThrownBy(() -> resolve(resolver, name, type));
    assertThat(queries()).as("what was asked because of %s", call(name, type)).isEmpty();
  }

  /** Expect these queries in the latest call, such as {@code example.: www.shop.example. A}. */
  void assertAsked(String... expected) {
    assertThat(trail()).as("who was asked what, in order").containsExactly(expected);
  }

  /** Expect these queries in the latest call among others. */
  void assertAskedAlso(String... expected) {
    assertThat(trail()).as("who was asked what, in order").contains(expected);
  }

  void assertNotAsked(int host) {
    assertThat(queries().stream().filter(each -> each.server().equals(address(host))))
        .as("what %s was asked", roles.get(address(host)))
        .isEmpty();
  }

  /** Return what was asked in the latest call. */
  List<ReceivedQuery> queries() {
    List<ReceivedQuery> all = internet.queries();
    return all.subList(queriesBefore, all.size());
  }

  void assertNoRecursionDesired() {
    assertThat(queries().stream().filter(ReceivedQuery::recursionDesired))
        .as("queries with recursion desired")
        .isEmpty();
  }

  /** Expect that no more was asked in the latest call than may be. */
  void assertWithinQueryLimit() {
    assertThat(queries().size()).as("queries in one call").isLessThanOrEqualTo(MAX_QUERIES);
  }

  /** Return a conduct that ends when so much has been asked that more would tell nothing new. */
  ServerBehaviour refusingFarBeyondTheLimit(ServerBehaviour behaviour) {
    ServerBehaviour tired = ServerBehaviour.failing(Rcode.REFUSED);
    return (query, channel) ->
        (queries().size() > 2 * MAX_QUERIES ? tired : behaviour).serve(query, channel);
  }

  List<DnsRecord> resolve(IterativeResolver resolver, String name, int type) throws IOException {
    queriesBefore = internet.queries().size();
    return resolver.resolve(
        name, type, roots.stream().map(this::address).toList(), internet.port(), timeoutMillis);
  }

  @Override
  public void close() {
    internet.close();
  }

  private List<String> trail() {
    return queries().stream()
        .map(
            each ->
                roles.get(each.server())
                    + (each.overTcp() ? " over TCP: " : ": ")
                    + each.question())
        .toList();
  }

  private String call(String name, int type) {
    String typed = type < 0 || type > LARGEST_TYPE ? "type " + type : Type.string(type);
    return "resolve(\"%s\", %s, roots, port, %d)".formatted(name, typed, timeoutMillis);
  }

  private static boolean isRoot(int host) {
    return host == PlannedNameServer.ROOT_A || host == PlannedNameServer.ROOT_B;
  }

  private static PlannedNameServer planned(int host) {
    return PlannedNameServer.ALL.stream()
        .filter(each -> each.host() == host)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("host " + host + " is not laid out"));
  }

  private static String words(DnsRecord record) {
    return record.name() + " " + Type.string(record.type()) + " " + record.data();
  }
}
