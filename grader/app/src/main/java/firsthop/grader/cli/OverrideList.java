package firsthop.grader.cli;

import firsthop.grader.marks.Overrides;
import firsthop.grader.marks.PointsOverride;
import java.io.PrintWriter;

/** Prints the overrides of a folder of results, one per line. */
final class OverrideList {
  private OverrideList() {}

  static void print(Overrides overrides, PrintWriter terminal) {
    for (PointsOverride word : overrides.all()) {
      terminal.println(
          TerminalText.plain(
              word.submission()
                  + " "
                  + word.exercise()
                  + ": "
                  + word.points()
                  + ", given "
                  + word.at()
                  + ": "
                  + word.reason()));
    }
    if (overrides.all().isEmpty()) {
      terminal.println("There are no overrides.");
    }
  }
}
