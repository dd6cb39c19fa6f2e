package firsthop.grader.report;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.TestKey;
import firsthop.grader.control.TraceEntry;
import firsthop.grader.control.Verdict;
import firsthop.grader.gradebook.StoredRun;
import firsthop.grader.marks.DueDates;
import firsthop.grader.marks.LateRule;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.Overrides;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.TestResult;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.settings.FeedbackLanguage;
import firsthop.grader.settings.FeedbackLevel;
import firsthop.grader.store.Excerpts;
import firsthop.grader.store.LabKey;
import firsthop.grader.store.MarkingPolicy;
import firsthop.grader.store.RunEnvironment;
import firsthop.grader.store.SampleSpecs;
import firsthop.grader.store.StoredResult;
import firsthop.grader.submission.SubmissionOrigin;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A made-up run of any size, as large in every other way as the real labs are. */
final class ReportSamples {
  static final List<String> LABS = List.of("lab01", "lab02", "lab03", "lab04");
  static final Instant DUE = Instant.parse("2026-10-01T14:59:00Z");

  private static final int EXERCISES = 7;
  private static final int TESTS = 14;
  private static final String[] NAMES = {
    "takes every valid form", "refuses leading zeros", "keeps the order", "waits no longer",
    "sends again what was lost", "closes once", "reads to the end", "answers both at a time"
  };

  private ReportSamples() {}

  /** Returns a run of so many submissions: {@code kim-001}, {@code kim-002} … */
  static StoredRun of(int submissions) {
    Random chance = new Random(7);
    return run(
        IntStream.rangeClosed(1, submissions)
            .mapToObj(i -> submission(String.format("kim-%03d", i), chance))
            .toList());
  }

  /**
   * Returns a run of these submissions, of which the first has an override and the second is late.
   */
  static StoredRun run(List<SubmissionResult> results) {
    List<PointsOverride> overrides =
        results.stream()
            .limit(1)
            .map(each -> new PointsOverride(each.id(), "1.1", 12, "seen in person", DUE))
            .toList();
    MarkRules rules =
        new MarkRules(
            new DueDates(Map.of(DueDates.ANY_LAB, DUE), Map.of()),
            new LateRule(BigDecimal.TEN, Duration.ofMinutes(15), BigDecimal.valueOf(50)),
            Map.of(),
            new Overrides(overrides));
    return new StoredRun(
        SampleSpecs.of(
            "submissions",
            "Computer Networks",
            new MarkingPolicy(rules, FeedbackLevel.HINTS, FeedbackLanguage.ENGLISH),
            LABS.toArray(String[]::new)),
        results.stream().map(ReportSamples::kept).toList());
  }

  static StoredResult kept(SubmissionResult result) {
    Map<String, LabKey> keys = new TreeMap<>();
    result.labs().forEach(lab -> keys.put(lab.id(), new LabKey("key")));
    Excerpts excerpts =
        new Excerpts(
            Map.of(
                "firsthop/lab/MyContract4.java",
                new TreeMap<>(
                    Map.of(
                        11, "  public byte[] write(Message message) {",
                        12, "    ByteBuffer out = ByteBuffer.allocate(512)",
                        13, "    out.putShort(message.id());",
                        14, "    return out.array();"))));
    RunEnvironment info =
        new RunEnvironment(
            "5b1c9a7f00d2e4aa",
            1,
            new Sandbox.Description(
                "docker", "firsthop-sandbox:1f2e", "17.0.15", true, Limits.STANDARD));
    return new StoredResult(result, keys, info, Map.of(), Map.of("lab02", excerpts), List.of());
  }

  static SubmissionResult submission(String id, Random chance) {
    double skill = Math.min(1, Math.max(0.05, 0.95 + 0.2 * chance.nextGaussian()));
    List<LabResult> labs = new ArrayList<>();
    boolean fault = id.endsWith("04");
    for (int lab = 1; lab <= LABS.size(); lab++) {
      labs.add(lab(lab, skill - 0.03 * lab, fault && lab == 3, chance));
    }
    boolean late = chance.nextInt(12) == 0;
    return new SubmissionResult(
        id,
        "a3f5".repeat(16),
        labs,
        chance.nextInt(6) == 0
            ? List.of("lab01/MyCodec.java is not UTF-8; it is read as x-windows-949")
            : List.of(),
        Instant.parse("2026-10-02T01:00:00Z").plusSeconds(chance.nextInt(3_000)),
        6_000 + chance.nextInt(9_000),
        new SubmissionOrigin(
            "Canvas",
            "Kim, Min " + id.substring(id.length() - 1),
            String.valueOf(4_000 + chance.nextInt(900)),
            Optional.of(late ? DUE.plus(Duration.ofHours(30)) : DUE.minusSeconds(3_600)),
            late));
  }

