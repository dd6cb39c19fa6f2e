package firsthop.grader.benchmarks;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.Verdict;
import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import firsthop.grader.grading.Grading;
import firsthop.grader.grading.WaitLimits;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.ProcessSandbox;
import firsthop.grader.submission.Submission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Grades what is right, the reference and the submissions in grader/exams/right, again and again
 * with other seeds, and prints every verdict that is not passed. After ./firsthop or mvn package,
 * with a busy machine or without one:
 *
 * <pre>
 * stress-ng --cpu 4 &
 * java -cp "grader/benchmarks/target/grader-benchmarks.jar:grader/app/target/grader-app.jar:grader/app/target/lib/*" \
 *   firsthop.grader.benchmarks.Flakes \
 *   lab02 1 20 3
 * </pre>
 *
 * Arguments: lab, first seed, last seed, benches. Build nothing meanwhile: an examiner loads what
 * it needs from the jars when it needs it.
 */
public final class Flakes {
  public static void main(String[] args) throws Exception {
    Installation installation = Installation.current();
    Lab lab = Course.read(installation).find(args[0]).orElseThrow();
    int last = Integer.parseInt(args[2]);
    int graded = 0;
    int flakes = 0;
    for (int seed = Integer.parseInt(args[1]); seed <= last; seed++) {
      try (ProcessSandbox sandbox = new ProcessSandbox(installation, Limits.STANDARD);
          Grading grading =
              new Grading(sandbox, Integer.parseInt(args[3]), seed, WaitLimits.STANDARD)) {
        List<Submission> right = right(installation.home(), lab, grading.plan());
        for (SubmissionResult result : grading.grade(right, List.of(lab), done -> {})) {
          graded++;
          flakes += print(seed, result);
        }
        System.out.printf("seed %d done, %d gradings so far%n", seed, graded);
      }
    }
    System.out.printf("%s: %d gradings, %d verdicts other than passed%n", args[0], graded, flakes);
  }

  private static int print(int seed, SubmissionResult result) {
    int[] count = {0};
    result.labs().stream()
        .flatMap(lab -> lab.exercises().stream())
        .flatMap(exercise -> exercise.tests().stream())
        .filter(test -> test.verdict() != Verdict.PASSED)
        .forEach(
            test -> {
              count[0]++;
              System.out.printf(
                  "seed %d, %s: %s %s: %s%n",
                  seed, result.id(), test.test().key(), test.verdict().words(), test.message());
            });
    result.notices().stream()
        .filter(notice -> notice.contains("second look"))
        .forEach(notice -> System.out.printf("seed %d, %s: %s%n", seed, result.id(), notice));
    return count[0];
  }

  private static List<Submission> right(Path home, Lab lab, ExamPlan plan) throws Exception {
    List<Submission> all = new ArrayList<>();
    all.add(new Submission("reference", Map.of(lab.id(), lab.solutions()), List.of()));
    for (ExamPlan.Exercise exercise : plan.exercises()) {
      if (exercise.lab() == lab.number()) {
        for (Path folder : list(home.resolve("grader/exams/right").resolve(exercise.id()))) {
          String own = Lab.studentPath(exercise.contract());
          Map<String, String> sources = new TreeMap<>(lab.solutions());
          for (Path file : list(folder)) {
            sources.put(
                own.substring(0, own.lastIndexOf('/') + 1) + file.getFileName(),
                Files.readString(file));
          }
          all.add(
              new Submission(
                  exercise.id() + " " + folder.getFileName(),
                  Map.of(lab.id(), sources),
                  List.of()));
        }
      }
    }
    return all;
  }

  private static List<Path> list(Path folder) throws Exception {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.sorted().toList();
    }
  }
}
