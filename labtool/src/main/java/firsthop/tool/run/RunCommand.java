package firsthop.tool.run;

import firsthop.tool.CommandWords;
import firsthop.tool.LabCommand;
import firsthop.tool.ToolException;
import firsthop.tool.project.StudentObject;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** Starts the student's own server or client: {@code ./lab run web}. */
public final class RunCommand implements LabCommand {
  private static final Set<String> OPTIONS = Set.of("--port", "--address", "--files", "--server");
  private static final String ADDRESS = "127.0.0.1";

  @Override
  public int run(List<String> all, PrintStream out) throws Exception {
    CommandWords words = CommandWords.of(all, OPTIONS);
    if (words.words().isEmpty()) {
      throw new ToolException(
          "run needs to know what: ./lab run WHAT, one of "
              + StudentServer.words()
              + ", dns, walk");
    }
    switch (words.words().get(0)) {
      case "dns":
        return StudentResolver.ask(
            words, StudentResolver.server(words), StudentResolver.port(words), out);
      case "walk":
        return StudentResolver.walk(words, out);
      default:
        return serve(StudentServer.named(words.words().get(0)), words, out);
    }
  }

  private static int serve(StudentServer which, CommandWords words, PrintStream out)
      throws Exception {
    String address = words.option("--address").orElse(ADDRESS);
    int port = (int) words.number("--port", 0, 0, 65_535);
    StudentServer.Running running =
        which.start(
            StudentObject.load(which.lab()),
            address,
            port,
            ServedFiles.of(words.option("--files")));
    out.println("Your %s runs at %s port %d.".formatted(which.word(), address, running.port()));
    out.println("Try:   " + which.attempt(address, running.port()));
    out.println("End:   Ctrl-C");
    UntilEnd.await(out, running);
    return 0;
  }
}
