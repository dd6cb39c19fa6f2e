package firsthop.grader.exams.dns.internet;

import firsthop.grader.exam.AddressPlan;
import java.util.List;
import org.xbill.DNS.Zone;

/**
 * A name server of the internet that the zone files beside this class describe.
 *
 * @param name the name of the server, also on the trace
 * @param host the number of its host in the address plan
 * @param origins the names of the zones that it serves
 */
public record PlannedNameServer(String name, int host, List<String> origins) {
  public static final int ROOT_A = 1;
  public static final int ROOT_B = 2;
  public static final int EXAMPLE_A = 10;
  public static final int EXAMPLE_B = 11;
  public static final int TEST = 20;
  public static final int BAD_EXAMPLE = 21;
  public static final int SHOP_1 = 30;
  public static final int SHOP_2 = 31;
  public static final int HOST = 40;
  public static final int NEAR = 41;

  /** The hosts of web servers; a server runs there only if a test starts one. */
  public static final int WWW_SHOP_1 = 80;

  public static final int WWW_SHOP_2 = 81;
  public static final int WWW_HOST = 82;
  public static final int WWW_FAR = 83;
  public static final int WWW_NEAR = 84;
  public static final int WWW_SALE = 85;

  /** All name servers of the zone files. */
  public static final List<PlannedNameServer> ALL =
      List.of(
          new PlannedNameServer("a.root", ROOT_A, List.of(".")),
          new PlannedNameServer("b.root", ROOT_B, List.of(".")),
          new PlannedNameServer("a.nic.example", EXAMPLE_A, List.of("example.")),
          new PlannedNameServer("b.nic.example", EXAMPLE_B, List.of("example.")),
          new PlannedNameServer("ns.nic.test", TEST, List.of("test.")),
          new PlannedNameServer("ns.nic.badexample", BAD_EXAMPLE, List.of("badexample.")),
          new PlannedNameServer(
              "ns1.shop.example", SHOP_1, List.of("shop.example.", "sale.example.")),
          new PlannedNameServer("ns2.shop.example", SHOP_2, List.of("shop.example.")),
          new PlannedNameServer("ns.host.test", HOST, List.of("host.test.", "far.example.")),
          new PlannedNameServer("ns.badexample", NEAR, List.of("near.example.")));

  /** Returns the zones that the server serves. */
  public List<Zone> zones(AddressPlan addresses) {
    return origins.stream()
        .map(origin -> ZoneFiles.resource(file(origin), origin, addresses))
        .toList();
  }

  /** Returns the behaviour of a correct server of these zones. */
  public ServerBehaviour honestBehaviour(AddressPlan addresses) {
    return ServerBehaviour.authoritative(zones(addresses).toArray(Zone[]::new));
  }

  private static String file(String origin) {
    return (origin.equals(".") ? "root." : origin) + "zone";
  }
}
