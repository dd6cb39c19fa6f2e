package firsthop.grader.export;

import firsthop.grader.common.NameKey;
import firsthop.grader.export.MoodleWorksheet.Participant;
import firsthop.grader.platforms.MoodleWord;
import firsthop.grader.result.SubmissionStatus;
import firsthop.grader.submission.AccountOwner;
import firsthop.grader.submission.SubmissionOrigin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the participants of a Moodle worksheet to whom a submission belongs. The number in a
 * folder's name is a participant's, or a group's if the assignment is for teams; the name of the
 * folder does not say which. So the worksheet must agree: the number and the name belong to one
 * participant, or the name is a group's. Moodle's {@code mod/assign/classes/downloader.php} makes
 * the names.
 */
final class MoodleParticipants {
  private final List<Participant> all;
  private final Map<String, Participant> byNumber;
  private final List<String> contradictions = new ArrayList<>();
  private final Set<String> contradicted = new HashSet<>();

  MoodleParticipants(List<Participant> participants) {
    all = participants;
    byNumber =
        participants.stream().collect(Collectors.toMap(Participant::number, Function.identity()));
  }

  /**
   * Returns the participants of each submission, by submission id. A participant of two submissions
   * belongs to none. A submission without any number of Moodle belongs to the only participant with
   * its name.
   */
  Map<String, List<Participant>> find(List<ExportedSubmission> submissions) {
    Map<String, List<Participant>> found = new LinkedHashMap<>();
    for (ExportedSubmission each : submissions) {
      List<Participant> own = isNamedByMoodle(each) ? handedIn(each, find(each)) : List.of();
      if (!own.isEmpty()) {
        found.put(each.id(), own);
      }
    }
    dropShared(found);
    Set<Participant> taken =
        found.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
    RowMatcher<Participant> names = new RowMatcher<>();
    all.forEach(each -> names.add(NameKey.ignoringCase(each.name()), each));
    names
        .find(submissions, none -> Stream.of(), MoodleParticipants::nameFromElsewhere)
        .forEach(
            (id, participant) -> {
              if (!taken.contains(participant)) {
                found.put(id, List.of(participant));
              }
            });
    for (ExportedSubmission each : submissions) {
      if (!isNamedByMoodle(each) && found.containsKey(each.id())) {
        found.put(each.id(), handedIn(each, found.get(each.id())));
      }
    }
    return found;
  }

  private void dropShared(Map<String, List<Participant>> found) {
    Map<Participant, String> owner = new HashMap<>();
    Set<Participant> shared = new HashSet<>();
    found.forEach(
        (id, own) ->
            own.forEach(
                participant -> {
                  String other = owner.putIfAbsent(participant, id);
                  if (other != null) {
                    shared.add(participant);
                    contradicted.addAll(List.of(other, id));
                    contradictions.add(
                        participant.id() + " belongs to two submissions: " + other + ", " + id);
                  }
                }));
    found.replaceAll(
        (id, own) -> own.stream().filter(participant -> !shared.contains(participant)).toList());
  }

  /** Returns one line for each submission or participant without a mark, with the reason. */
  List<String> contradictions() {
    return contradictions;
  }

  /** Returns the ids of the submissions that the contradictions are about. */
  Set<String> contradicted() {
    return contradicted;
  }

  private void contradict(ExportedSubmission graded, String why) {
    contradicted.add(graded.id());
    contradictions.add(graded.id() + ": " + why);
  }

  /** Returns whether Moodle's download names it; else, the name is from the roster or a folder. */
  private static boolean isNamedByMoodle(ExportedSubmission graded) {
    SubmissionOrigin arrival = graded.result().arrival();
    return arrival.from().equals(MoodleWord.MOODLE)
        && (!arrival.account().isEmpty() || MoodleWord.DEFAULT_GROUP.is(arrival.person()));
  }

  private static Stream<String> nameFromElsewhere(ExportedSubmission graded) {
    return isNamedByMoodle(graded) ? Stream.of() : Stream.of(NameKey.ignoringCase(graded.person()));
  }

  private List<Participant> find(ExportedSubmission graded) {
    SubmissionOrigin arrival = graded.result().arrival();
    Optional<Participant> numbered =
        arrival.accountOwner() == AccountOwner.GROUP
            ? Optional.empty()
            : Optional.ofNullable(byNumber.get(arrival.account()));
    if (numbered.isPresent() && isNamed(numbered.get(), arrival)) {
      return List.of(numbered.get());
    }
    List<Participant> team = team(arrival.person());
    if (team.stream().map(each -> NameKey.ignoringCase(each.group())).distinct().count() > 1) {
      contradict(graded, "more than one group has a name like " + arrival.person());
      return List.of();
    }
    if (team.isEmpty() && numbered.isPresent()) {
      String name = numbered.get().name();
      contradict(
          graded,
          "%s %s in the worksheet, and no group is called %s"
              .formatted(
                  numbered.get().id(),
                  name.isEmpty() ? "has no name" : "is called " + name,
                  arrival.person()));
    }
    return team;
  }

  /** Blind marking has no names, but its numbers are certainly those of people. */
  private static boolean isNamed(Participant participant, SubmissionOrigin arrival) {
    if (arrival.person().isEmpty() || participant.name().isEmpty()) {
      return arrival.accountOwner() == AccountOwner.PERSON;
    }
    return NameKey.orders(arrival.person()).stream()
        .anyMatch(NameKey.orders(participant.name())::contains);
  }

  /** Returns the members of a group; the letters and digits count if no group has this name. */
  private List<Participant> team(String name) {
    List<Participant> exact = team(name, NameKey::ignoringCase);
    return exact.isEmpty() ? team(name, NameKey::letters) : exact;
  }

  private List<Participant> team(String name, UnaryOperator<String> form) {
    String key = form.apply(name);
    return all.stream()
        .filter(
            participant ->
                participant.group().isEmpty()
                    ? MoodleWord.DEFAULT_GROUP.is(name)
                    : form.apply(participant.group()).equals(key))
        .toList();
  }

  /** Returns those whose status in the worksheet does not contradict the submission. */
  private List<Participant> handedIn(ExportedSubmission graded, List<Participant> participants) {
    List<Participant> consistent = new ArrayList<>();
    for (Participant each : participants) {
      boolean nothing = MoodleWord.NO_SUBMISSION.begins(each.status());
      boolean worked = graded.result().status() != SubmissionStatus.NOTHING_HANDED_IN;
      if (nothing && worked) {
        contradict(
            graded,
            "%s has the status \"%s\" in the worksheet".formatted(each.id(), each.status()));
      } else if (!nothing && !each.status().isEmpty() && graded.isOnlyInRoster()) {
        contradict(
            graded,
            "%s has the status \"%s\" in the worksheet, but nothing of it was found"
                .formatted(each.id(), each.status()));
      } else {
        consistent.add(each);
      }
    }
    return consistent;
  }
}
