package firsthop.grader.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Of several submissions of one student, the newest counts. */
final class Newest {
  private Newest() {}

  /** Return the newest of those with the same key; it says which others were left. */
  static List<HandedIn> of(List<HandedIn> submissions, Function<HandedIn, String> key) {
    Map<String, List<HandedIn>> byKey = new LinkedHashMap<>();
    submissions.forEach(
        each -> byKey.computeIfAbsent(key.apply(each), first -> new ArrayList<>()).add(each));
    return byKey.values().stream().map(Newest::of).toList();
  }

  /** Return the newest, where a later one in the list wins over one of the same time. */
  static HandedIn of(List<HandedIn> same) {
    HandedIn newest = same.get(0);
    for (HandedIn each : same) {
      newest = each.order() >= newest.order() ? each : newest;
    }
    if (same.size() == 1) {
      return newest;
    }
    HandedIn taken = newest;
    boolean known = same.stream().filter(each -> each.order() == taken.order()).count() == 1;
    String left =
        same.stream()
            .filter(each -> each != taken)
            .sorted(Comparator.comparing(HandedIn::order).reversed())
            .map(Newest::shown)
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

  private static String shown(HandedIn submission) {
    String name = submission.newestFirst() ? submission.id() : submission.root().name();
    return submission.arrival().at().map(at -> name + " of " + at).orElse(name);
  }
}
