package firsthop.grader.app;

import firsthop.grader.gradebook.SubmissionResult;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a run is: a bar on a terminal, else a line a submission. */
interface Progress extends AutoCloseable {
  void done(SubmissionResult result);

  @Override
  void close();

  /** Return what suits the standard error stream. */
  static Progress of(int submissions, PrintWriter err) {
    return System.console() != null ? new Bar(submissions) : new Lines(submissions, err);
  }

  /** A bar that moves. */
  final class Bar implements Progress {
    private final ProgressBar bar;

    Bar(int submissions) {
      this.bar =
          new ProgressBarBuilder()
              .setTaskName("Grading")
              .setInitialMax(submissions)
              .setStyle(ProgressBarStyle.ASCII)
              .build();
    }

    @Override
    public void done(SubmissionResult result) {
      bar.step();
      bar.setExtraMessage(result.id());
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /** Plain lines, for logs. */
  final class Lines implements Progress {
    private final int submissions;
    private final PrintWriter err;
    private int done;

    Lines(int submissions, PrintWriter err) {
      this.submissions = submissions;
      this.err = err;
    }

    @Override
    public synchronized void done(SubmissionResult result) {
      err.printf(
          "%d/%d %s: %d of %d, %s%n",
          ++done, submissions, result.id(), result.score(), result.max(), result.status().words());
      err.flush();
    }

    @Override
    public void close() {}
  }
}
