package firsthop.grader.benchmarks;

import firsthop.grader.control.Compilation;
import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.ToExaminer;
import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import firsthop.grader.grading.Grading;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.LastLines;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.ProcessSandbox;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.sandbox.Worker;
import firsthop.grader.submission.Submission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Measures the hidden tests of each lab with the reference solution on one bench: the wall time
 * from the candidate's start to its end, the processor time of the candidate including its start
 * and end, and the processor time of the warm examiner. Prints minimum, median and maximum. It
 * needs Linux; run it after ./firsthop or mvn package:
 *
 * <pre>
 * java -cp "grader/benchmarks/target/grader-benchmarks.jar:grader/app/target/grader-app.jar:grader/app/target/lib/*" \
 *   firsthop.grader.benchmarks.LabTimes 11
 * </pre>
 *
 * <p>Argument: how often each lab is measured, in addition to four runs to warm up.
 */
public final class LabTimes {
  private static final int WARMING_UP = 4;
  private static final int MILLIS_PER_TICK = 10;
  private static final int UTIME = 11;
  private static final int CUTIME = 13;

  private static long wallNanos;
  private static long started;

  public static void main(String[] args) throws Exception {
    int times = Integer.parseInt(args[0]);
    Installation installation = Installation.current();
    Course course = Course.read(installation);
    System.out.println(
        "lab    wall ms                    candidate's CPU ms         examiner's CPU ms");
    for (Lab lab : course.labs()) {
      try (Sandbox sandbox = new Timed(new ProcessSandbox(installation, Limits.STANDARD));
          Grading grading = new Grading(sandbox, 1)) {
        Submission reference =
            new Submission("reference", Map.of(lab.id(), lab.solutions()), List.of());
        List<Long> walls = new ArrayList<>();
        List<Long> candidates = new ArrayList<>();
        List<Long> examiners = new ArrayList<>();
        for (int i = 0; i < WARMING_UP + times; i++) {
          long candidate = candidatesCpu();
          long examiner = examinersCpu();
          wallNanos = 0;
          SubmissionResult result =
              grading.grade(List.of(reference), List.of(lab), done -> {}).get(0);
          if (result.score() != result.max()) {
            throw new AssertionError("the reference solution earned " + result.score());
          }
          if (i >= WARMING_UP) {
            walls.add(wallNanos / 1_000_000);
            candidates.add(candidatesCpu() - candidate);
            examiners.add(examinersCpu() - examiner);
          }
        }
        System.out.printf(
            "%s  %-26s %-26s %s%n", lab.id(), spread(walls), spread(candidates), spread(examiners));
      }
    }
  }

  private static String spread(List<Long> values) {
    long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted[0] + " / " + sorted[sorted.length / 2] + " / " + sorted[sorted.length - 1];
  }

  /** Returns the time of all child processes that have ended: candidates, not the compiler. */
  private static long candidatesCpu() throws Exception {
    return ticks("self", CUTIME) * MILLIS_PER_TICK;
  }

  private static long examinersCpu() throws Exception {
    long ticks = 0;
    for (ProcessHandle child : ProcessHandle.current().children().toList()) {
      String command = Files.readString(Path.of("/proc/" + child.pid() + "/cmdline"));
      if (command.contains("firsthop.grader.examiner.Examiner")) {
        ticks += ticks(String.valueOf(child.pid()), UTIME);
      }
    }
    return ticks * MILLIS_PER_TICK;
  }

  /** Returns the sum of user and system time, which are adjacent fields. */
  private static long ticks(String process, int field) throws Exception {
    String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Arrays.stream(fields, field, field + 2).mapToLong(Long::parseLong).sum();
  }

  /** A sandbox that measures the time from a candidate's start to its end. */
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
      started = System.nanoTime();
      Candidate candidate = sandbox.startCandidate(examiner, port, token);
      return exited -> {
        String exit = candidate.end(exited);
        wallNanos += System.nanoTime() - started;
        return exit;
      };
    }

    @Override
    public void close() {
      sandbox.close();
    }
  }
}
