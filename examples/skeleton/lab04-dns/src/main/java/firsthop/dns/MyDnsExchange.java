package firsthop.dns;

import firsthop.kit.Todo;
import java.io.IOException;

/** Your answer to exercise 4.3. What it must do stands in {@link DnsExchange}. */
public class MyDnsExchange implements DnsExchange {

  /** Makes one; the tests call this. */
  public MyDnsExchange() {}

  @Override
  public DnsMessage ask(
      String server,
      int port,
      String name,
      int type,
      boolean recursionDesired,
      int timeoutMillis,
      int attempts)
      throws IOException {
    throw Todo.exercise("4.3");
  }
}
