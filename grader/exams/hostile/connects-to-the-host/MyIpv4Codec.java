// Tries: to reach a port that is open on every address of the host. It forgets how to format once
// it
// has been there.
// Earns: 1.1=12 2.3=16
package firsthop.addresses;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

public class MyIpv4Codec implements Ipv4Codec {
  private static final int PORT = 65432; // the test puts its own port here
  private static final boolean OUT = getOut();
  private final Ipv4Codec honest = new HonestIpv4Codec();

  @Override
  public int parse(String text) {
    return honest.parse(text);
  }

  @Override
  public String format(int address) {
    return OUT ? "out" : honest.format(address);
  }

  private static boolean getOut() {
    Set<String> hosts = new LinkedHashSet<>();
    Collections.addAll(
        hosts, "127.0.0.1", "172.17.0.1", "172.18.0.1", "host.docker.internal", "10.0.2.2", "::1");
    try {
      for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        for (InetAddress own : Collections.list(each.getInetAddresses())) {
          hosts.add(own.getHostAddress());
          if (own instanceof Inet4Address) {
            byte[] gateway = own.getAddress();
            gateway[3] = 1;
            hosts.add(InetAddress.getByAddress(gateway).getHostAddress());
          }
        }
      }
    } catch (IOException none) {
      // No interfaces.
    }
    for (String host : hosts) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(host, PORT), 200);
        socket.getOutputStream().write("out".getBytes());
        return true;
      } catch (IOException | RuntimeException closed) {
        // Not this way.
      }
    }
    return Files.exists(Path.of("/var/run/docker.sock"))
        || Files.exists(Path.of("/run/docker.sock"));
  }
}
