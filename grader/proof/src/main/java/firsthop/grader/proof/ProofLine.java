package firsthop.grader.proof;

import firsthop.grader.control.Verdict;
import firsthop.grader.proof.Trial.Kind;
import firsthop.grader.result.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What has to hold for an exercise to be proven. */
public enum ProofLine {
  SKELETON("every test of the skeleton is open", ProofLine::ofSkeleton),
  REFERENCE("the reference earns every point", ProofLine::ofReference),
  RIGHT("what is right in another way earns every point", ProofLine::ofRight),
  STUBS("a stub earns nothing", ProofLine::ofStubs),
  WRONG("what is wrong loses points", ProofLine::ofWrong),
  NEIGHBOURS("what is wrong costs no other exercise points", ProofLine::ofNeighbours),
  TESTS("every hidden test catches a mistake", ProofLine::ofTests),
  HALF_DONE("half the work earns less than all of it with a mistake", ProofLine::ofHalfDone);

  private static final Set<Verdict> LOST =
      Set.of(Verdict.FAILED, Verdict.TIMED_OUT, Verdict.NOT_RUN, Verdict.CRASHED);

  private static final int MAX_MESSAGE_CHARS = 160;

  private final String sentence;
  private final Function<ExerciseProof, List<Defect>> check;

  ProofLine(String sentence, Function<ExerciseProof, List<Defect>> check) {
    this.sentence = sentence;
    this.check = check;
  }

  /** Returns what has to hold, as a sentence. */
  public String sentence() {
    return sentence;
  }

  /** Returns what does not hold; empty when all does. */
  public List<Defect> defects(ExerciseProof proof) {
    return check.apply(proof);
  }

  private static List<Defect> ofSkeleton(ExerciseProof proof) {
    return unexpected(
        proof,
        Kind.SKELETON,
        Set.of(Verdict.OPEN),
        "have every method of the skeleton throw its Todo, and every test call one first");
  }

  private static List<Defect> ofReference(ExerciseProof proof) {
    return unexpected(
        proof,
        Kind.REFERENCE,
        Set.of(Verdict.PASSED),
        "correct the reference, or the test where it asks for more than its clause says");
  }

  private static List<Defect> ofRight(ExerciseProof proof) {
    return unexpected(
        proof,
        Kind.RIGHT,
        Set.of(Verdict.PASSED),
        "have the test accept all that its clause allows, or correct the submission");
  }

  private static List<Defect> ofStubs(ExerciseProof proof) {
    return unexpected(
        proof, Kind.STUB, LOST, "have the test also ask for an answer that takes work");
  }

  private static List<Defect> ofNeighbours(ExerciseProof proof) {
    return unexpected(
        proof,
        Kind.NEIGHBOURS,
        Set.of(Verdict.PASSED),
        "have hidden tests call subjects of their own exercise only");
  }

  private static List<Defect> ofWrong(ExerciseProof proof) {
    List<Defect> defects = new ArrayList<>();
    for (TrialResult result : proof.of(Kind.WRONG)) {
      Set<Verdict> verdicts =
          result.tests().stream().map(TestResult::verdict).collect(Collectors.toSet());
      if (verdicts.equals(Set.of(Verdict.PASSED))) {
        defects.add(
            defect(
                proof,
                result.trial().words(),
                "a test that fails",
                "all " + result.tests().size() + " passed",
                "add a test of what it does wrong, or move it to right"));
      }
      result.tests().stream()
          .filter(test -> test.verdict() != Verdict.PASSED && !LOST.contains(test.verdict()))
          .map(
              test ->
                  defect(
                      proof,
                      result,
                      test,
                      "a verdict of the exam",
                      "have it compile, without a Todo"))
          .forEach(defects::add);
    }
    return defects;
  }

  private static List<Defect> ofHalfDone(ExerciseProof proof) {
    List<Defect> defects = new ArrayList<>();
    int best = proof.of(Kind.WRONG).stream().mapToInt(TrialResult::score).max().orElse(0);
    List<TrialResult> halves = proof.of(Kind.HALF_DONE);
    if (!halves.isEmpty() && (best < 1 || best >= proof.exercise().max())) {
      defects.add(
          defect(
              proof,
              "the best wrong submission",
              "1 to " + (proof.exercise().max() - 1) + " points",
              String.valueOf(best),
              "have each test ask for one thing, so that a mistake costs some of the points"));
    }
    for (TrialResult half : halves) {
      if (half.score() > best) {
        defects.add(
            defect(
                proof,
                half.trial().words(),
                "at most " + best + " points, as the best wrong submission has",
                String.valueOf(half.score()),
                "give the tests of this method more of the points"));
      }
    }
    return defects;
  }

  private static List<Defect> ofTests(ExerciseProof proof) {
    return proof.killMatrix().testsThatCatchNothing().stream()
        .map(
            test ->
                defect(
                    proof,
                    test,
                    "a mistake that it catches",
                    "none",
                    "add one to grader/exams/wrong/" + proof.exercise().id()))
        .toList();
  }

  private static List<Defect> unexpected(
      ExerciseProof proof, Kind kind, Set<Verdict> expected, String remedy) {
    String words =
        expected.stream().map(Verdict::label).sorted().collect(Collectors.joining(" or "));
    List<Defect> defects = new ArrayList<>();
    for (TrialResult result : proof.of(kind)) {
      result.tests().stream()
          .filter(test -> !expected.contains(test.verdict()))
          .map(test -> defect(proof, result, test, words, remedy))
          .forEach(defects::add);
    }
    return defects;
  }

  private static Defect defect(
      ExerciseProof proof, TrialResult result, TestResult test, String expected, String remedy) {
    String message = test.message().lines().map(String::strip).collect(Collectors.joining(" "));
    return defect(
        proof,
        result.trial().words() + ", " + test.test().key(),
        expected,
        test.verdict().label() + (message.isEmpty() ? "" : " (" + shortened(message) + ")"),
        remedy);
  }

  private static Defect defect(
      ExerciseProof proof, String what, String expected, String came, String remedy) {
    return new Defect(proof.exercise().id(), what, expected, came, remedy);
  }

  private static String shortened(String message) {
    return message.length() <= MAX_MESSAGE_CHARS
        ? message
        : message.substring(0, MAX_MESSAGE_CHARS) + "…";
  }
}