  private static LabResult lab(int number, double skill, boolean fault, Random chance) {
    List<ExerciseResult> exercises = new ArrayList<>();
    for (int i = 1; i <= EXERCISES; i++) {
      exercises.add(exercise(number + "." + i, skill - 0.015 * i, fault && i > 2, chance));
    }
    return new LabResult(
        "lab0" + number,
        exercises,
        Map.of(),
        false,
        fault ? List.of("not graded: the Docker engine went away") : List.of());
  }

  private static ExerciseResult exercise(String id, double skill, boolean fault, Random chance) {
    int kind = chance.nextInt(24);
    boolean broken = kind == 0 && id.equals("2.4");
    List<TestResult> results = new ArrayList<>();
    for (int i = 0; i < TESTS; i++) {
      String name = NAMES[i % NAMES.length].replace(' ', '_') + (i < NAMES.length ? "" : "_too");
      ExamPlan.Test test =
          new ExamPlan.Test(
              new TestKey(id, name), i == 0 ? 2 : 1, "RFC 791 says more of what is valid.", 4_000);
      results.add(
          fault
              ? TestResult.without(test, Verdict.NOT_GRADED, "the Docker engine went away")
              : broken
                  ? TestResult.without(
                      test,
                      Verdict.DID_NOT_COMPILE,
                      "line 12: ';' expected\nline 13: illegal start")
                  : kind == 1
                      ? TestResult.without(test, Verdict.OPEN, "the exercise is open")
                      : kind == 2
                          ? TestResult.without(test, Verdict.MISSING, "no file was found")
                          : tried(test, skill - 0.01 * i, chance));
    }
    return new ExerciseResult(
        new ExamPlan.Exercise(
            id,
            "An exercise of its own",
            "RFC 1350, section 4",
            "firsthop.lab.Contract" + id.charAt(2),
            results.stream().map(TestResult::test).toList()),
        results);
  }

  private static TestResult tried(ExamPlan.Test test, double skill, Random chance) {
    if (chance.nextDouble() < skill) {
      return new TestResult(test, Verdict.PASSED, "", null, List.of(), List.of(), 12);
    }
    List<TraceEntry> trace =
        chance.nextInt(4) > 0
            ? List.of()
            : List.of(
                new TraceEntry(150, "client:40000", "server:69", "RRQ octet notes.txt", "sent"),
                new TraceEntry(1_900, "server:69", "client:40000", "DATA 1, 512 bytes", "dropped"),
                new TraceEntry(501_900, "server:69", "client:40000", "DATA 1, 512 bytes", "sent"),
                new TraceEntry(502_100, "client:40000", "server:69", "ACK 1", "sent twice"));
    return switch (chance.nextInt(9)) {
      case 0 ->
          new TestResult(
              test,
              Verdict.TIMED_OUT,
              "It did not finish within 4000 ms. Last call: parse(\"127.1\")",
              null,
              List.of(),
              trace,
              4_000);
      case 1 -> TestResult.without(test, Verdict.CRASHED, "the process ended with exit code 0");
      case 2 ->
          new TestResult(
              test,
              Verdict.FAILED,
              "parse(\"192.0.2.1\") threw java.lang.NumberFormatException: For input string: \"\"",
              "java.lang.NumberFormatException",
              List.of("MyIpv4Codec.java:41", "MyIpv4Codec.java:17"),
              trace,
              9);
      default ->
          new TestResult(
              test,
              Verdict.FAILED,
              "parse(\"010.0.0.1\") should have been refused, but returned 10.0.0.1",
              null,
              List.of(),
              trace,
              8);
    };
  }
}
