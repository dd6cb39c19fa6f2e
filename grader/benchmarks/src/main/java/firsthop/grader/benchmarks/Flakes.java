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
 * Grades right submissions, the reference solution and those in grader/exams/right, with many
 * seeds, and prints every verdict other than passed. Run it after ./firsthop or mvn package, on a
 * busy machine or an idle one:
 *
 * <pre>
 * stress-ng --cpu 4 &
 * java -cp "grader/benchmarks/target/grader-benchmarks.jar:grader/app/target/grader-app.jar:grader/app/target/lib/*" \
 *   firsthop.grader.benchmarks.Flakes \
 *   lab02 1 20 3
 * </pre>
 *
 * <p>Arguments: lab, first seed, last seed, number of benches. Do not build in the meantime: an
 * examiner loads classes from the jars when it needs them.
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
                  seed, result.id(), test.test().key(), test.verdict().label(), test.message());
            });
    result.notices().stream()
        .filter(notice -> notice.contains("when it was run again"))
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
