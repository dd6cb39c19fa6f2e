package firsthop.tool.show;

import firsthop.tool.CommandWords;
import firsthop.tool.LabCommand;
import firsthop.tool.PrintableText;
import firsthop.tool.ToolException;
import firsthop.tool.project.LabProject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Lists all failing cases of the last {@code mvn test} of an exercise: {@code ./lab show 1.1}. */
public final class ShowCommand implements LabCommand {
  /** Where the kit leaves what it has to say: a file per exercise that failed, and the board. */
  private static final String RESULTS = "target/firsthop";

  private static final String BOARD = "board.txt";

  @Override
  public int run(List<String> all, PrintStream out) throws ToolException, IOException {
    List<String> words = CommandWords.of(all, Set.of()).words();
    if (words.size() != 1 || !words.get(0).matches("\\d{1,2}\\.\\d{1,2}")) {
      throw new ToolException(
          "show needs the id of an exercise, such as ./lab show 1.1; %s came"
              .formatted(PrintableText.of(String.join(" ", words))));
    }
    String id = words.get(0);
    LabProject lab = LabProject.named(id.substring(0, id.indexOf('.')));
    Path results = lab.folder().resolve(RESULTS);
    Path board = results.resolve(BOARD);
    if (!Files.isRegularFile(board)) {
      throw new ToolException(
          "the tests of %s have not run yet; run mvn test in its folder".formatted(lab.name()));
    }
    Path failed = results.resolve(id + ".txt");
    String listed = "\n " + id + " ";
    if (Files.isRegularFile(failed)) {
      Files.readAllLines(failed, StandardCharsets.UTF_8)
          .forEach(line -> out.println(visible(line)));
    } else if (Files.readString(board, StandardCharsets.UTF_8).contains(listed)) {
      out.println("No test of " + id + " failed in the last run.");
    } else {
      throw new ToolException("the last run of %s had no tests of %s".formatted(lab.name(), id));
    }
    if (isOlderThanSources(failed, board, lab)) {
      out.println("A source was saved after this run. Run mvn test again.");
    }
    return 0;
  }

  private static boolean isOlderThanSources(Path failed, Path board, LabProject lab)
      throws IOException {
    Path written = Files.isRegularFile(failed) ? failed : board;
    for (Path source : LabProject.sources(lab.mainSources())) {
      if (Files.getLastModifiedTime(source).compareTo(Files.getLastModifiedTime(written)) > 0) {
        return true;
      }
    }
    return false;
  }

  private static String visible(String line) {
    return line.replaceAll("[\\p{Cntrl}&&[^\\t]]", ".");
  }
}
