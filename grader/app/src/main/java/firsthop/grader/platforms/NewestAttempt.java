package firsthop.grader.platforms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Of several submissions of one student, the newest counts. */
public final class NewestAttempt {
  private NewestAttempt() {}

  /** Returns the newest of those with the same key; it says which others were left. */
  public static List<ReceivedSubmission> of(
      List<ReceivedSubmission> submissions, Function<ReceivedSubmission, String> key) {
    Map<String, List<ReceivedSubmission>> byKey = new LinkedHashMap<>();
    submissions.forEach(
        each -> byKey.computeIfAbsent(key.apply(each), first -> new ArrayList<>()).add(each));
    return byKey.values().stream().map(NewestAttempt::of).toList();
  }

  /** Returns the newest, where a later one in the list wins over one of the same time. */
  public static ReceivedSubmission of(List<ReceivedSubmission> same) {
    ReceivedSubmission newest = same.get(0);
    for (ReceivedSubmission each : same) {
      newest = each.order() >= newest.order() ? each : newest;
    }
    if (same.size() == 1) {
      return newest;
    }
    ReceivedSubmission taken = newest;
    boolean known = same.stream().filter(each -> each.order() == taken.order()).count() == 1;
    String left =
        same.stream()
            .filter(each -> each != taken)
            .sorted(Comparator.comparing(ReceivedSubmission::order).reversed())
            .map(NewestAttempt::shown)
            .collect(Collectors.joining(", "));
    return taken.noticed(
        "of "
            + same.size()
            + " submissions "
            + (known
                ? "the newest counts, "
                : "it is not known which is the newest; what counts is ")
            + shown(taken)
            + "; left out: "
            + left);
  }

  private static String shown(ReceivedSubmission submission) {
    String name = submission.newestFirst() ? submission.id() : submission.root().name();
    return submission.arrival().at().map(at -> name + " of " + at).orElse(name);
  }
}
