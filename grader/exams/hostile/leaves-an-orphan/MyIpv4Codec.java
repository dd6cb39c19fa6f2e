// Tries: to leave a process behind for the next submission, started from the sandbox's own java.
// Earns: 1.1=12 2.3=16
package firsthop.addresses;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

public class MyIpv4Codec implements Ipv4Codec {
  private static final ServerSocket SILENT = orphan();
  private final Ipv4Codec honest = new HonestIpv4Codec();

  @Override
  public int parse(String text) {
    return honest.parse(text);
  }

  @Override
  public String format(int address) {
    return honest.format(address);
  }

  /** An agent of its own, which waits for ever for an examiner that never speaks. */
  private static ServerSocket orphan() {
    // The image may lack the JDK's helper for starting processes; forking needs none.
    System.setProperty("jdk.lang.Process.launchMechanism", "FORK");
    try {
      ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx16m",
              "-cp",
              System.getProperty("java.class.path"),
              "firsthop.grader.agent.Agent",
              String.valueOf(silent.getLocalPort()))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return silent;
    } catch (IOException refused) {
      throw new IllegalStateException(refused);
    }
  }
}
