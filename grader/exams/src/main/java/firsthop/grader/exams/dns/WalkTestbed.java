package firsthop.grader.exams.dns;

import firsthop.dns.ConnectionWalk;
import firsthop.dns.WalkReport;
import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exams.FreePort;
import firsthop.grader.exams.dns.internet.Internet;
import firsthop.grader.exams.dns.internet.PlannedNameServer;
import firsthop.grader.exams.dns.internet.ReceivedQuery;
import firsthop.grader.exams.dns.internet.ServerBehaviour;
import firsthop.grader.exams.dns.internet.ZoneFiles;
import firsthop.grader.network.Ladder;
import firsthop.grader.network.TcpListener;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** An internet with name servers and web servers, all of them at one port of their kind. */
final class WalkTestbed implements Closeable {
  /** Where everybody answers; a machine may be busy. */
  static final int PATIENT_MILLIS = 1_200;

  /** Where somebody does not. */
  static final int SHORT_MILLIS = 400;

  private final AddressPlan addresses;
  private final Ladder ladder;
  private final Internet internet;
  private final int webPort;
  private final List<Integer> roots = new ArrayList<>();
  private final List<Closeable> opened = new ArrayList<>();

  private WalkTestbed(AddressPlan addresses, Ladder ladder) {
    this.addresses = addresses;
    this.ladder = ladder;
    this.internet = new Internet(addresses, ladder);
    this.webPort = FreePort.tcp(addresses);
  }

  /**
   * Lay out the internet of the master files.
   *
   * @param others by host, the conduct of servers that are not just honest
   */
  static WalkTestbed fromZoneFiles(
      AddressPlan addresses, Ladder ladder, Map<Integer, ServerBehaviour> others)
      throws IOException {
    WalkTestbed testbed = new WalkTestbed(addresses, ladder);
    for (PlannedNameServer server : PlannedNameServer.ALL) {
      ServerBehaviour behaviour =
          others.getOrDefault(server.host(), server.honestBehaviour(addresses));
      testbed.internet.serve(server.host(), server.name(), behaviour);
    }
    testbed.roots.addAll(List.of(PlannedNameServer.ROOT_A, PlannedNameServer.ROOT_B));
    return testbed;
  }

  /**
   * Lay out an internet of one name server, which knows everything.
   *
   * @param records lines of a master file
   */
  static WalkTestbed withOneNameServer(AddressPlan addresses, Ladder ladder, String... records)
      throws IOException {
    WalkTestbed testbed = new WalkTestbed(addresses, ladder);
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

  /** Let a host serve pages. */
  ScriptedWebServer webServer(int host) {
    ScriptedWebServer web = new ScriptedWebServer(ladder, addresses.host(host), webPort);
    opened.add(web);
    return web;
  }

  /** Let a host seem dead to who connects to its web server. */
  void deadWebServer(int host) throws IOException {
    opened.add(TcpListener.dead(ladder, "dead web server", addresses.host(host), webPort));
  }

  int webPort() {
    return webPort;
  }

  String address(int host) {
    return internet.address(host);
  }

  /** Return the URL of a path at a host's web server. */
  String url(String host, String path) {
    return "http://" + host + ":" + webPort + path;
  }

  WalkReport walk(ConnectionWalk walk, String url, int timeoutMillis) throws IOException {
    List<String> rootServers = roots.stream().map(internet::address).toList();
    return walk.walk(url, rootServers, internet.port(), timeoutMillis);
  }

  /** Return the addresses of the name servers that were asked so far, a query each, in order. */
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
