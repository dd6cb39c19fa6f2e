package firsthop.grader.report;

import static firsthop.grader.report.Html.all;
import static firsthop.grader.report.Html.css;
import static firsthop.grader.report.Html.tag;
import static firsthop.grader.report.Html.text;

import firsthop.grader.result.SubmissionStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The key figures at the top of the page. */
final class KeyFigures {
  private KeyFigures() {}

  static Html of(ClassView view) {
    List<SubmissionEntry> came =
        view.entries().stream()
            .filter(entry -> entry.result().status() != SubmissionStatus.NOTHING_HANDED_IN)
            .toList();
    List<BigDecimal> totals =
        came.stream().map(SubmissionEntry::total).flatMap(Optional::stream).sorted().toList();
    List<Html> figures = new ArrayList<>();
    figures.add(figure("Submissions", String.valueOf(view.entries().size())));
    if (!totals.isEmpty()) {
      figures.add(figure("Median total", median(totals).toPlainString()));
      figures.add(figure("Mean total", mean(totals).toPlainString()));
      max(view).ifPresent(max -> figures.add(figure("Maximum total", max.toPlainString())));
    }
    figures.add(figure("Not graded", count(view, entry -> entry.result().notGraded())));
    long unreadable =
        view.entries().stream()
            .filter(entry -> entry.result().status() == SubmissionStatus.NOT_READABLE)
            .count();
    if (unreadable > 0) {
      figures.add(figure("Not readable", String.valueOf(unreadable)));
    }
    figures.add(figure("Late", count(view, SubmissionEntry::late)));
    figures.add(figure("Set by hand", count(view, each -> !each.marks().overrides().isEmpty())));
    Html all = tag("dl", css("figures"), all(figures));
    return came.size() == view.entries().size() || totals.isEmpty()
        ? all
        : all(
            all,
            tag(
                "p",
                css("note"),
                text("Median and mean count only submissions in which something was handed in.")));
  }

  /** Returns the largest maximum; it differs only where results come from different exams. */
  private static Optional<BigDecimal> max(ClassView view) {
    return view.entries().stream()
        .filter(entry -> entry.total().isPresent())
        .map(entry -> entry.marks().max())
        .max(BigDecimal::compareTo);
  }

  private static BigDecimal median(List<BigDecimal> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : mean(sorted.subList(middle - 1, middle + 1));
  }

  private static BigDecimal mean(List<BigDecimal> totals) {
    BigDecimal mean =
        totals.stream()
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(BigDecimal.valueOf(totals.size()), 1, RoundingMode.HALF_UP);
    return mean.stripTrailingZeros().scale() <= 0 ? mean.setScale(0, RoundingMode.DOWN) : mean;
  }

  private static String count(ClassView view, Predicate<SubmissionEntry> which) {
    return String.valueOf(view.entries().stream().filter(which).count());
  }

  private static Html figure(String name, String value) {
    return tag("div", tag("dt", text(name)), tag("dd", text(value)));
  }
}
