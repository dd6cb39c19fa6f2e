package firsthop.tool.run;

import firsthop.tool.CommandWords;
import firsthop.tool.PrintableText;
import firsthop.tool.ToolException;
import firsthop.tool.project.LabProject;
import firsthop.tool.project.StudentObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Runs the clients of lab 4: the student's stub resolver, and the whole walk. */
public final class StudentResolver {
  /** What the options are that these clients have. */
  public static final Set<String> OPTIONS = Set.of("--server", "--port");

  private static final String LAB = "4";
  private static final int DNS_PORT = 53;
  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int ATTEMPTS = 3;
  private static final Path SYSTEM_SERVERS = Path.of("/etc/resolv.conf");

  /** a.root-servers.net, c.root-servers.net and l.root-servers.net. */
  private static final List<String> ROOTS = List.of("198.41.0.4", "192.33.4.12", "199.7.83.42");

  private static final Map<String, Integer> TYPES =
      Map.of("A", 1, "NS", 2, "CNAME", 5, "SOA", 6, "PTR", 12, "MX", 15, "TXT", 16, "AAAA", 28);

  private StudentResolver() {}

  /**
   * Asks a question with the student's {@code MyStubResolver} and prints the records.
   *
   * @param words {@code NAME [TYPE]}
   */
  public static int ask(CommandWords words, String server, int port, PrintStream out)
      throws ToolException, IOException {
    List<String> question = words.words().subList(1, words.words().size());
    if (question.isEmpty() || question.size() > 2) {
      throw new ToolException("dns needs a name, such as: dns www.example.com A");
    }
    String type = question.size() == 1 ? "A" : question.get(1).toUpperCase(Locale.ROOT);
    if (!TYPES.containsKey(type)) {
      throw new ToolException(
          PrintableText.of(type) + " is no type that this knows; there are " + TYPES.keySet());
    }
    out.println(
        "asking %s port %d; compare: dig @%s -p %d %s %s"
            .formatted(server, port, server, port, question.get(0), type));
    StudentObject resolver =
        StudentObject.create(
            StudentObject.load(LabProject.named(LAB)), "firsthop.dns.MyStubResolver");
    Object records =
        resolver.call(
            "resolve", server, port, question.get(0), TYPES.get(type), TIMEOUT_MILLIS, ATTEMPTS);
    if (records instanceof List<?> list) {
      out.println(list.isEmpty() ? "There are no such records." : list.size() + " records:");
      list.forEach(line -> out.println("  " + PrintableText.of(String.valueOf(line))));
      return 0;
    }
    throw new ToolException("resolve returned " + records + "; it returns a list of records");
  }

  /** Fetches a page with the student's {@code MyConnectionWalk} and prints the report. */
  static int walk(CommandWords words, PrintStream out) throws ToolException, IOException {
    if (words.words().size() != 2) {
      throw new ToolException("walk needs a URL, such as: walk http://example.com/");
    }
    List<String> roots = words.option("--server").map(List::of).orElse(ROOTS);
    int port = port(words);
    String url = words.words().get(1);
    out.println("from the root servers %s to %s".formatted(roots, PrintableText.of(url)));
    StudentObject walk =
        StudentObject.create(
            StudentObject.load(LabProject.named(LAB)), "firsthop.dns.MyConnectionWalk");
    Object report = walk.call("walk", url, roots, port, TIMEOUT_MILLIS);
    if (report == null) {
      throw new ToolException("walk returned null; it returns a WalkReport");
    }
    StudentObject fields = StudentObject.around(report);
    for (String field : List.of("serversAsked", "addresses", "local", "remote", "status")) {
      out.println("  %-13s %s".formatted(field, PrintableText.of("" + fields.call(field))));
    }
    if (fields.call("body") instanceof byte[] body) {
      out.println("  %-13s %d octets: %s".formatted("body", body.length, PrintableText.of(body)));
    }
    return 0;
  }

  /** Returns the server to ask: the one of the command line, or the first one of this system. */
  public static String server(CommandWords words) throws ToolException, IOException {
    if (words.option("--server").isPresent()) {
      return words.option("--server").get();
    }
    if (Files.isReadable(SYSTEM_SERVERS)) {
      for (String line : Files.readAllLines(SYSTEM_SERVERS)) {
        String[] parts = line.strip().split("\\s+");
        if (parts.length == 2 && parts[0].equals("nameserver") && parts[1].matches("[0-9.]+")) {
          return parts[1];
        }
      }
    }
    throw new ToolException("no name server is known here; name one: --server 192.0.2.53");
  }

  /** Returns the port of name servers. */
  public static int port(CommandWords words) throws ToolException {
    return (int) words.number("--port", DNS_PORT, 1, 65_535);
  }
}
