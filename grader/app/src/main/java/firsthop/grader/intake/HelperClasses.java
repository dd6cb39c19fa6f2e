package firsthop.grader.intake;

import firsthop.grader.archives.Notices;
import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives classes that a student added in packages of their own to the labs in which the student's
 * build compiles them: to the lab whose folder or package contains them, or else to every lab whose
 * sources use them. If the package of a lab's class was corrected, the classes beside it move with
 * it.
 */
final class HelperClasses {
  /** Whether a helper class is compiled in a lab. */
  private enum Belonging {
    ALWAYS,
    IF_USED,
    NEVER
  }

  private final Course course;
  private final ExpectedClasses expected;
  private final LabSources sources;
  private final Notices notices;

  /** In how many labs the classes of a package were moved to another one. */
  private final Map<String, Integer> movesOf = new HashMap<>();

  private final Map<SubmittedSource, Boolean> placed = new IdentityHashMap<>();

  HelperClasses(Course course, ExpectedClasses expected, LabSources sources, Notices notices) {
    this.course = course;
    this.expected = expected;
    this.sources = sources;
    this.notices = notices;
    course
        .labs()
        .forEach(
            lab ->
                sources.moves(lab).keySet().forEach(from -> movesOf.merge(from, 1, Integer::sum)));
  }

  /**
   * Adds each helper class to its labs.
   *
   * @param unused receives the helper classes that belong to no lab
   */
  void place(Collection<SubmittedSource> helpers, Collection<SubmittedSource> unused) {
    for (Lab lab : course.labs()) {
      place(lab, helpers);
    }
    helpers.stream().filter(helper -> !placed.containsKey(helper)).forEach(unused::add);
  }

  private void place(Lab lab, Collection<SubmittedSource> helpers) {
    Map<String, String> moves = sources.moves(lab);
    Deque<SubmittedSource> toRead = new ArrayDeque<>();
    for (LabSources.Chosen each : sources.chosen()) {
      if (each.lab().equals(lab)) {
        toRead.add(each.source());
      }
    }
    Map<String, List<SubmittedSource>> ifUsed = new HashMap<>();
    for (SubmittedSource helper : helpers) {
      switch (belonging(lab, helper, moves)) {
        case ALWAYS -> add(lab, helper, moves).ifPresent(toRead::add);
        case IF_USED ->
            helper
                .types()
                .types()
                .forEach(
                    type ->
                        ifUsed
                            .computeIfAbsent(type.name(), first -> new ArrayList<>())
                            .add(helper));
        case NEVER -> {}
      }
    }
    Set<String> seen = new HashSet<>();
    while (!toRead.isEmpty()) {
      for (String word : toRead.remove().words()) {
        for (SubmittedSource helper : ifUsed.getOrDefault(word, List.of())) {
          if (seen.add(helper.displayPath())) {
            add(lab, helper, moves).ifPresent(toRead::add);
          }
        }
      }
    }
  }

  private Belonging belonging(Lab lab, SubmittedSource helper, Map<String, String> moves) {
    String declared = helper.packageName();
    if (movesOf.containsKey(declared)) {
      if (!moves.containsKey(declared)) {
        return Belonging.NEVER;
      }
      return movesOf.get(declared) == 1 ? Belonging.ALWAYS : Belonging.IF_USED;
    }
    if (declared.isEmpty() || ReservedPackages.contains(declared)) {
      return Belonging.NEVER;
    }
    return expected
        .labAround(helper)
        .map(around -> around.equals(lab) ? Belonging.ALWAYS : Belonging.NEVER)
        .orElse(Belonging.IF_USED);
  }

  /** Adds a helper class to a lab; returns it as it was added, or empty if it is a given file. */
  private Optional<SubmittedSource> add(
      Lab lab, SubmittedSource helper, Map<String, String> moves) {
    placed.put(helper, true);
    String right = moves.get(helper.packageName());
    SubmittedSource source = right == null ? helper : helper.movedTo(right);
    Optional<String> given = course.given(source.path());
    if (given.isEmpty()) {
      sources.add(lab, source);
      return Optional.of(source);
    }
    if (!source.hasLinesOf(given.get())) {
      notices.add(source.displayPath() + SourceFinder.CHANGED);
    }
    return Optional.empty();
  }
}
