package firsthop.grader.exams.dns;

import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exams.dns.internet.PlannedNameServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;
import org.xbill.DNS.Zone;

/** An independent name server: nsd of NLnet Labs, as Debian packages it. */
final class Nsd implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(20);
  private static final int PROBE_MILLIS = 200;
  private static final int END_SECONDS = 10;

  private final Process process;
  private final Path log;

  private Nsd(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Finds the program; its folder is usually only on the search path of root. */
  static Optional<Path> program() {
    return Stream.of("/usr/sbin/nsd", "/usr/local/sbin/nsd", "/usr/bin/nsd")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts one planned server, and waits until it answers.
   *
   * @param folder the folder for its files
   */
  static Nsd start(PlannedNameServer server, AddressPlan addresses, int port, Path folder)
      throws IOException, InterruptedException {
    String address = addresses.host(server.host()).getHostAddress();
    Path own = Files.createDirectory(folder.resolve(server.name()));
    List<String> settings = new ArrayList<>();
    settings.add(
        """
        server:
          ip-address: %s
          port: %d
          username: ""
          chroot: ""
          zonesdir: "%s"
          database: ""
          pidfile: ""
          xfrdfile: ""
          zonelistfile: "%s"
          server-count: 1
          hide-version: yes
          rrl-ratelimit: 0
        remote-control:
          control-enable: no
        """
            .formatted(address, port, own, own.resolve("zone.list")));
    for (Zone zone : server.zones(addresses)) {
      Path file = own.resolve("zone" + settings.size());
      Files.writeString(file, zone.toMasterFile());
      settings.add(
          """
          zone:
            name: "%s"
            zonefile: "%s"
          """
              .formatted(zone.getOrigin(), file));
    }
    Path configuration = own.resolve("nsd.conf");
    Files.writeString(configuration, String.join("", settings));
    Path log = own.resolve("log");
    Process process =
        new ProcessBuilder(program().orElseThrow().toString(), "-d", "-c", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Nsd nsd = new Nsd(process, log);
    nsd.awaitAnswer(server, addresses, port);
    return nsd;
  }

  private void awaitAnswer(PlannedNameServer server, AddressPlan addresses, int port)
      throws IOException, InterruptedException {
    SimpleResolver client = new SimpleResolver(addresses.host(server.host()));
    client.setPort(port);
    client.setTimeout(Duration.ofMillis(PROBE_MILLIS));
    Message query =
        Message.newQuery(
            Record.newRecord(Name.fromString(server.origins().get(0)), Type.SOA, DClass.IN));
    long deadline = System.nanoTime() + START.toNanos();
    while (true) {
      try {
        client.send(query);
        return;
      } catch (IOException notYet) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          close();
          throw new IOException("nsd does not answer: " + Files.readString(log), notYet);
        }
      }
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException ended) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
