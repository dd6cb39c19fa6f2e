package firsthop.grader.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What came of a run of the program.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it printed to the standard error stream
 */
record Run(int code, String out, String err) {
  static Run of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Run(code, out.toString(), err.toString());
  }
}
