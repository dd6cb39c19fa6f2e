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
 * Name servers on hosts of a test's address plan, all at one port, over UDP and TCP. Give each a
 * host number, a name for the trace and a {@link Conduct}; afterwards ask what they were asked.
 */
public final class Internet implements Closeable {
  private static final int PATIENCE_MILLIS = 1_500;

  /** No test's resolver asks nearly as often; the servers of one that does fall silent. */
  private static final int MOST_ASKED = 2_000;

  private final AddressPlan addresses;
  private final PacketTrace trace;
  private final int port;
  private final List<NameServer> servers = new ArrayList<>();
  private final List<Asked> asked = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool(Internet::daemon);
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(Internet::daemon);

  /** Lay out an internet without a server. */
  public Internet(AddressPlan addresses, PacketTrace trace) {
    this.addresses = addresses;
    this.trace = trace;
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
  public Internet serve(int host, String name, Conduct conduct) throws IOException {
    open(host, name, conduct).listen(threads);
    return this;
  }

  /** Let a host serve names over UDP alone; connections to it are refused. */
  public Internet serveUdpOnly(int host, String name, Conduct conduct) throws IOException {
    open(host, name, conduct);
    return this;
  }

  /** Return what all its servers were asked so far, in order. */
  public List<Asked> asked() {
    synchronized (asked) {
      return List.copyOf(asked);
    }
  }

  /** Return what one host was asked so far, in order. */
  public List<Asked> asked(int host) {
    String address = address(host);
    return asked().stream().filter(each -> each.server().equals(address)).toList();
  }

  @Override
  public void close() {
    servers.forEach(NameServer::close);
    later.shutdownNow();
    threads.shutdownNow();
    try {
      // What is on its way must not be written on a trace that has been read.
      threads.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private NameServer open(int host, String name, Conduct conduct) throws IOException {
    NameServer server =
        new NameServer(addresses.host(host), port, name, conduct, trace, this::note, later);
    servers.add(server);
    threads.execute(server::serveDatagrams);
    return server;
  }

  /** Keep a query; return whether there may be more. */
  private boolean note(Asked query) {
    synchronized (asked) {
      asked.add(query);
      return asked.size() < MOST_ASKED;
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "name server");
    thread.setDaemon(true);
    return thread;
  }
}
