package firsthop.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.Verdict;
import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import firsthop.grader.grading.Compiler;
import firsthop.grader.grading.LabCompiler;
import firsthop.grader.grading.WaitLimits;
import firsthop.grader.proof.Trial.Kind;
import firsthop.grader.proof.warm.WarmPool;
import firsthop.grader.result.TestResult;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.ProcessSandbox;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What warm processes promise: no submission meets what another one left behind. */
@ResourceLock("candidate processes")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WarmPoolIT {
  private static final String EXERCISE = "1.1";

  private final Installation installation = Installation.current();
  private ProcessSandbox sandbox;
  private WarmPool pool;
  private Compiler compiler;
  private TrialBench bench;
  private Lab lab;
  private int before;

  /** Something that is left for the whole process, and how a later submission could see it. */
  private enum Left {
    PROPERTY("System.setProperty(\"left\", \"here\");", "System.getProperty(\"left\") != null"),
    LOCALE(
        "java.util.Locale.setDefault(java.util.Locale.KOREA);",
        "java.util.Locale.getDefault().equals(java.util.Locale.KOREA)"),
    TIME_ZONE(
        "java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone(\"Asia/Seoul\"));",
        "java.util.TimeZone.getDefault().getID().equals(\"Asia/Seoul\")"),
    STANDARD_OUTPUT("System.setOut(System.err);", "System.out == System.err"),
    EXCEPTION_HANDLER(
        "Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});",
        "Thread.getDefaultUncaughtExceptionHandler() != null"),
    FILE("new java.io.File(\"left\").mkdir();", "new java.io.File(\"left\").exists()"),
    THREAD(
        """
        Thread left =
            new Thread(
                () -> {
                  while (true) {
                    java.util.concurrent.locks.LockSupport.park();
                  }
                },
                "left");
        left.setDaemon(true);
        left.start();
        """,
        "Thread.getAllStackTraces().keySet().stream()"
            + ".anyMatch(thread -> thread.getName().equals(\"left\"))");

    private final String leave;
    private final String probe;

    Left(String statement, String condition) {
      this.leave = "static { " + statement + " }";
      this.probe =
          "{ if (" + condition + ") { throw new IllegalStateException(\"met what was left\"); } }";
    }
  }

  @BeforeAll
  void open() throws Exception {
    lab = Course.read(installation).labs().get(0);
    sandbox = new ProcessSandbox(installation, Limits.STANDARD);
    pool = new WarmPool(installation, Limits.STANDARD);
    compiler = new Compiler(sandbox, WaitLimits.STANDARD);
    bench =
        new TrialBench(
            1, sandbox, pool, new LabCompiler(compiler, WaitLimits.STANDARD.compilations()));
  }

  /** Begins with a process that has served. */
  @BeforeEach
  void warmUp() throws Exception {
    assertThat(verdicts("")).containsOnly(Verdict.PASSED);
    before = pool.started();
  }

  @AfterAll
  void close() {
    bench.close();
    compiler.close();
    pool.close();
    sandbox.close();
  }

  @Test
  void one_process_serves_many_submissions() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(verdicts("")).containsOnly(Verdict.PASSED);
    }
    assertThat(pool.started()).isEqualTo(before);
  }

  @Test
  void every_submission_has_classes_of_its_own() throws Exception {
    String counts = "private static int made; { if (++made > 9) { throw new Error(); } }";
    assertThat(verdicts(counts)).hasSize(9).containsOnly(Verdict.PASSED);
    assertThat(verdicts(counts)).containsOnly(Verdict.PASSED);
    assertThat(verdicts(counts.replace("9", "8"))).containsOnlyOnce(Verdict.FAILED);
    assertThat(pool.started()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void what_a_submission_leaves_behind_meets_no_later_one(Left left) throws Exception {
    assertThat(verdicts(left.leave)).containsOnly(Verdict.PASSED);
    assertThat(verdicts(left.probe)).containsOnly(Verdict.PASSED);
    assertThat(pool.started()).isEqualTo(before + 1);
    assertThat(verdicts(left.leave + left.probe)).doesNotContain(Verdict.PASSED);
  }

  @Test
  void a_process_that_ends_is_replaced() throws Exception {
    String exits = "private static int made; { if (made++ == 0) { System.exit(7); } }";
    List<TestResult> results = grade(exits);
    assertThat(results.get(0).verdict()).isEqualTo(Verdict.CRASHED);
    assertThat(results.get(0).message()).contains("exit status 7");
    int ended = pool.started();
    assertThat(verdicts("")).containsOnly(Verdict.PASSED);
    assertThat(pool.started()).isLessThanOrEqualTo(ended + 1);
  }

  private List<Verdict> verdicts(String member) throws Exception {
    return grade(member).stream().map(TestResult::verdict).toList();
  }

  /** Grades the reference with something more in its class. */
  private List<TestResult> grade(String member) throws Exception {
    ExamPlan plan = bench.plan();
    ExamPlan.Exercise exercise =
        plan.exercises().stream().filter(each -> each.id().equals(EXERCISE)).findFirst().get();
    String path = Lab.studentPath(exercise.contract());
    String source =
        lab.solutions()
            .get(path)
            .replaceFirst("class MyIpv4Codec [^{]*\\{", "$0 " + Matcher.quoteReplacement(member));
    Trial trial = new Trial(Kind.RIGHT, exercise, "with " + member, Map.of(path, source));
    return bench.grade(trial, lab, plan, true).tests();
  }
}
