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

/**
 * Shows the progress of a run: a bar on a terminal, otherwise one line per submission. Thread-safe.
 */
interface Progress extends AutoCloseable {
  /** Reports one more finished submission. */
  void done(SubmissionResult result);

  @Override
  void close();

  /**
   * Returns a bar if standard error is a terminal, otherwise lines.
   *
   * @param standing the number of submissions that are finished already
   * @param rules the rules of the marks, as in the table at the end
   */
  static Progress of(int submissions, int standing, MarkRules rules, PrintWriter err) {
    return onTerminal()
        ? new Bar(submissions, standing, rules)
        : new Lines(submissions, standing, rules, err);
  }

  /**
   * From JDK 22 on, a console exists without a terminal, too, but can be asked whether it is one.
   */
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

  /** A bar with the submissions per minute and the remaining time. */
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

  /** Counts the results that need an instructor's attention. */
  final class Tally {
    private final MarkRules rules;
    private int failed;
    private int notGraded;

    Tally(MarkRules rules) {
      this.rules = rules;
    }

    /** Counts one result, and returns the counts as text. */
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
