package firsthop.grader.exams.dns.internet;

import firsthop.grader.exam.AddressPlan;
import firsthop.grader.network.FreePort;
import firsthop.grader.network.PacketTrace;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Name servers on hosts of a test's address plan. All use the same port, over UDP and over TCP.
 * Each has a host number, a name for the trace, and a {@link ServerBehaviour}. The queries that
 * they receive are recorded.
 */
public final class Internet implements Closeable {
  private static final int PATIENCE_MILLIS = 1_500;

  /** More queries than any test needs; after that, the servers stop. */
  private static final int MAX_QUERIES = 2_000;

  private final AddressPlan addresses;
  private final PacketTrace trace;
  private final int port;
  private final List<NameServer> servers = new ArrayList<>();
  private final List<ReceivedQuery> queries = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool(Internet::daemon);
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(Internet::daemon);

  /** Creates an internet without any server. */
  public Internet(AddressPlan addresses, PacketTrace trace) {
    this.addresses = addresses;
    this.trace = trace;
    this.port = FreePort.udpAndTcp(addresses);
  }

  /** Returns the port of all name servers. */
  public int port() {
    return port;
  }

  /** Returns the address of a host as text. */
  public String address(int host) {
    return addresses.host(host).getHostAddress();
  }

  /** Starts a name server on a host, over UDP and over TCP. */
  public Internet serve(int host, String name, ServerBehaviour behaviour) throws IOException {
    open(host, name, behaviour).listen(threads);
    return this;
  }

  /** Starts a name server on a host, over UDP only; the host refuses connections. */
  public Internet serveUdpOnly(int host, String name, ServerBehaviour behaviour)
      throws IOException {
    open(host, name, behaviour);
    return this;
  }

  /** Returns the queries that all servers have received so far, in order. */
  public List<ReceivedQuery> queries() {
    synchronized (queries) {
      return List.copyOf(queries);
    }
  }

  /** Returns the queries that one host has received so far, in order. */
  public List<ReceivedQuery> queries(int host) {
    String address = address(host);
    return queries().stream().filter(each -> each.server().equals(address)).toList();
  }

  @Override
  public void close() {
    servers.forEach(NameServer::close);
    later.shutdownNow();
    threads.shutdownNow();
    try {
      // Wait: a late message must not be added to a trace that was already read.
      threads.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private NameServer open(int host, String name, ServerBehaviour behaviour) throws IOException {
    NameServer server =
        new NameServer(addresses.host(host), port, name, behaviour, trace, this::note, later);
    servers.add(server);
    threads.execute(server::serveDatagrams);
    return server;
  }

  /** Records a query, and returns whether more queries are allowed. */
  private boolean note(ReceivedQuery query) {
    synchronized (queries) {
      queries.add(query);
      return queries.size() < MAX_QUERIES;
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "name server");
    thread.setDaemon(true);
    return thread;
  }
}
