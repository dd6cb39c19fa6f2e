package firsthop.tool.watch;

import firsthop.tool.ToolException;
import firsthop.tool.project.LabProject;
import firsthop.tool.project.SourceErrors;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Watches one lab. Everything but reading keys and results happens on the caller's thread. */
final class WatchSession implements Closeable {
  private static final int LOOK_MILLIS = 60;

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private final LabProject lab;
  private final PrintStream out;
  private final WatchBoard board;
  private final LabBuild build;
  private final SourceTimes times;
  private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
  private final Map<String, Integer> hintsShown = new HashMap<>();
  private TestRunProcess process = new TestRunProcess();
  private TestRunProcess spare = new TestRunProcess();
  private Optional<LabExercise> focus = Optional.empty();
  private @Nullable ExerciseRun run;
  private boolean isOver;

  WatchSession(LabProject lab, PrintStream out) throws IOException, ToolException {
    this.lab = lab;
    this.out = out;
    this.board = new WatchBoard(out);
    this.build = new LabBuild(lab);
    this.times = new SourceTimes(lab);
  }

  /** Gives a key to the session; any thread may call this. */
  void press(int key) {
    steps.add(() -> act(key));
  }

  /** Watches until somebody quits. */
  void watch() throws IOException, InterruptedException {
    while (!isOver) {
      Step step = steps.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      if (step != null) {
        step.run();
      } else {
        SourceTimes.Saved saved = times.look();
        if (saved.any()) {
          compileAndTest(saved);
        }
      }
    }
  }

  private void compileAndTest(SourceTimes.Saved saved) throws IOException {
    boolean isFirst = build.exercises().isEmpty();
    if (isFirst) {
      build.warmUp();
    }
    stopRun();
    out.println();
    SourceErrors errors = build.compile(saved.tests());
    if (!errors.isEmpty()) {
      out.println(board.language().doesNotCompile);
      errors.lines().forEach(board::writeMessage);
      out.println(board.language().correctErrors);
      out.println(board.language().keys);
      return;
    }
    board.take(build.exercises());
    List<LabExercise> touched = build.touched();
    if (touched.isEmpty()) {
      out.println(board.language().same);
      board.writeNext(focus);
    } else {
      start(touched, isFirst ? -1 : saved.millis());
    }
  }

  private void start(List<LabExercise> exercises, long savedMillis) {
    ExerciseRun next = new ExerciseRun(board, exercises, savedMillis);
    run = next;
    process.run(build.classPath(), next.testClasses(), new Results(next));
  }

  private void end(ExerciseRun ended, boolean isGone) throws IOException {
    run = null;
    ended.end(isGone);
    if (isGone) {
      replaceProcess();
    }
    focus = ended.wrong().isPresent() ? ended.wrong() : board.next();
    board.writeNext(focus);
  }

  /** Ends what still runs; a new process is ready already. */
  private void stopRun() throws IOException {
    if (run != null) {
      run = null;
      replaceProcess();
    }
  }

  private void replaceProcess() throws IOException {
    process.close();
    process = spare;
    spare = new TestRunProcess();
  }

  private void act(int key) throws IOException {
    switch (key) {
      case 'q', -1 -> isOver = true;
      case 'n' -> {
        focus = focus.isPresent() ? board.nextAfter(focus.get()) : board.next();
        focus.ifPresent(exercise -> board.write(exercise, -1));
        board.writeNext(focus);
      }
      case 'h' -> hint();
      case 'l' -> {
        focus.ifPresentOrElse(board::writeFailed, board::writeAll);
        board.writeNext(focus);
      }
      case 'a' -> {
        if (!build.exercises().isEmpty()) {
          stopRun();
          start(build.exercises(), -1);
        }
      }
      case 'g' -> {
        board.switchLanguage();
        board.writeAll();
        board.writeNext(focus);
      }
      default -> out.println(board.language().keys);
    }
  }

  private void hint() throws IOException {
    if (focus.isPresent()) {
      String id = focus.get().id();
      List<String> hints = HintFile.read(lab.folder().resolve("hints.md"), id);
      int shown = hintsShown.merge(id, 1, Integer::sum);
      if (shown > hints.size()) {
        out.println(String.format(board.language().noMoreHints, id));
      } else {
        out.println();
        out.println("[" + id + ", " + shown + "/" + hints.size() + "] " + hints.get(shown - 1));
        out.println();
      }
    }
    board.writeNext(focus);
  }

  @Override
  public void close() {
    process.close();
    spare.close();
  }

  /** Hears of results on another thread, and handles them on this session's. */
  private final class Results implements TestRunProcess.Listener {
    private final ExerciseRun own;

    Results(ExerciseRun own) {
      this.own = own;
    }

    @Override
    public void finished(CaseResult result) {
      later(() -> own.take(result));
    }

    @Override
    public void classEnded(String testClass) {
      later(() -> own.endClass(testClass));
    }

    @Override
    public void over(boolean isGone) {
      later(() -> end(own, isGone));
    }

    /** Drops what comes from a run that a save has ended. */
    private void later(Step step) {
      steps.add(
          () -> {
            if (run == own) {
              step.run();
            }
          });
    }
  }
}
