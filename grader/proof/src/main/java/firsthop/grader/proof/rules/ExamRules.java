package firsthop.grader.proof.rules;

import firsthop.grader.proof.Defect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What holds for the hidden tests of every exercise. */
final class ExamRules {
  /** A hint may hold shorter pieces of a test by chance. */
  private static final int TELLING_CHARS = 3;

  private ExamRules() {}

  static RuleResult exam(ExerciseSources sources) throws IOException {
    String contract = sources.files().contract();
    ExamSource exam = sources.exam();
    List<Defect> defects = new ArrayList<>();
    if (!exam.contract().equals(contract)) {
      defects.add(
          sources.defect(
              "the @Exam of " + name(sources),
              contract + ".class",
              exam.contract() + ".class",
              "name the contract after which the class is named"));
    }
    if (exam.tests().isEmpty()) {
      defects.add(sources.defect(name(sources), "hidden tests", "none", "write one with @Test"));
    }
    for (String stray : exam.strays()) {
      defects.add(
          sources.defect(
              name(sources) + "." + stray,
              "a plain test or a private method",
              "something else",
              "mark it with @Test, make it private, or give a class a file of its own"));
    }
    for (HiddenTest test : exam.tests()) {
      if (!new HashSet<>(test.subjects()).equals(Set.of(contract))) {
        defects.add(
            sources.defect(
                name(sources) + "." + test.name(),
                "subjects of the type " + contract,
                String.valueOf(test.subjects()),
                "give it a parameter @Subject " + contract));
      }
      if (test.points() == 0) {
        defects.add(
            sources.defect(
                name(sources) + "." + test.name(), "@Points", "none", "say what it is worth"));
      }
    }
    return new RuleResult(Count.of(exam.tests().size(), "hidden test"), defects);
  }

  static RuleResult clauses(ExerciseSources sources) throws IOException {
    String javadoc = sources.contract().javadoc();
    List<Defect> defects = new ArrayList<>();
    int all = 0;
    for (HiddenTest test : sources.exam().tests()) {
      all += test.clauses().size();
      if (test.clauses().isEmpty()) {
        defects.add(
            sources.defect(
                test.name(), "a @Clause", "none", "quote the sentence on which the test rests"));
      }
      for (String clause : test.clauses()) {
        if (clause.isBlank() || !javadoc.contains(JavadocText.plain(clause))) {
          defects.add(
              sources.defect(
                  test.name(),
                  "a sentence of the Javadoc of " + sources.files().contract(),
                  "\"" + clause + "\"",
                  "quote the contract to the letter, or add the sentence to it"));
        }
      }
    }
    return new RuleResult(Count.of(all, "quotation") + " of the contract", defects);
  }

  static RuleResult points(ExerciseSources sources) throws IOException {
    List<HiddenTest> tests = sources.exam().tests();
    int expected = sources.contract().points();
    List<Defect> defects = new ArrayList<>();
    if (expected <= 0) {
      defects.add(
          sources.defect(
              "the @Points of " + sources.files().contract(),
              "more than 0",
              String.valueOf(expected),
              "say what the exercise is worth"));
    }
    for (HiddenTest test : tests) {
      if (test.points() < 0) {
        defects.add(
            sources.defect(
                test.name(), "@Points of 1 or more", String.valueOf(test.points()), "raise them"));
      }
    }
    int sum = tests.stream().mapToInt(HiddenTest::points).sum();
    if (sum != expected) {
      defects.add(
          sources.defect(
              "the points of the hidden tests",
              expected + ", the @Points of " + sources.files().contract(),
              String.valueOf(sum),
              "change the @Points of a test or of the contract"));
    }
    return new RuleResult(
        "%s, %d points in all".formatted(Count.of(tests.size(), "test"), sum), defects);
  }

  static RuleResult hints(ExerciseSources sources) throws IOException {
    List<HiddenTest> tests = sources.exam().tests();
    List<Defect> defects = new ArrayList<>();
    for (HiddenTest test : tests) {
      if (test.hint().isBlank()) {
        defects.add(
            sources.defect(test.name(), "a @Hint", "none", "name the trap that the test is about"));
      }
      for (String shown : shownInput(test, test.hint())) {
        defects.add(tells(sources, "the hint of " + test.name(), shown));
      }
    }
    return new RuleResult(
        Count.of(tests.size(), "hint")
            + (tests.size() == 1 ? " that shows no input" : " that show no input"),
        defects);
  }

  /** Returns the texts of a test that a hint shows, in whatever language it is. */
  static List<String> shownInput(HiddenTest test, String hint) {
    return test.literals().stream()
        .filter(literal -> literal.length() >= TELLING_CHARS && hint.contains(literal))
        .toList();
  }

  /** Returns the defect of a hint that shows a text of its test. */
  static Defect tells(ExerciseSources sources, String what, String shown) {
    return sources.defect(
        what,
        "nothing of what the test asks",
        "\"" + shown + "\"",
        "name the trap without the input");
  }

  private static String name(ExerciseSources sources) {
    return sources.files().contract() + "Exam";
  }
}
