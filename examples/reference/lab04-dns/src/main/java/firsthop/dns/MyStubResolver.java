package firsthop.dns;

import java.io.IOException;
import java.util.List;

/**
 * Asks with {@link MyDnsExchange}, or over TCP with {@link DnsOverTcp}, and finds the records with
 * {@link Aliases}. This class only decides what to do with the answer.
 */
public final class MyStubResolver implements StubResolver {
  private static final int NO_ERROR = 0;
  private static final int NAME_ERROR = 3;

  /** Creates a resolver. */
  public MyStubResolver() {}

  @Override
  public List<DnsRecord> resolve(
      String server, int port, String name, int type, int timeoutMillis, int attempts)
      throws IOException {
    DnsMessage answer =
        new MyDnsExchange().ask(server, port, name, type, true, timeoutMillis, attempts);
    if (answer.truncated()) {
      answer = DnsOverTcp.ask(server, port, name, type, true, timeoutMillis);
    }
    if (answer.rcode() == NAME_ERROR) {
      throw new NameNotFoundException(server + " says that there is no " + name);
    }
    if (answer.rcode() != NO_ERROR) {
      throw new ServerFailureException(
          "%s answers with code %d when asked for %s".formatted(server, answer.rcode(), name));
    }
    // The question in the answer has the name in the same form as the records.
    return Aliases.follow(answer.questions().get(0).name(), type, answer.answers()).records();
  }
}
