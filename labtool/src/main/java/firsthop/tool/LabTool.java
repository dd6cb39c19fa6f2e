package firsthop.tool;

import firsthop.tool.explain.ExplainCommand;
import firsthop.tool.pack.PackCommand;
import firsthop.tool.relay.TraceCommand;
import firsthop.tool.run.RunCommand;
import firsthop.tool.show.ShowCommand;
import firsthop.tool.watch.WatchCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The program behind {@code ./lab}. */
public final class LabTool {
  private static final int BAD_INPUT = 2;
  private static final int TROUBLE = 3;

  private static final String HELP =
      """
      ./lab watch [LAB]
          compiles and tests on every save, and says what to do next

      ./lab show ID
          lists all failing cases of an exercise in the last mvn test, such as ./lab show 1.1

      ./lab run WHAT [--port N] [--address A] [--files FOLDER]
          starts your own echo, udp-echo, tftp or web server, so that other programs can speak to it
      ./lab run dns NAME [TYPE] [--server A] [--port N]
      ./lab run walk URL [--server ROOT] [--port N]
          ask with your own resolver, or fetch a page from the root servers down

      ./lab trace WHAT [--loss 20%] [--repeat 5%] [--delay 5%] [--reorder 5%] [--seed 7]
          does the same behind a relay that draws what passes, and loses some of it;
          WHAT is one of the servers, dns NAME, or stream: your own sender and reassembler
          --pcap FILE writes what passed for Wireshark; --delay-ms N is how late, 200 at first

      ./lab explain [--as KIND] HEX
          explains octets of a frame, packet or message, field by field; - reads them from input

      ./lab pack [--out FILE.zip]
          makes the file to hand in, and says what is still open
      """;

  private final Map<String, LabCommand> commands = new LinkedHashMap<>();

  private LabTool() {
    commands.put("watch", new WatchCommand(System.in));
    commands.put("show", new ShowCommand());
    commands.put("run", new RunCommand());
    commands.put("trace", new TraceCommand());
    commands.put("explain", new ExplainCommand(System.in));
    commands.put("pack", new PackCommand());
  }

  /** Runs a command and ends with its exit status. */
  public static void main(String[] words) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    int status = new LabTool().run(Arrays.asList(words), out, System.err);
    out.flush();
    System.exit(status);
  }

  private int run(List<String> words, PrintStream out, PrintStream err) {
    if (words.isEmpty() || List.of("help", "--help", "-h").contains(words.get(0))) {
      out.print(HELP);
      return words.isEmpty() ? BAD_INPUT : 0;
    }
    LabCommand command = commands.get(words.get(0));
    if (command == null) {
      err.println(
          "lab: there is no command %s; there are %s"
              .formatted(PrintableText.of(words.get(0)), String.join(", ", commands.keySet())));
      return BAD_INPUT;
    }
    try {
      return command.run(words.subList(1, words.size()), out);
    } catch (ToolException e) {
      err.println("lab: " + e.getMessage());
      return BAD_INPUT;
    } catch (Exception e) {
      err.println("lab: " + words.get(0) + " could not go on: " + e);
      return TROUBLE;
    }
  }
}
