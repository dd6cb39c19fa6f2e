package firsthop.grader.intake;

import firsthop.grader.archives.Notices;
import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
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
  private final Course course;
  private final ExpectedClasses expected;
  private final LabSources sources;
  private final Notices notices;
  private final Map<String, Set<String>> words = new HashMap<>();

  HelperClasses(Course course, ExpectedClasses expected, LabSources sources, Notices notices) {
    this.course = course;
    this.expected = expected;
    this.sources = sources;
    this.notices = notices;
  }

  /**
   * Adds each helper class to its labs.
   *
   * @param unused receives the helper classes that belong to no lab
   */
  void place(Collection<SubmittedSource> helpers, Collection<SubmittedSource> unused) {
    sources.chosen().forEach(each -> addWords(each.lab(), each.source()));
    Map<Lab, List<SubmittedSource>> left = new HashMap<>();
    Set<SubmittedSource> placed = new HashSet<>();
    course.labs().forEach(lab -> left.put(lab, new ArrayList<>(helpers)));
    boolean found = true;
    while (found) {
      found = false;
      for (Lab lab : course.labs()) {
        Iterator<SubmittedSource> each = left.get(lab).iterator();
        while (each.hasNext()) {
          SubmittedSource helper = each.next();
          if (place(lab, helper)) {
            each.remove();
            placed.add(helper);
            found = true;
          }
        }
      }
    }
    helpers.stream().filter(helper -> !placed.contains(helper)).forEach(unused::add);
  }

  private boolean place(Lab lab, SubmittedSource helper) {
    String right = sources.moves(lab).get(helper.packageName());
    if (right != null) {
      return isAlone(helper) || isUsed(lab, helper) ? add(lab, helper.movedTo(right)) : false;
    }
    if (helper.packageName().isEmpty() || ExpectedClasses.isReserved(helper.packageName())) {
      return false;
    }
    Optional<Lab> around = expected.labAround(helper);
    return around.isPresent()
        ? around.get().equals(lab) && add(lab, helper)
        : isUsed(lab, helper) && add(lab, helper);
  }

  /** Returns whether only one lab has a class that was in the package of a helper. */
  private boolean isAlone(SubmittedSource helper) {
    return course.labs().stream()
            .filter(lab -> sources.moves(lab).containsKey(helper.packageName()))
            .count()
        == 1;
  }

  private boolean isUsed(Lab lab, SubmittedSource helper) {
    Set<String> used = words.getOrDefault(lab.id(), Set.of());
    return helper.types().types().stream().anyMatch(type -> used.contains(type.name()));
  }

  private boolean add(Lab lab, SubmittedSource helper) {
    Optional<String> given = course.given(helper.path());
    if (given.isEmpty()) {
      addWords(lab, helper);
      sources.add(lab, helper);
    } else if (!helper.hasLinesOf(given.get())) {
      notices.add(helper.displayPath() + SourceFinder.CHANGED);
    }
    return true;
  }

  private void addWords(Lab lab, SubmittedSource source) {
    words.computeIfAbsent(lab.id(), first -> new HashSet<>()).addAll(source.words());
  }
}
