package firsthop.grader.report;

import static firsthop.grader.report.Html.all;
import static firsthop.grader.report.Html.css;
import static firsthop.grader.report.Html.tag;
import static firsthop.grader.report.Html.text;

import firsthop.grader.control.Compilation;
import firsthop.grader.gradebook.Excerpts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What javac said of one file, each error with the lines around it. */
final class CompileErrors {
  private static final String ERROR = "(?m)^(?=line \\d{1,7}: )";

  private CompileErrors() {}

  static Html of(String path, String problem, Excerpts excerpts) {
    NavigableMap<Integer, String> lines = excerpts.files().getOrDefault(path, new TreeMap<>());
    List<Html> parts = new ArrayList<>();
    parts.add(tag("p", tag("code", text(path))));
    for (String error : problem.split(ERROR, Compilation.MAX_PROBLEMS + 1)) {
      parts.add(TestBlock.message(error.stripTrailing()));
      Excerpts.errors(error).stream().findFirst().ifPresent(line -> parts.add(source(line, lines)));
    }
    return tag("div", css("compile"), all(parts));
  }

  private static Html source(int error, NavigableMap<Integer, String> lines) {
    Map<Integer, String> around =
        lines.subMap(error - Excerpts.AROUND, true, error + Excerpts.AROUND, true);
    if (around.isEmpty()) {
      return Html.none();
    }
    List<Html> shown = new ArrayList<>();
    around.forEach(
        (number, line) ->
            shown.add(
                tag(
                    "span",
                    css(number == error ? "line blamed" : "line"),
                    tag("span", css("no"), text((number == error ? "> " : "  ") + number + "  ")),
                    text(line + "\n"))));
    return tag("pre", css("source"), tag("code", shown));
  }
}
