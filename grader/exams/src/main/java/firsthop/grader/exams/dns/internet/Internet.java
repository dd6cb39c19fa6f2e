package firsthop.grader.exams.dns.internet;

import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exams.FreePort;
import firsthop.grader.network.Ladder;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Name servers on hosts of a test's address plan, all at one port, over UDP and TCP. Give each a
 * host number, a name for the ladder and a {@link ServerBehaviour}; afterwards ask what they were
 * asked.
 */
public final class Internet implements Closeable {
  private static final int PATIENCE_MILLIS = 1_500;

  /** No test's resolver asks nearly as often; the servers of one that does fall silent. */
  private static final int MAX_QUERIES = 2_000;

  private final AddressPlan addresses;
  private final Ladder ladder;
  private final int port;
  private final List<NameServer> servers = new ArrayList<>();
  private final List<ReceivedQuery> queries = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool(Internet::daemon);
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(Internet::daemon);

  /** Lay out an internet without a server. */
  public Internet(AddressPlan addresses, Ladder ladder) {
    this.addresses = addresses;
    this.ladder = ladder;
    this.port = FreePort.udpAndTcp(addresses);
  }

  /** Return the port at which all its name servers are asked. */
  public int port() {
    return port;
  }

  /** Return the address of a host as text. */
  public String address(int host) {
    return addresses.host(host).getHostAddress();
  }

  /** Let a host serve names, over UDP and TCP. */
  public Internet serve(int host, String name, ServerBehaviour behaviour) throws IOException {
    open(host, name, behaviour).listen(threads);
    return this;
  }

  /** Let a host serve names over UDP alone; connections to it are refused. */
  public Internet serveUdpOnly(int host, String name, ServerBehaviour behaviour)
      throws IOException {
    open(host, name, behaviour);
    return this;
  }

  /** Return what all its servers were asked so far, in order. */
  public List<ReceivedQuery> queries() {
    synchronized (queries) {
      return List.copyOf(queries);
    }
  }

  /** Return what one host was asked so far, in order. */
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
      // What is on its way must not be written on a ladder that has been read.
      threads.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private NameServer open(int host, String name, ServerBehaviour behaviour) throws IOException {
    NameServer server =
        new NameServer(addresses.host(host), port, name, behaviour, ladder, this::note, later);
    servers.add(server);
    threads.execute(server::serveDatagrams);
    return server;
  }

  /** Keep a query; return whether there may be more. */
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
