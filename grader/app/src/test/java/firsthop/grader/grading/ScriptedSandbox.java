package firsthop.grader.grading;

import firsthop.grader.control.Compilation;
import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.TestKey;
import firsthop.grader.control.ToExaminer;
import firsthop.grader.control.Verdict;
import firsthop.grader.sandbox.LastLines;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.sandbox.Worker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A sandbox whose workers are threads that follow a script. The scripted compiler makes of every
 * source a class whose bytes are the source, so that an examination can tell submissions apart.
 */
public final class ScriptedSandbox implements Sandbox {
  /** What an examiner does with a request. */
  public interface Examination {
    /**
     * Examines.
     *
     * @param examiner which of the sandbox's examiners this is, counted from 1
     * @throws EndOfProcess to end the process
     */
    void run(
        int examiner,
        ToExaminer.Examine request,
        ScriptedConversation<ToExaminer, FromExaminer> grader)
        throws Exception;
  }

  /** What a compiler does with a request. */
  interface Compiling {
    void run(
        Compilation.Request request,
        ScriptedConversation<Compilation.Request, Compilation.Result> grader)
        throws Exception;
  }

  /** Ends a scripted worker's process. */
  public static final class EndOfProcess extends IOException {
    private static final long serialVersionUID = 1L;
  }

  final AtomicInteger examiners = new AtomicInteger();
  final AtomicInteger compilers = new AtomicInteger();
  final List<String> candidates = Collections.synchronizedList(new ArrayList<>());
  private final IntFunction<ExamPlan> plans;
  private Examination examination = (examiner, request, grader) -> passAll(request, grader);
  private Compiling compiling = (request, grader) -> grader.say(compiled(request));
  private Consumer<String> startingCandidate = token -> {};
  private final AtomicInteger outages = new AtomicInteger();
  private final AtomicInteger unnoticed = new AtomicInteger();
  private final AtomicInteger waits = new AtomicInteger();
  private int brokenStarts;
  private boolean gone;
  private @Nullable Supplier<LastLines> heard;

  public ScriptedSandbox(ExamPlan plan) {
    this(examiner -> plan);
  }

  /** Makes one whose examiners may differ in what they can examine. */
  ScriptedSandbox(IntFunction<ExamPlan> plans) {
    this.plans = plans;
  }

  public ScriptedSandbox examining(Examination script) {
    examination = script;
    return this;
  }

  ScriptedSandbox compiling(Compiling script) {
    compiling = script;
    return this;
  }

  /** Does this when a candidate is started, with its token. */
  ScriptedSandbox startingCandidates(Consumer<String> script) {
    startingCandidate = script;
    return this;
  }

  /** Lets no examiner but the first so many start. */
  ScriptedSandbox startingOnly(int working) {
    brokenStarts = working;
    return this;
  }

  /** The engine goes away, and whatever runs with it. */
  void loseAll() {
    outages.incrementAndGet();
  }

  /** The engine goes away, which is noticed only by who waits for it. */
  void loseAllUnnoticed() {
    unnoticed.incrementAndGet();
  }

  /** Returns how often somebody waited for an outage to come through. */
  int waits() {
    return waits.get();
  }

  /** After it has gone away, the engine does not come back. */
  void staysAway() {
    gone = true;
  }

  @Override
  public long outages() {
    return outages.get();
  }

  @Override
  public boolean awaitOutage(long before, Duration limit) {
    waits.incrementAndGet();
    outages.addAndGet(unnoticed.getAndSet(0));
    return outages.get() != before;
  }

  @Override
  public boolean awaitReady(Duration limit) {
    return !gone;
  }

  @Override
  public Description describe() {
    return new Description("scripted", "", "17", true, Limits.STANDARD);
  }

  @Override
  public Worker<ToExaminer, FromExaminer> startExaminer() throws MachineFaultException {
    int number = examiners.incrementAndGet();
    if (brokenStarts > 0 && number > brokenStarts) {
      throw new MachineFaultException("no examiner starts any more");
    }
    return ScriptedConversation.start(
        "examiner " + number,
        ToExaminer.class,
        FromExaminer.class,
        grader -> {
          grader.hear();
          grader.say(new FromExaminer.Planned(plans.apply(number)));
          while (grader.hear() instanceof ToExaminer.Examine request) {
            examination.run(number, request, grader);
          }
        });
  }

  @Override
  public Worker<Compilation.Request, Compilation.Result> startCompiler() {
    return ScriptedConversation.start(
        "compiler " + compilers.incrementAndGet(),
        Compilation.Request.class,
        Compilation.Result.class,
        grader -> {
          for (Compilation.Request request = grader.hear();
              request != null;
              request = grader.hear()) {
            compiling.run(request, grader);
          }
        });
  }

  @Override
  public Candidate startCandidate(
      Worker<ToExaminer, FromExaminer> examiner, int port, String token) {
    startingCandidate.accept(token);
    if (heard != null) {
      LastLines words = heard.get();
      words.add(("wrote " + token).getBytes(StandardCharsets.UTF_8));
      words.end();
    }
    candidates.add("started " + token);
    return ended -> {
      candidates.add("ended " + token);
      return ended ? "exit status 0" : "ended by the grader";
    };
  }

  @Override
  public void captureOutput(Supplier<LastLines> outputs) {
    heard = outputs;
  }

  @Override
  public void close() {}

  static Compilation.Result compiled(Compilation.Request request) {
    Map<String, byte[]> classes = new HashMap<>();
    request
        .sources()
        .forEach(
            (path, text) ->
                classes.put(
                    path.replace(".java", "").replace('/', '.'),
                    text.getBytes(StandardCharsets.UTF_8)));
    return new Compilation.Result(true, classes, List.of());
  }

  /** Tells whether any of the classes handed in came from a source with this text in it. */
  public static boolean saysAnywhere(ToExaminer.Examine request, String text) {
    return request.handedIn().values().stream()
        .anyMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains(text));
  }

  public static void passAll(
      ToExaminer.Examine request, ScriptedConversation<ToExaminer, FromExaminer> grader)
      throws IOException {
    for (TestKey test : request.tests()) {
      grader.say(decided(test, Verdict.PASSED));
    }
    grader.say(new FromExaminer.Finished(List.of()));
  }

  /** Returns a verdict without any detail. */
  public static FromExaminer.Decided decided(TestKey test, Verdict verdict) {
    return new FromExaminer.Decided(
        test, verdict, verdict == Verdict.PASSED ? "" : "why", null, List.of(), List.of(), 1);
  }
}
