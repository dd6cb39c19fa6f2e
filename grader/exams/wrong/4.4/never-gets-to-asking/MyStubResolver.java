// Loops for ever before it asks anything, which must not affect other exercises.
package firsthop.dns;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

public class MyStubResolver implements StubResolver {
  private boolean ready;

  @Override
  public List<DnsRecord> resolve(
      String server, int port, String name, int type, int timeoutMillis, int attempts)
      throws IOException {
    while (!ready) {
      LockSupport.parkNanos(1_000_000);
    }
    return List.of();
  }
}
