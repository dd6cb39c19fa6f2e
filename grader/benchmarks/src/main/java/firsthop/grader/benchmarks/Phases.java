package firsthop.grader.benchmarks;

import firsthop.grader.control.Compilation;
import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.ToExaminer;
import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import firsthop.grader.docker.DockerSandbox;
import firsthop.grader.grading.Grading;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.LastLines;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.ProcessSandbox;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.sandbox.SandboxKind;
import firsthop.grader.sandbox.Worker;
import firsthop.grader.submission.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Measures the phases of grading: grades copies of the reference solution, and prints the mean wall
 * time of each phase per submission. Run it after ./firsthop or mvn package:
 *
 * <pre>
 * TESTCONTAINERS_HOST_OVERRIDE=localhost TESTCONTAINERS_RYUK_DISABLED=true \
 *   java -cp "grader/benchmarks/target/grader-benchmarks.jar:grader/app/target/grader-app.jar:grader/app/target/lib/*" \
 *   firsthop.grader.benchmarks.Phases \
 *   docker 40 3
 * </pre>
 *
 * <p>Arguments: sandbox, number of copies, number of benches.
 */
public final class Phases {
  private static final LongAdder STARTING = new LongAdder();
  private static final LongAdder ENDING = new LongAdder();

  public static void main(String[] args) throws Exception {
    int copies = Integer.parseInt(args[1]);
    int benches = Integer.parseInt(args[2]);
    Installation installation = Installation.current();
    Course course = Course.read(installation);
    Map<String, Map<String, String>> sources = new TreeMap<>();
    course.labs().forEach(lab -> sources.put(lab.id(), lab.solutions()));
    List<Submission> submissions = new ArrayList<>();
    for (int i = 0; i < copies; i++) {
      submissions.add(new Submission("copy-" + i, sources, List.of()));
    }
    try (Sandbox sandbox = new Timed(open(args[0], installation));
        Grading grading = new Grading(sandbox, benches)) {
      List<Lab> labs = course.labs();
      grading.grade(submissions.subList(0, Math.min(copies, 2 * benches)), labs, result -> {});
      STARTING.reset();
      ENDING.reset();
      long start = System.nanoTime();
      List<SubmissionResult> results = grading.grade(submissions, labs, result -> {});
      print(results, (System.nanoTime() - start) / 1_000_000);
    }
  }

  private static Sandbox open(String kind, Installation installation) throws MachineFaultException {
    return kind.equals(SandboxKind.DOCKER.word())
        ? DockerSandbox.open(installation, Limits.STANDARD, null, System.err::println)
        : new ProcessSandbox(installation, Limits.STANDARD);
  }

  private static void print(List<SubmissionResult> results, long wallMillis) {
    int count = results.size();
    long whole = results.stream().mapToLong(SubmissionResult::millis).sum();
    long tests =
        results.stream()
            .flatMap(result -> result.labs().stream())
            .flatMap(lab -> lab.exercises().stream())
            .flatMap(exercise -> exercise.tests().stream())
            .mapToLong(test -> test.millis())
            .sum();
    long starting = STARTING.sum() / 1_000_000;
    long ending = ENDING.sum() / 1_000_000;
    System.out.printf("%d submissions, %.1f per minute%n", count, 60_000.0 * count / wallMillis);
    System.out.println("wall milliseconds per submission (benches overlap):");
    row("candidates started", starting, count);
    row("tests", tests, count);
    row("candidates removed", ending, count);
    row(
        "other: compilation, waiting for it, JVM start, clean-up",
        whole - starting - tests - ending,
        count);
    row("total", whole, count);
  }

  private static void row(String phase, long millis, int count) {
    System.out.printf("%8.1f  %s%n", (double) millis / count, phase);
  }

  /** A sandbox that measures the start and the end of candidates. */
  private record Timed(Sandbox sandbox) implements Sandbox {
    @Override
    public Description describe() {
      return sandbox.describe();
    }

    @Override
    public void captureOutput(Supplier<LastLines> outputs) {
      sandbox.captureOutput(outputs);
    }

    @Override
    public Worker<ToExaminer, FromExaminer> startExaminer() throws MachineFaultException {
      return sandbox.startExaminer();
    }

    @Override
    public Worker<Compilation.Request, Compilation.Result> startCompiler()
        throws MachineFaultException {
      return sandbox.startCompiler();
    }

    @Override
    public Candidate startCandidate(
        Worker<ToExaminer, FromExaminer> examiner, int port, String token)
        throws MachineFaultException {
      long start = System.nanoTime();
      Candidate candidate = sandbox.startCandidate(examiner, port, token);
      STARTING.add(System.nanoTime() - start);
      return exited -> {
        long ending = System.nanoTime();
        String exit = candidate.end(exited);
        ENDING.add(System.nanoTime() - ending);
        return exit;
      };
    }

    @Override
    public void close() {
      sandbox.close();
    }
  }
}
