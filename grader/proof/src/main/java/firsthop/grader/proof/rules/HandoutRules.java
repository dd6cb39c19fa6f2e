package firsthop.grader.proof.rules;

import firsthop.grader.proof.Defect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a lab's handout and hints say of each exercise. */
final class HandoutRules {
  private static final int HINTS = 3;

  private HandoutRules() {}

  static RuleResult handout(ExerciseSources sources) throws IOException {
    String file = sources.files().shown(sources.files().handout());
    MarkdownFile handout = MarkdownFile.read(sources.files().handout());
    List<String> cells =
        List.of(
            sources.heading(),
            "`My" + sources.files().contract() + ".java`",
            String.valueOf(sources.contract().points()));
    List<Defect> defects = new ArrayList<>();
    if (handout.lines().stream().noneMatch(line -> isRow(line, cells))) {
      defects.add(
          sources.defect(
              "the table in " + file,
              "| %s | … | %s | %s | …".formatted(cells.toArray()),
              came(handout, sources.files().id()),
              "write title, file and points as the contract has them"));
    }
    if (handout.section(sources.heading()).isEmpty()) {
      defects.add(missingSection(sources, file, "teach there what the exercise is about"));
    }
    return new RuleResult("a row of the table, and a section", defects);
  }

  static RuleResult labHints(ExerciseSources sources) throws IOException {
    String file = sources.files().shown(sources.files().hints());
    List<Defect> defects = new ArrayList<>();
    MarkdownFile.read(sources.files().hints())
        .section(sources.heading())
        .ifPresentOrElse(
            section -> {
              long hints = section.stream().filter(line -> line.startsWith("### ")).count();
              if (hints != HINTS) {
                defects.add(
                    sources.defect(
                        "the section in " + file,
                        HINTS + " hints with a ### heading",
                        String.valueOf(hints),
                        "write a nudge, an idea, and what is nearly there"));
              }
            },
            () -> defects.add(missingSection(sources, file, "write three hints there")));
    return new RuleResult("a nudge, an idea, nearly there", defects);
  }

  private static Defect missingSection(ExerciseSources sources, String file, String remedy) {
    String heading;
    try {
      heading = "## " + sources.heading();
    } catch (IOException readBefore) {
      throw new IllegalStateException(readBefore);
    }
    return sources.defect(file, "a section \"" + heading + "\"", "none", remedy);
  }

  private static String came(MarkdownFile handout, String id) {
    return handout.lines().stream()
        .filter(line -> line.startsWith("| " + id + " "))
        .findFirst()
        .orElse("no row of " + id);
  }

  /** The second cell says what the exercise is about; those after the fourth are free. */
  private static boolean isRow(String line, List<String> expected) {
    String[] cells = line.split("\\|", -1);
    return cells.length > 5
        && cells[0].isEmpty()
        && List.of(cells[1].strip(), cells[3].strip(), cells[4].strip()).equals(expected);
  }
}
