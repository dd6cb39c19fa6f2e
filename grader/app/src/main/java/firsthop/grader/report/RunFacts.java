package firsthop.grader.report;

import static firsthop.grader.report.Html.all;
import static firsthop.grader.report.Html.css;
import static firsthop.grader.report.Html.tag;
import static firsthop.grader.report.Html.text;

import firsthop.grader.result.SubmissionResult;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.store.RunEnvironment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The facts of the run: when and how it was graded. There are several if a run continued an earlier
 * one with other settings.
 */
final class RunFacts {
  private RunFacts() {}

  static Html of(ClassView view) {
    Map<RunEnvironment, List<SubmissionResult>> runs = new LinkedHashMap<>();
    for (SubmissionEntry entry : view.entries()) {
      runs.computeIfAbsent(entry.kept().run(), first -> new ArrayList<>()).add(entry.result());
    }
    List<Html> all = new ArrayList<>();
    runs.forEach((run, results) -> all.add(run(run, results, view)));
    if (!view.weights().isEmpty()) {
      all.add(
          tag(
              "dl",
              css("facts"),
              fact("Weights in totals", text(String.join(", ", view.weights())))));
    }
    return PageFragments.section("run", "The run", all(all));
  }

  private static Html run(RunEnvironment run, List<SubmissionResult> results, ClassView view) {
    Instant began =
        results.stream().map(SubmissionResult::started).min(Instant::compareTo).orElseThrow();
    Instant ended =
        results.stream()
            .map(each -> each.started().plusMillis(each.millis()))
            .max(Instant::compareTo)
            .orElseThrow();
    List<Long> millis =
        results.stream().map(SubmissionResult::millis).sorted(Comparator.naturalOrder()).toList();
    Limits limits = run.sandbox().limits();
    return tag(
        "dl",
        css("facts"),
        fact(
            "Graded",
            ReportText.time(began, view.zone()),
            text(" to "),
            ReportText.time(ended, view.zone()),
            text(" (" + view.zone() + ")")),
        fact("Submissions", text(String.valueOf(results.size()))),
        fact(
            "Time per submission",
            text(
                ReportText.duration(millis.get(millis.size() / 2))
                    + " (median), "
                    + ReportText.duration(millis.get(millis.size() - 1))
                    + " (maximum)")),
        fact("Sandbox", text(sandbox(run))),
        fact("JDK", text(run.sandbox().jdk())),
        fact(
            "Limits",
            text(
                limits.heapMiB()
                    + " MiB of heap, "
                    + limits.memoryMiB()
                    + " MiB of memory in total, "
                    + limits.processes()
                    + " processes and threads, "
                    + limits.openFiles()
                    + " open files, "
                    + limits.scratchMiB()
                    + " MiB of writable space, "
                    + limits.cpus()
                    + " processors")),
        fact("Exam", text(run.examVersion() + ", seed " + run.seed())));
  }

  private static String sandbox(RunEnvironment run) {
    String network =
        run.sandbox().ownNamespace() ? "a separate network for each bench" : "no separate network";
    return run.sandbox().image().isEmpty()
        ? run.sandbox().kind() + ", " + network
        : run.sandbox().kind() + ", image " + run.sandbox().image() + ", " + network;
  }

  private static Html fact(String name, Html... value) {
    return tag("div", tag("dt", text(name)), tag("dd", value));
  }
}
