package firsthop.grader.platforms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Chooses the newest of several submissions of one student. */
public final class NewestAttempt {
  private NewestAttempt() {}

  /**
   * Returns the newest submission for each key. It says which other submissions with the same key
   * are left out.
   */
  public static List<ReceivedSubmission> of(
      List<ReceivedSubmission> submissions, Function<ReceivedSubmission, String> key) {
    Map<String, List<ReceivedSubmission>> byKey = new LinkedHashMap<>();
    submissions.forEach(
        each -> byKey.computeIfAbsent(key.apply(each), first -> new ArrayList<>()).add(each));
    return byKey.values().stream().map(NewestAttempt::of).toList();
  }

  /** Returns the newest submission; of two with the same time, the later one in the list. */
  public static ReceivedSubmission of(List<ReceivedSubmission> same) {
    ReceivedSubmission newest = same.get(0);
    for (ReceivedSubmission each : same) {
      newest = each.order() >= newest.order() ? each : newest;
    }
    if (same.size() == 1) {
      return newest;
    }
    ReceivedSubmission chosen = newest;
    boolean known = same.stream().filter(each -> each.order() == chosen.order()).count() == 1;
    String others =
        same.stream()
            .filter(each -> each != chosen)
            .sorted(Comparator.comparing(ReceivedSubmission::order).reversed())
            .map(NewestAttempt::shown)
            .collect(Collectors.joining(", "));
    return chosen.withLeftOut(
        "there are %d submissions%s: %s; left out: %s"
            .formatted(
                same.size(),
                known
                    ? "; the newest counts"
                    : ", and it is unknown which one is the newest; this one counts",
                shown(chosen),
                others));
  }

  private static String shown(ReceivedSubmission submission) {
    String name = submission.newestFirst() ? submission.id() : submission.root().name();
    return submission.arrival().at().map(at -> name + " (" + at + ")").orElse(name);
  }
}
