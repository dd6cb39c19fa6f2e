package firsthop.tool.relay;

import firsthop.tool.CommandWords;
import firsthop.tool.LabCommand;
import firsthop.tool.ToolException;
import firsthop.tool.project.LabProject;
import firsthop.tool.project.StudentObject;
import firsthop.tool.run.ServedFiles;
import firsthop.tool.run.StudentResolver;
import firsthop.tool.run.StudentServer;
import firsthop.tool.run.UntilEnd;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs the student's own server or client through a relay: {@code ./lab trace tftp}. */
public final class TraceCommand implements LabCommand {
  private static final String HOST = "127.0.0.1";
  private static final String STREAM = "stream";
  private static final String DNS = "dns";
  private static final int MAX_STREAM = 1_000_000;

  @Override
  public int run(List<String> all, PrintStream out) throws Exception {
    CommandWords words = CommandWords.of(all, options());
    if (words.words().isEmpty()) {
      throw new ToolException(
          "trace needs to know what: ./lab trace WHAT, one of "
              + StudentServer.words()
              + ", dns, stream");
    }
    String what = words.words().get(0);
    FateSequence.Shares shares = FateSequence.Shares.of(words);
    try (TrafficLog log = new TrafficLog(out, words.option("--pcap").map(Path::of).orElse(null))) {
      return switch (what) {
        case STREAM -> stream(words, shares, log, out);
        case DNS -> dns(words, shares, log, out);
        default -> server(StudentServer.named(what), words, shares, log, out);
      };
    }
  }

  private static Set<String> options() {
    Set<String> options = new HashSet<>(FateSequence.OPTIONS);
    options.addAll(StudentResolver.OPTIONS);
    options.addAll(Set.of("--pcap", "--files", "--bytes"));
    return options;
  }

  private static int stream(
      CommandWords words, FateSequence.Shares shares, TrafficLog log, PrintStream out)
      throws Exception {
    ClassLoader lab = StudentObject.load(LabProject.named("3"));
    StreamTrace trace =
        new StreamTrace(
            StudentObject.create(lab, "firsthop.tcp.MyRetransmittingSender"),
            StudentObject.create(lab, "firsthop.tcp.MyReassembler"),
            shares,
            log,
            (int) words.number("--bytes", 8_000, 0, MAX_STREAM));
    return trace.run(out) ? 0 : 1;
  }

  private static int dns(
      CommandWords words, FateSequence.Shares shares, TrafficLog log, PrintStream out)
      throws Exception {
    InetSocketAddress server =
        new InetSocketAddress(StudentResolver.server(words), StudentResolver.port(words));
    try (UdpRelay udp = new UdpRelay(at(0), server, shares, log);
        TcpRelay tcp = new TcpRelay(at(udp.port()), server, log)) {
      return StudentResolver.ask(words, HOST, tcp.port(), out);
    }
  }

  private static int server(
      StudentServer which,
      CommandWords words,
      FateSequence.Shares shares,
      TrafficLog log,
      PrintStream out)
      throws Exception {
    if (which.isTcp() && !shares.isQuiet()) {
      throw new ToolException(
          "%s speaks TCP, which repairs losses before a relay sees them; lose datagrams of tftp or"
                  .formatted(which.word())
              + " udp-echo, or segments of stream");
    }
    StudentServer.Running running =
        which.start(
            StudentObject.load(which.lab()), HOST, 0, ServedFiles.of(words.option("--files")));
    InetSocketAddress front = at((int) words.number("--port", 0, 0, 65_535));
    UdpRelay udp = which.isTcp() ? null : new UdpRelay(front, at(running.port()), shares, log);
    TcpRelay tcp = which.isTcp() ? new TcpRelay(front, at(running.port()), log) : null;
    int port = tcp != null ? tcp.port() : udp != null ? udp.port() : 0;
    out.println(
        "Your %s runs at port %d; a relay in front of it is at %s port %d."
            .formatted(which.word(), running.port(), HOST, port));
    out.println("Try:   " + which.attempt(HOST, port));
    out.println("End:   Ctrl-C");
    UntilEnd.await(out, tcp != null ? tcp : udp != null ? udp : () -> {}, running, log);
    return 0;
  }

  private static InetSocketAddress at(int port) {
    return new InetSocketAddress(HOST, port);
  }
}
