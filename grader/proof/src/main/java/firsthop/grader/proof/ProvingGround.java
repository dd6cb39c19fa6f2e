package firsthop.grader.proof;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import firsthop.grader.grading.Compiler;
import firsthop.grader.grading.LabCompiler;
import firsthop.grader.grading.WaitLimits;
import firsthop.grader.proof.warm.WarmPool;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.ProcessSandbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * Proves exercises: grades all their trials on a few benches. Trials whose candidates open sockets
 * get fresh processes, the others warm ones.
 */
public final class ProvingGround implements AutoCloseable {
  /** As many as there are processors grade trials that compute. */
  private static final int COMPUTING = Runtime.getRuntime().availableProcessors();

  /** Trials on sockets mostly wait: for a reply that does not come, or until their time is over. */
  private static final int WAITING = 4 * Runtime.getRuntime().availableProcessors();

  /**
   * Stubs and mistakes make test after test wait until its time is over; what is right does not.
   */
  private static final Comparator<Trial> LONGEST_FIRST =
      Comparator.comparing(
          trial -> trial.kind() != Trial.Kind.STUB && trial.kind() != Trial.Kind.WRONG);

  private final Installation installation;
  private final Course course;
  private final ProcessSandbox sandbox;
  private final WarmPool pool;
  private final Compiler compiler;
  private final List<TrialBench> benches = new ArrayList<>();
  private final ExamPlan plan;

  /**
   * Opens the ground; benches start when they are first needed.
   *
   * @throws MachineFaultException when no examiner can be started
   */
  public ProvingGround(Installation installation) throws IOException, MachineFaultException {
    this.installation = installation;
    course = Course.read(installation);
    sandbox = new ProcessSandbox(installation, Limits.STANDARD);
    pool = new WarmPool(installation, Limits.STANDARD);
    compiler = new Compiler(sandbox, WaitLimits.STANDARD);
    LabCompiler labCompiler = new LabCompiler(compiler, WaitLimits.STANDARD.compilations());
    for (int number = 1; number <= COMPUTING + WAITING; number++) {
      benches.add(new TrialBench(number, sandbox, pool, labCompiler));
    }
    plan = benches.get(0).plan();
  }

  /** Returns all that can be proven. */
  public ExamPlan plan() {
    return plan;
  }

  /** Returns the course whose exercises are proven. */
  public Course course() {
    return course;
  }

  /** Grades all trials of these exercises. */
  public List<ExerciseProof> prove(Collection<ExamPlan.Exercise> exercises)
      throws IOException, InterruptedException {
    List<Trial> trials = new ArrayList<>();
    for (ExamPlan.Exercise exercise : exercises) {
      trials.addAll(trials(exercise));
    }
    Map<Trial, TrialResult> results = grade(trials, trial -> !trial.opensSockets());
    return exercises.stream()
        .map(
            exercise ->
                new ExerciseProof(
                    exercise,
                    trials.stream()
                        .filter(trial -> trial.exercise().equals(exercise))
                        .map(results::get)
                        .toList()))
        .toList();
  }

  /**
   * Grades trials.
   *
   * @param warm whether the candidates of a trial may have served other trials before
   */
  Map<Trial, TrialResult> grade(List<Trial> trials, Predicate<Trial> warm)
      throws InterruptedException {
    Queue<Trial> waiting = new ConcurrentLinkedQueue<>();
    Queue<Trial> computing = new ConcurrentLinkedQueue<>();
    trials.stream()
        .sorted(LONGEST_FIRST)
        .forEach(trial -> (trial.waits() ? waiting : computing).add(trial));
    Map<Trial, TrialResult> results = new ConcurrentHashMap<>();
    ExecutorService threads = Executors.newFixedThreadPool(benches.size());
    try {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int i = 0; i < benches.size(); i++) {
        TrialBench bench = benches.get(i);
        List<Queue<Trial>> queues = i < COMPUTING ? List.of(computing, waiting) : List.of(waiting);
        tasks.add(
            () -> {
              for (Queue<Trial> queue : queues) {
                for (Trial trial = queue.poll(); trial != null; trial = queue.poll()) {
                  Lab lab = lab(trial.exercise());
                  results.put(trial, bench.grade(trial, lab, plan, warm.test(trial)));
                }
              }
              return null;
            });
      }
      for (Future<Void> task : threads.invokeAll(tasks)) {
        task.get();
      }
      return results;
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a trial could not be graded", failed.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /** Returns all that is graded to prove an exercise. */
  List<Trial> trials(ExamPlan.Exercise exercise) throws IOException {
    return new Trials(plan, lab(exercise), installation.home().resolve("grader/exams"))
        .of(exercise);
  }

  Lab lab(ExamPlan.Exercise exercise) {
    return course.labs().stream()
        .filter(lab -> lab.number() == exercise.lab())
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    benches.forEach(TrialBench::close);
    compiler.close();
    pool.close();
    sandbox.close();
  }
}
