package firsthop.grader.proof.rules;

import firsthop.grader.proof.source.BadSourceException;
import java.io.IOException;

/** A rule for the sources of an exercise, in the order in which an author is told of them. */
public enum SourceRule {
  /** Every file is there and can be read. */
  FILES("files", FileRules::files),
  /** No file says TODO. */
  TODO("todo", FileRules::todo),
  /** The hidden tests are plain tests that take a subject. */
  EXAM("exam", ExamRules::exam),
  /** Every hidden test quotes the contract. */
  CLAUSES("clauses", ExamRules::clauses),
  /** The points of the hidden tests are those of the contract. */
  POINTS("points", ExamRules::points),
  /** Every hidden test has a hint, which shows no input. */
  HINTS("hints", ExamRules::hints),
  /** The lab's handout lists the exercise and teaches it. */
  HANDOUT("handout", HandoutRules::handout),
  /** The lab's file of hints has three hints for the exercise. */
  LAB_HINTS("lab-hints", HandoutRules::labHints),
  /** The Korean texts say what the English ones say. */
  KOREAN("korean", KoreanRule::korean),
  /** Every method of the skeleton throws its Todo. */
  OPEN("open", SkeletonRule::skeleton),
  /** The patches of the mistakes apply. */
  PATCHES("patches", PatchRule::patches),
  /** There is a mistake. */
  MISTAKES("mistakes", PatchRule::mistakes),
  /** The samples have copies of reference and skeleton. */
  SAMPLES("samples", SampleRules::copies),
  /** The table of the samples adds up. */
  TOTALS("totals", SampleRules::totals);

  private interface Check {
    RuleResult of(ExerciseSources sources) throws IOException;
  }

  private final String label;
  private final Check check;

  SourceRule(String label, Check check) {
    this.label = label;
    this.check = check;
  }

  /** Returns its name in one word. */
  public String label() {
    return label;
  }

  /**
   * Checks an exercise.
   *
   * @throws BadSourceException when a source cannot be understood that this rule needs; {@link
   *     #FILES} says so without it
   */
  public RuleResult check(ExerciseSources sources) throws IOException {
    return check.of(sources);
  }
}
