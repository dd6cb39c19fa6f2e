package firsthop.grader.report;

import static firsthop.grader.report.Html.all;
import static firsthop.grader.report.Html.css;
import static firsthop.grader.report.Html.tag;
import static firsthop.grader.report.Html.text;

import firsthop.grader.control.Compilation;
import firsthop.grader.store.Excerpts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The errors of javac in one file, each below the line in which it is. */
final class CompileErrors {
  private static final String ERROR = "(?m)^(?=line \\d{1,7}: )";
  private static final String BEFORE_MESSAGE = "line \\d{1,7}: ";
  private static final String NUMBER = "%s%5d  ";
  private static final int BESIDE_NUMBER = 9;

  private CompileErrors() {}

  static Html of(String path, String problem, Excerpts excerpts) {
    NavigableMap<Integer, String> lines = excerpts.files().getOrDefault(path, new TreeMap<>());
    Map<Integer, Set<String>> messagesByLine = new TreeMap<>();
    List<Html> elsewhere = new ArrayList<>();
    for (String error : problem.split(ERROR, Compilation.MAX_PROBLEMS + 1)) {
      List<Integer> blamed = Excerpts.errors(error);
      if (!blamed.isEmpty() && lines.containsKey(blamed.get(0))) {
        messagesByLine
            .computeIfAbsent(blamed.get(0), first -> new LinkedHashSet<>())
            .add(error.replaceFirst(BEFORE_MESSAGE, "").stripTrailing());
      } else {
        elsewhere.add(TestBlock.message(error.stripTrailing()));
      }
    }
    return all(
        tag("p", tag("code", text(path))),
        all(elsewhere),
        lines.isEmpty() ? Html.none() : source(lines, messagesByLine));
  }

  private static Html source(
      NavigableMap<Integer, String> lines, Map<Integer, Set<String>> messagesByLine) {
    List<Html> shown = new ArrayList<>();
    int before = lines.firstKey() - 1;
    for (Map.Entry<Integer, String> line : lines.entrySet()) {
      if (line.getKey() != before + 1) {
        shown.add(tag("span", css("no"), text("      …\n")));
      }
      before = line.getKey();
      Set<String> messages = messagesByLine.getOrDefault(before, Set.of());
      shown.add(line(before, line.getValue(), !messages.isEmpty()));
      messages.forEach(message -> shown.add(message(message)));
    }
    return tag("pre", css("source"), tag("code", shown));
  }

  private static Html line(int number, String line, boolean blamed) {
    return tag(
        "span",
        css(blamed ? "line blamed" : "line"),
        tag("span", css("no"), text(String.format(NUMBER, blamed ? "> " : "  ", number))),
        text(line + "\n"));
  }

  private static Html message(String message) {
    return tag(
        "strong", text(Escape.cut(message, TestBlock.MAX_MESSAGE_CHARS).indent(BESIDE_NUMBER)));
  }
}
