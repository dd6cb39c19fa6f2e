package firsthop.grader.exams.dns;

import firsthop.dns.ConnectionWalk;
import firsthop.dns.WalkReport;
import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exams.dns.internet.Asked;
import firsthop.grader.exams.dns.internet.Conduct;
import firsthop.grader.exams.dns.internet.Internet;
import firsthop.grader.exams.dns.internet.Layout;
import firsthop.grader.exams.dns.internet.Zones;
import firsthop.grader.network.FreePort;
import firsthop.grader.network.PacketTrace;
import firsthop.grader.network.TcpListener;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** An internet with name servers and web servers, all of them at one port of their kind. */
final class WalkTrial implements Closeable {
  /** Where everybody answers; a machine may be busy. */
  static final int PATIENT_MILLIS = 1_200;

  /** Where somebody does not. */
  static final int SHORT_MILLIS = 400;

  private final AddressPlan addresses;
  private final PacketTrace trace;
  private final Internet internet;
  private final int webPort;
  private final List<Integer> roots = new ArrayList<>();
  private final List<Closeable> opened = new ArrayList<>();

  private WalkTrial(AddressPlan addresses, PacketTrace trace) {
    this.addresses = addresses;
    this.trace = trace;
    this.internet = new Internet(addresses, trace);
    this.webPort = FreePort.tcp(addresses);
  }

  /**
   * Lay out the internet of the master files.
   *
   * @param others by host, the conduct of servers that are not just honest
   */
  static WalkTrial whole(AddressPlan addresses, PacketTrace trace, Map<Integer, Conduct> others)
      throws IOException {
    WalkTrial trial = new WalkTrial(addresses, trace);
    for (Layout layout : Layout.SERVERS) {
      Conduct conduct = others.getOrDefault(layout.host(), layout.honest(addresses));
      trial.internet.serve(layout.host(), layout.name(), conduct);
    }
    trial.roots.addAll(List.of(Layout.ROOT_A, Layout.ROOT_B));
    return trial;
  }

  /**
   * Lay out an internet of one name server, which knows everything.
   *
   * @param records lines of a master file
   */
  static WalkTrial small(AddressPlan addresses, PacketTrace trace, String... records)
      throws IOException {
    WalkTrial trial = new WalkTrial(addresses, trace);
    String zone =
        """
        @       IN SOA  a.root. hostmaster.root. 1 1800 900 604800 600
                IN NS   a.root.
        a.root. IN A    192.0.2.1
        """;
    trial.internet.serve(
        Layout.ROOT_A,
        "a.root",
        Conduct.authority(Zones.text(zone + String.join("\n", records) + "\n", ".", addresses)));
    trial.roots.add(Layout.ROOT_A);
    return trial;
  }

  /** Let a host serve pages. */
  WebHost web(int host) {
    WebHost web = new WebHost(trace, addresses.host(host), webPort);
    opened.add(web);
    return web;
  }

  /** Let a host seem dead to who connects to its web server. */
  void deadWeb(int host) throws IOException {
    opened.add(TcpListener.dead(trace, "dead web server", addresses.host(host), webPort));
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
    return internet.asked().stream().map(Asked::server).toList();
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
