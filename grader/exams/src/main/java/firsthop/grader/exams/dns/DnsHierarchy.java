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
import firsthop.grader.network.PacketTrace;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/**
 * The name servers of one test, from the root down, and assertions about a resolver that asks them.
 * The queries are recorded for each call.
 */
final class DnsHierarchy implements Closeable {
  /** A time-out for tests in which every server answers: longer than any answer takes. */
  static final int AMPLE_MILLIS = 1_000;

  /** The most queries of one call, by the contract. */
  static final int MAX_QUERIES = 64;

  /** The host of a name server that only false referrals and false glue lead to. */
  static final int TRAP = 66;

  private static final int LARGEST_TYPE = 65_535;

  private final AddressPlan addresses;
  private final Internet internet;
  private final Map<String, String> roles = new TreeMap<>();
  private List<Integer> roots = List.of(PlannedNameServer.ROOT_A, PlannedNameServer.ROOT_B);
  private int timeoutMillis = AMPLE_MILLIS;
  private int queriesBefore;

  DnsHierarchy(AddressPlan addresses, PacketTrace trace) throws IOException {
    this.addresses = addresses;
    this.internet = new Internet(addresses, trace);
    serve(TRAP, "trap", MisbehavingServers.alwaysAnswering(MisbehavingServers.FALSE_ADDRESS));
  }

  /** Sets the time-out of the next calls. */
  void setTimeoutMillis(int millis) {
    timeoutMillis = millis;
  }

  /** Sets the root servers of the next calls. */
  void setRootServers(Integer... hosts) {
    roots = List.of(hosts);
  }

  /** Starts planned name servers that behave correctly. */
  void serveHonestly(int... hosts) throws IOException {
    for (int host : hosts) {
      serve(host, honestBehaviour(host));
    }
  }

  /** Starts planned name servers with another behaviour. */
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

  /** Starts a planned name server that refuses TCP connections. */
  void serveUdpOnly(int host, ServerBehaviour behaviour) throws IOException {
    roles.put(address(host), planned(host).name());
    internet.serveUdpOnly(host, planned(host).name(), behaviour);
  }

  /** Returns the correct behaviour of a planned name server. */
  ServerBehaviour honestBehaviour(int host) {
    return planned(host).honestBehaviour(addresses);
  }

  /** Returns a responder with the zones of a planned name server. */
  AuthoritativeResponder authority(int host) {
    return new AuthoritativeResponder(planned(host).zones(addresses));
  }

  String address(int host) {
    return internet.address(host);
  }

  int port() {
    return internet.port();
  }

  /** Resolves, and asserts that the result is records of this name with these data, in order. */
  void assertFinds(IterativeResolver resolver, String name, int type, String... data) {
    assertFindsRecordsOf(name, resolver, name, type, data);
  }

  /** Resolves an alias, and asserts that the result is records of another name. */
  void assertFindsRecordsOf(
      String owner, IterativeResolver resolver, String name, int type, String... data) {
    try {
      assertThat(resolve(resolver, name, type).stream().map(DnsHierarchy::describe))
          .as("what %s returns", call(name, type))
          .containsExactlyElementsOf(
              List.of(data).stream()
                  .map(each -> describe(new DnsRecord(owner, type, 0, each)))
                  .toList());
    } catch (IOException threw) {
      throw new AssertionError(
          call(name, type) + " should return " + List.of(data) + ", but it throws " + threw, threw);
    }
  }

  /** Resolves, and asserts that the call throws a {@link NameNotFoundException}. */
  void assertNotFound(IterativeResolver resolver, String name, int type) {
    assertThatExceptionOfType(NameNotFoundException.class)
        .as("what %s throws", call(name, type))
        .isThrownBy(() -> resolve(resolver, name, type));
  }

  /** Resolves, and asserts that the call throws a {@link ServerFailureException}. */
  void assertFails(IterativeResolver resolver, String name, int type) {
    assertThatExceptionOfType(ServerFailureException.class)
        .as("what %s throws", call(name, type))
        .isThrownBy(() -> resolve(resolver, name, type));
  }

  /** Asserts that the call throws an {@link IllegalArgumentException} and sends no query. */
  void assertRefuses(IterativeResolver resolver, String name, int type) {
    assertThatIllegalArgumentException()
        .as("what %s throws", call(name, type))
        .isThrownBy(() -> resolve(resolver, name, type));
    assertThat(queries()).as("queries of %s", call(name, type)).isEmpty();
  }

  /** Asserts the queries of the latest call, such as {@code example.: www.shop.example. A}. */
  void assertAsked(String... expected) {
    assertThat(trail()).as("the queries of the call, in order").containsExactly(expected);
  }

  /** Asserts that these queries are among those of the latest call. */
  void assertAskedAlso(String... expected) {
    assertThat(trail()).as("the queries of the call, in order").contains(expected);
  }

  void assertNotAsked(int host) {
    assertThat(queries().stream().filter(each -> each.server().equals(address(host))))
        .as("queries to %s", roles.get(address(host)))
        .isEmpty();
  }

  /** Returns the queries of the latest call. */
  List<ReceivedQuery> queries() {
    List<ReceivedQuery> all = internet.queries();
    return all.subList(queriesBefore, all.size());
  }

  void assertNoRecursionDesired() {
    assertThat(queries().stream().filter(ReceivedQuery::recursionDesired))
        .as("queries with recursion desired")
        .isEmpty();
  }

  /** Asserts that the latest call sent at most {@link #MAX_QUERIES} queries. */
  void assertWithinQueryLimit() {
    assertThat(queries().size()).as("queries in one call").isLessThanOrEqualTo(MAX_QUERIES);
  }

  /** Returns a behaviour that refuses queries after twice the limit, to end a test early. */
  ServerBehaviour refusingFarBeyondTheLimit(ServerBehaviour behaviour) {
    ServerBehaviour refusing = ServerBehaviour.failing(Rcode.REFUSED);
    return (query, channel) ->
        (queries().size() > 2 * MAX_QUERIES ? refusing : behaviour).serve(query, channel);
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
        .orElseThrow(
            () -> new IllegalArgumentException("host " + host + " is not a planned name server"));
  }

  private static String describe(DnsRecord record) {
    return record.name() + " " + Type.string(record.type()) + " " + record.data();
  }
}
