package firsthop.grader.exams.dns;

import firsthop.dns.ConnectionWalk;
import firsthop.dns.WalkReport;
import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exams.dns.internet.Internet;
import firsthop.grader.exams.dns.internet.PlannedNameServer;
import firsthop.grader.exams.dns.internet.ReceivedQuery;
import firsthop.grader.exams.dns.internet.ServerBehaviour;
import firsthop.grader.exams.dns.internet.ZoneFiles;
import firsthop.grader.network.FreePort;
import firsthop.grader.network.PacketTrace;
import firsthop.grader.network.TcpListener;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** An internet for a test: name servers at one port, and web servers at another port. */
final class WalkTestbed implements Closeable {
  /** A time-out for tests in which every server answers; long, because a machine may be busy. */
  static final int PATIENT_MILLIS = 1_200;

  /** A time-out for tests in which some server does not answer. */
  static final int SHORT_MILLIS = 600;

  private final AddressPlan addresses;
  private final PacketTrace trace;
  private final Internet internet;
  private final int webPort;
  private final List<Integer> roots = new ArrayList<>();
  private final List<Closeable> opened = new ArrayList<>();

  private WalkTestbed(AddressPlan addresses, PacketTrace trace) {
    this.addresses = addresses;
    this.trace = trace;
    this.internet = new Internet(addresses, trace);
    this.webPort = FreePort.tcp(addresses);
  }

  /**
   * Starts the name servers of the zone files.
   *
   * @param others the behaviour of servers that do not simply answer correctly, by host
   */
  static WalkTestbed fromZoneFiles(
      AddressPlan addresses, PacketTrace trace, Map<Integer, ServerBehaviour> others)
      throws IOException {
    WalkTestbed testbed = new WalkTestbed(addresses, trace);
    for (PlannedNameServer server : PlannedNameServer.ALL) {
      ServerBehaviour behaviour =
          others.getOrDefault(server.host(), server.honestBehaviour(addresses));
      testbed.internet.serve(server.host(), server.name(), behaviour);
    }
    testbed.roots.addAll(List.of(PlannedNameServer.ROOT_A, PlannedNameServer.ROOT_B));
    return testbed;
  }

  /**
   * Starts a single name server, which has authority for all names.
   *
   * @param records the lines of its zone file
   */
  static WalkTestbed withOneNameServer(AddressPlan addresses, PacketTrace trace, String... records)
      throws IOException {
    WalkTestbed testbed = new WalkTestbed(addresses, trace);
    String zone =
        """
        @       IN SOA  a.root. hostmaster.root. 1 1800 900 604800 600
                IN NS   a.root.
        a.root. IN A    192.0.2.1
        """;
    testbed.internet.serve(
        PlannedNameServer.ROOT_A,
        "a.root",
        ServerBehaviour.authoritative(
            ZoneFiles.text(zone + String.join("\n", records) + "\n", ".", addresses)));
    testbed.roots.add(PlannedNameServer.ROOT_A);
    return testbed;
  }

  /** Starts a web server on a host. */
  ScriptedWebServer webServer(int host) {
    ScriptedWebServer web = new ScriptedWebServer(trace, addresses.host(host), webPort);
    opened.add(web);
    return web;
  }

  /** Makes a host look dead: its web server neither accepts nor refuses connections. */
  void deadWebServer(int host) throws IOException {
    opened.add(TcpListener.dead(trace, "dead web server", addresses.host(host), webPort));
  }

  int webPort() {
    return webPort;
  }

  String address(int host) {
    return internet.address(host);
  }

  /** Returns a URL with this host, the port of the web servers, and this path. */
  String url(String host, String path) {
    return "http://" + host + ":" + webPort + path;
  }

  WalkReport walk(ConnectionWalk walk, String url, int timeoutMillis) throws IOException {
    List<String> rootServers = roots.stream().map(internet::address).toList();
    return walk.walk(url, rootServers, internet.port(), timeoutMillis);
  }

  /** Returns the address of the name server for each query so far, in order. */
  List<String> serversAsked() {
    return internet.queries().stream().map(ReceivedQuery::server).toList();
  }

  @Override
  public void close() throws IOException {
    Collections.reverse(opened);
    for (Closeable each : opened) {
      each.close();
    }
    internet.close();
  }
}
