package firsthop.grader.cli;

import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.SubmissionMarks;
import firsthop.grader.result.SubmissionResult;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a run is: a bar on a terminal, else a line a submission. Any thread may tell. */
interface Progress extends AutoCloseable {
  /** One more is done. */
  void done(SubmissionResult result);

  @Override
  void close();

  /**
   * Returns what suits the standard error stream.
   *
   * @param standing how many of the submissions are done already
   * @param rules by which marks count, as the table shows them at the end
   */
  static Progress of(int submissions, int standing, MarkRules rules, PrintWriter err) {
    return onTerminal()
        ? new Bar(submissions, standing, rules)
        : new Lines(submissions, standing, rules, err);
  }

  /** From JDK 22 on there is a console also where there is no terminal, and a way to ask it. */
  static boolean onTerminal() {
    Console console = System.console();
    try {
      return console != null
          && Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (NoSuchMethodException olderJdk) {
      return true;
    } catch (ReflectiveOperationException unknown) {
      return false;
    }
  }

  /** A bar that moves, with how many a minute there are and how long it will take. */
  final class Bar implements Progress {
    private static final int MAX_NAME_COLUMNS = 20;

    private final ProgressBar bar;
    private final Tally tally;

    Bar(int submissions, int standing, MarkRules rules) {
      this.tally = new Tally(rules);
      this.bar =
          new ProgressBarBuilder()
              .setTaskName("Grading")
              .setInitialMax(submissions)
              .startsFrom(standing, Duration.ZERO)
              .setStyle(ProgressBarStyle.ASCII)
              .setSpeedUnit(ChronoUnit.MINUTES)
              .showSpeed()
              .build();
    }

    @Override
    public void done(SubmissionResult result) {
      String name = TerminalText.cut(TerminalText.plain(result.id()), MAX_NAME_COLUMNS);
      bar.setExtraMessage(" " + tally.add(result) + " " + name);
      bar.step();
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /** Plain lines, for logs. */
  final class Lines implements Progress {
    private final int submissions;
    private final MarkRules rules;
    private final PrintWriter err;
    private int done;

    Lines(int submissions, int standing, MarkRules rules, PrintWriter err) {
      this.rules = rules;
      this.submissions = submissions;
      this.done = standing;
      this.err = err;
    }

    @Override
    public synchronized void done(SubmissionResult result) {
      SubmissionMarks marks = rules.marks(result);
      String score =
          marks.isComplete(result)
              ? marks.after().toPlainString() + " of " + marks.max().toPlainString() + ", "
              : "";
      err.printf(
          "%d/%d %s: %s%s%n",
          ++done, submissions, TerminalText.plain(result.id()), score, result.status().label());
      err.flush();
    }

    @Override
    public void close() {}
  }

  /** Counts what an instructor would want to know before the end. */
  final class Tally {
    private final MarkRules rules;
    private int failed;
    private int notGraded;

    Tally(MarkRules rules) {
      this.rules = rules;
    }

    /** Takes one in, and returns the counts in words. */
    synchronized String add(SubmissionResult result) {
      SubmissionMarks marks = rules.marks(result);
      if (!marks.isComplete(result)) {
        notGraded++;
      } else if (marks.after().signum() == 0) {
        failed++;
      }
      return failed + " failed, " + notGraded + " not graded;";
    }
  }
}
