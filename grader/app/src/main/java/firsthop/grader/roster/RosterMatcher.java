package firsthop.grader.roster;

import firsthop.grader.archives.Item;
import firsthop.grader.platforms.NewestAttempt;
import firsthop.grader.platforms.ReceivedSubmission;
import firsthop.grader.roster.Roster.Person;
import firsthop.grader.submission.SubmissionOrigin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds what was handed in against a roster. What one of a group handed in counts for those of the
 * group who handed in nothing of their own; each of them has a row.
 */
public final class RosterMatcher {
  /** What is said of a submission of somebody whom the roster does not know. */
  public static final String STRANGER = "not in the roster";

  private static final Item NOTHING = new Item.Folder("", 0, most -> List.of());

  private final Roster roster;
  private final List<ReceivedSubmission> rows = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final Map<Person, List<ReceivedSubmission>> own = new LinkedHashMap<>();
  private final Map<String, List<ReceivedSubmission>> ofGroup = new LinkedHashMap<>();
  private final Set<Person> unsure = new LinkedHashSet<>();
  private final Optional<String> numbered;

  /** Calls the roll; without a roster everything is as it was. */
  public RosterMatcher(Roster roster, List<ReceivedSubmission> submissions) {
    this.roster = roster;
    if (roster.isEmpty()) {
      numbered = Optional.empty();
      rows.addAll(submissions);
      return;
    }
    List<String> strangers = new ArrayList<>();
    for (ReceivedSubmission submission : submissions) {
      if (!take(submission)) {
        strangers.add(submission.id());
        rows.add(submission.noticed(STRANGER));
      }
    }
    remark(STRANGER, strangers);
    numbered = PlatformAccounts.platform(submissions, own);
    List.copyOf(own.keySet()).forEach(this::tellApart);
    List.copyOf(ofGroup.keySet()).forEach(this::tellApart);
    known();
    others();
  }

  /** Tells whether a row is only there because the roster has it. */
  public static boolean isAbsent(ReceivedSubmission row) {
    return row.root() == NOTHING;
  }

  public List<ReceivedSubmission> rows() {
    return rows;
  }

  /** Returns what the instructor should know of the whole. */
  public List<String> remarks() {
    return remarks;
  }

  /** Finds out whose a submission is; false when the roster does not know. */
  private boolean take(ReceivedSubmission submission) {
    List<Person> found =
        submission.people().stream()
            .map(roster::find)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    found.forEach(
        person -> own.computeIfAbsent(person, first -> new ArrayList<>()).add(submission));
    if (!found.isEmpty()) {
      return true;
    }
    for (String name : submission.people().get(0).names()) {
      if (!roster.group(name).isEmpty()) {
        ofGroup.computeIfAbsent(name, first -> new ArrayList<>()).add(submission);
        return true;
      }
    }
    return false;
  }

  /**
   * Two accounts are two people, whatever they call themselves: of those that the roster takes for
   * one, that of the roster's number is, and the others are somebody else's.
   */
  private void tellApart(Person person) {
    List<ReceivedSubmission> several = own.getOrDefault(person, List.of());
    if (PlatformAccounts.count(several) < 2) {
      return;
    }
    List<ReceivedSubmission> theirs =
        several.stream()
            .filter(each -> !person.account().isEmpty())
            .filter(each -> each.arrival().account().equals(person.account()))
            .toList();
    List<ReceivedSubmission> others =
        several.stream().filter(each -> !theirs.contains(each)).toList();
    if (theirs.isEmpty()) {
      own.remove(person);
      unsure.add(person);
    } else {
      own.put(person, new ArrayList<>(theirs));
    }
    apart(person.shown(), others);
  }

  private void tellApart(String group) {
    List<ReceivedSubmission> several = ofGroup.getOrDefault(group, List.of());
    if (PlatformAccounts.count(several) > 1) {
      ofGroup.remove(group);
      apart("group " + group, several);
    }
  }

  private void apart(String whose, List<ReceivedSubmission> others) {
    String ids = others.stream().map(ReceivedSubmission::id).collect(Collectors.joining(", "));
    String said =
        "more than one account looks like %s: %s, which has a row of its own; give the roster the"
            + " platform's numbers, if it is";
    remarks.add(said.formatted(whose, ids));
    others.forEach(each -> rows.add(each.noticed(said.formatted(whose, each.id()))));
  }

  /** Rows of those who handed in something themselves, or with others. */
  private void known() {
    Map<ReceivedSubmission, List<Person>> whose = new LinkedHashMap<>();
    own.forEach(
        (person, several) ->
            whose
                .computeIfAbsent(NewestAttempt.of(several), first -> new ArrayList<>())
                .add(person));
    whose.forEach(
        (submission, people) -> {
          ReceivedSubmission row = submission.as(submission.id(), arrival(submission, people));
          rows.add(grouped(row, people.get(0)));
        });
  }

  private void others() {
    List<String> absent = new ArrayList<>();
    for (Person person : roster.people()) {
      if (own.containsKey(person) || unsure.contains(person)) {
        continue;
      }
      List<ReceivedSubmission> group = handedInBy(person.group());
      if (group.isEmpty()) {
        absent.add(person.shown());
        rows.add(
            ReceivedSubmission.plain(person.id(), NOTHING, 0)
                .as(person.id(), arrival(absent(), person))
                .noticed("nothing was handed in; the row is the roster's"));
      } else {
        ReceivedSubmission newest = NewestAttempt.of(group);
        rows.add(
            newest
                .as(person.id(), arrival(withoutAccount(newest.arrival()), person))
                .noticed(
                    "counts for "
                        + person.shown()
                        + " of group "
                        + person.group()
                        + ": handed in as "
                        + newest.id()));
      }
    }
    remark("handed in nothing", absent);
  }

  private SubmissionOrigin absent() {
    return new SubmissionOrigin(numbered.orElse(""), "", "", Optional.empty(), false);
  }

  private List<ReceivedSubmission> handedInBy(String group) {
    Set<ReceivedSubmission> all = new LinkedHashSet<>();
    ofGroup.forEach(
        (name, submissions) -> {
          if (roster.group(name).equals(roster.group(group))) {
            all.addAll(submissions);
          }
        });
    roster.group(group).stream()
        .filter(own::containsKey)
        .forEach(member -> all.add(NewestAttempt.of(own.get(member))));
    return List.copyOf(all);
  }

  private static ReceivedSubmission grouped(ReceivedSubmission row, Person person) {
    return person.group().isEmpty() ? row : row.noticed("of group " + person.group());
  }

  private static SubmissionOrigin arrival(ReceivedSubmission submission, List<Person> people) {
    SubmissionOrigin arrival = submission.arrival();
    if (people.size() == 1 && submission.people().size() == 1) {
      return arrival(arrival, people.get(0));
    }
    return arrival;
  }

  /** The account is that of another member, or of the group. */
  private static SubmissionOrigin withoutAccount(SubmissionOrigin arrival) {
    return new SubmissionOrigin(arrival.from(), "", "", arrival.at(), arrival.late());
  }

  /** What the platform says of an account stands; a person's name the roster knows better. */
  private static SubmissionOrigin arrival(SubmissionOrigin arrival, Person person) {
    return new SubmissionOrigin(
        arrival.from(),
        person.name().isEmpty() ? arrival.person() : person.name(),
        arrival.account().isEmpty() ? person.account() : arrival.account(),
        arrival.at(),
        arrival.late());
  }

  private void remark(String what, List<String> names) {
    if (!names.isEmpty()) {
      remarks.add(
          names.size() + " " + what + ": " + names.stream().collect(Collectors.joining(", ")));
    }
  }
}
