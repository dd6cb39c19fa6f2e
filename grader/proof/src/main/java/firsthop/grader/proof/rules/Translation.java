package firsthop.grader.proof.rules;

import firsthop.grader.proof.Defect;
import java.util.ArrayList;
import java.util.List;

/**
 * A section in English, and the same in another language.
 *
 * @param where the place of the translation, for messages
 */
record Translation(
    ExerciseSources sources, String where, MarkdownSection english, MarkdownSection translated) {

  /**
   * Adds what the translation lacks. It may have more numbers and more code in its sentences: a
   * language may repeat a name, and write digits where English has a word.
   */
  void check(List<Defect> defects) {
    same("headings", english.levels(), translated.levels(), defects);
    sameCode(defects);
    same("rows of tables", english.tables(), translated.tables(), defects);
    holds("the code", english.spans(), translated.spans(), defects);
    holds("the link", english.targets(), translated.targets(), defects);
    holds("the number", english.numbers(), translated.numbers(), defects);
  }

  /** Returns what a text lacks of another one, each as often as it is missing. */
  static List<String> missing(List<String> expected, List<String> came) {
    List<String> missing = new ArrayList<>(expected);
    came.forEach(missing::remove);
    return missing;
  }

  private void same(String what, List<?> expected, List<?> came, List<Defect> defects) {
    if (!expected.equals(came)) {
      defects.add(
          sources.defect(
              where,
              "the " + what + " of the English text: " + expected,
              String.valueOf(came),
              "translate each, and add none"));
    }
  }

  private void sameCode(List<Defect> defects) {
    List<String> expected = english.code();
    List<String> came = translated.code();
    for (int i = 0; i < Math.max(expected.size(), came.size()); i++) {
      String line = i < expected.size() ? expected.get(i) : "no more code";
      String other = i < came.size() ? came.get(i) : "no more code";
      if (!line.equals(other)) {
        defects.add(
            sources.defect(
                where,
                "the line of code \"" + line + "\"",
                "\"" + other + "\"",
                "copy the blocks of code, unchanged"));
        return;
      }
    }
  }

  private void holds(String what, List<String> expected, List<String> came, List<Defect> defects) {
    for (String each : missing(expected, came)) {
      long times = expected.stream().filter(each::equals).count();
      long found = came.stream().filter(each::equals).count();
      defects.add(
          sources.defect(
              where,
              "%s %s %d times, as in the English text".formatted(what, each, times),
              found == 0 ? "none" : String.valueOf(found),
              "write it where the English text has it"));
    }
  }
}
