package firsthop.tool;

import java.io.PrintStream;
import java.util.List;

/** One command of {@code ./lab}. */
@FunctionalInterface
public interface LabCommand {

  /**
   * Runs the command.
   *
   * @param words the words after its name
   * @param out where it writes what the student asked for
   * @return the exit status, 0 if all is well
   * @throws ToolException with one line, if it cannot go on
   */
  int run(List<String> words, PrintStream out) throws Exception;
}
