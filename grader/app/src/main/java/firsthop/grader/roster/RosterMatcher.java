package firsthop.grader.roster;

import firsthop.grader.archives.Item;
import firsthop.grader.common.NameKey;
import firsthop.grader.platforms.MoodleWord;
import firsthop.grader.platforms.NewestAttempt;
import firsthop.grader.platforms.ReceivedSubmission;
import firsthop.grader.roster.Roster.Person;
import firsthop.grader.submission.AccountOwner;
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
 * Matches submissions with the people in a roster, and makes a row of results for each person. The
 * submission of one member of a group also counts for the members who handed in nothing themselves.
 */
public final class RosterMatcher {
  /** The notice on a submission that matches nobody in the roster. */
  public static final String NOT_IN_ROSTER = "not in the roster";

  /** The notice on the row of a student of whom nothing came. */
  public static final String NOTHING_CAME = "nothing was handed in; the row comes from the roster";

  private static final Item NOTHING = new Item.Folder("", 0, max -> List.of());

  private final Roster roster;
  private final List<ReceivedSubmission> rows = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final Map<Person, List<ReceivedSubmission>> byPerson = new LinkedHashMap<>();
  private final Map<String, List<ReceivedSubmission>> byGroup = new LinkedHashMap<>();
  private final List<ReceivedSubmission> inNoGroup = new ArrayList<>();
  private final Set<Person> ambiguous = new LinkedHashSet<>();
  private final Optional<String> platformOfIds;

  /** Matches the submissions. Without a roster, the rows are the submissions. */
  public RosterMatcher(Roster roster, List<ReceivedSubmission> submissions) {
    this.roster = roster;
    if (roster.isEmpty()) {
      platformOfIds = Optional.empty();
      rows.addAll(submissions);
      return;
    }
    remark("in the roster with a role that is not a student's", roster.staff());
    List<String> notInRoster = new ArrayList<>();
    for (ReceivedSubmission submission : submissions) {
      if (!assign(submission)) {
        notInRoster.add(submission.id());
        rows.add(submission.withNotice(NOT_IN_ROSTER));
      }
    }
    remark(NOT_IN_ROSTER, notInRoster);
    platformOfIds = PlatformAccounts.platformOfRosterIds(submissions, byPerson);
    List.copyOf(byPerson.keySet()).forEach(this::separateAccounts);
    List.copyOf(byGroup.keySet()).forEach(this::separateAccounts);
    addRowsOfSubmitters();
    addRowsOfOthers();
  }

  /** Returns whether a row exists only because of the roster, without any submission. */
  public static boolean isAbsent(ReceivedSubmission row) {
    return row.root() == NOTHING;
  }

  /** Returns one submission for each row of results. */
  public List<ReceivedSubmission> rows() {
    return rows;
  }

  /** Returns messages for the instructor about the whole class, one line each. */
  public List<String> remarks() {
    return remarks;
  }

  /** Assigns a submission to people or a group; returns false if it matches nobody. */
  private boolean assign(ReceivedSubmission submission) {
    SubmissionOrigin arrival = submission.arrival();
    if (arrival.account().isEmpty() && MoodleWord.DEFAULT_GROUP.is(arrival.person())) {
      return roster.hasPeopleInAndOutOfGroups() && inNoGroup.add(submission);
    }
    return arrival.accountOwner() == AccountOwner.PERSON
        ? assignToPeople(submission)
        : assignToUncertainOwner(submission);
  }

  private boolean assignToUncertainOwner(ReceivedSubmission submission) {
    UncertainOwner owner = UncertainOwner.of(roster, submission);
    owner.person().ifPresent(person -> add(byPerson, person, submission));
    owner.group().ifPresent(group -> add(byGroup, group, submission));
    owner.contradiction().ifPresent(why -> remarks.add(submission.id() + ": " + why));
    return owner.person().isPresent() || owner.group().isPresent();
  }

  private static <K> void add(
      Map<K, List<ReceivedSubmission>> index, K key, ReceivedSubmission submission) {
    index.computeIfAbsent(key, first -> new ArrayList<>()).add(submission);
  }

  private boolean assignToPeople(ReceivedSubmission submission) {
    List<Person> found =
        submission.people().stream()
            .map(roster::find)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    found.forEach(person -> add(byPerson, person, submission));
    if (!found.isEmpty()) {
      return true;
    }
    for (String name : submission.people().get(0).names()) {
      if (!roster.group(name).isEmpty()) {
        add(byGroup, name, submission);
        return true;
      }
    }
    return false;
  }

  /**
   * Separates submissions from different accounts that match one person. Different accounts are
   * different people, even if their names are equal. Only the account with the roster's number is
   * this person's; each of the others gets its own row.
   */
  private void separateAccounts(Person person) {
    List<ReceivedSubmission> several = byPerson.getOrDefault(person, List.of());
    if (PlatformAccounts.countDistinct(several) < 2) {
      return;
    }
    List<ReceivedSubmission> certain =
        several.stream()
            .filter(each -> !person.account().isEmpty())
            .filter(each -> each.arrival().account().equals(person.account()))
            .toList();
    List<ReceivedSubmission> others =
        several.stream().filter(each -> !certain.contains(each)).toList();
    if (certain.isEmpty()) {
      byPerson.remove(person);
      ambiguous.add(person);
    } else {
      byPerson.put(person, new ArrayList<>(certain));
    }
    addSeparateRows(person.displayName(), others);
  }

  private void separateAccounts(String group) {
    List<ReceivedSubmission> several = byGroup.getOrDefault(group, List.of());
    if (PlatformAccounts.countDistinct(several) > 1) {
      byGroup.remove(group);
      addSeparateRows("group " + group, several);
    }
  }

  private void addSeparateRows(String match, List<ReceivedSubmission> others) {
    String ids = others.stream().map(ReceivedSubmission::id).collect(Collectors.joining(", "));
    remarks.add(
        ("more than one account matches %s, so these have rows of their own: %s; if one of them is"
                + " right, put its platform number into the roster")
            .formatted(match, ids));
    String notice =
        ("more than one account matches %s, so this one has a row of its own; if it is right, put its"
                + " platform number into the roster")
            .formatted(match);
    others.forEach(each -> rows.add(each.withNotice(notice)));
  }

  /**
   * Adds a row for each submission that matches people, and keeps the newest one of each person.
   */
  private void addRowsOfSubmitters() {
    Map<ReceivedSubmission, List<Person>> owners = new LinkedHashMap<>();
    byPerson.forEach(
        (person, several) ->
            owners
                .computeIfAbsent(NewestAttempt.of(several), first -> new ArrayList<>())
                .add(person));
    owners.forEach(
        (submission, people) -> {
          ReceivedSubmission row =
              submission.withIdAndArrival(submission.id(), arrival(submission, people));
          rows.add(withGroupNotice(row, people.get(0)));
        });
  }

  /** Adds a row for each person without a submission: the group's newest one, or an empty one. */
  private void addRowsOfOthers() {
    List<String> absent = new ArrayList<>();
    for (Person person : roster.people()) {
      if (byPerson.containsKey(person) || ambiguous.contains(person)) {
        continue;
      }
      List<ReceivedSubmission> group =
          person.group().isEmpty() ? inNoGroup : submissionsForGroupOf(person);
      if (group.isEmpty()) {
        absent.add(person.displayName());
        rows.add(
            ReceivedSubmission.plain(person.id(), NOTHING, 0)
                .withIdAndArrival(person.id(), arrival(absentArrival(), person))
                .withNotice(NOTHING_CAME));
      } else {
        ReceivedSubmission newest = NewestAttempt.of(group);
        rows.add(
            newest
                .withIdAndArrival(person.id(), arrival(withoutAccount(newest.arrival()), person))
                .withNotice(
                    "handed in as %s; also counts for %s of group %s"
                        .formatted(
                            newest.id(),
                            person.displayName(),
                            person.group().isEmpty() ? newest.id() : person.group())));
      }
    }
    remark("handed in nothing", absent);
  }

  /** Returns the arrival of a person who handed in nothing. */
  private SubmissionOrigin absentArrival() {
    return new SubmissionOrigin(platformOfIds.orElse(""), "", "", Optional.empty(), false);
  }

  /** Returns the submissions of a group: in its name, and the newest one of each member. */
  private List<ReceivedSubmission> submissionsForGroupOf(Person person) {
    Set<ReceivedSubmission> all = new LinkedHashSet<>();
    byGroup.forEach(
        (name, submissions) -> {
          if (roster.group(name).contains(person)) {
            all.addAll(submissions);
          }
        });
    String same = NameKey.ignoringCase(person.group());
    roster.people().stream()
        .filter(member -> NameKey.ignoringCase(member.group()).equals(same))
        .filter(byPerson::containsKey)
        .forEach(member -> all.add(NewestAttempt.of(byPerson.get(member))));
    return List.copyOf(all);
  }

  private static ReceivedSubmission withGroupNotice(ReceivedSubmission row, Person person) {
    return person.group().isEmpty() ? row : row.withNotice("member of group " + person.group());
  }

  private SubmissionOrigin arrival(ReceivedSubmission submission, List<Person> people) {
    SubmissionOrigin arrival = submission.arrival();
    if (people.size() == 1 && submission.people().size() == 1) {
      return arrival(arrival, people.get(0));
    }
    return arrival;
  }

  /** Returns the arrival without the account, which is that of another member or of the group. */
  private static SubmissionOrigin withoutAccount(SubmissionOrigin arrival) {
    return new SubmissionOrigin(arrival.from(), "", "", arrival.at(), arrival.late());
  }

  /** Returns the arrival with the account from the platform and the name from the roster. */
  private SubmissionOrigin arrival(SubmissionOrigin arrival, Person person) {
    boolean certain = arrival.account().isEmpty() || arrival.account().equals(person.account());
    return new SubmissionOrigin(
        arrival.from(),
        person.name().isEmpty() ? arrival.person() : person.name(),
        arrival.account().isEmpty() ? numberIn(arrival.from(), person) : arrival.account(),
        arrival.at(),
        arrival.late(),
        certain ? AccountOwner.PERSON : arrival.accountOwner());
  }

  /** Returns the number of the roster; empty if Moodle may know another participant by it. */
  private String numberIn(String platform, Person person) {
    boolean ofParticipants =
        roster.hasParticipantNumbers() || platformOfIds.isPresent() && !byPerson.isEmpty();
    return platform.equals(MoodleWord.MOODLE) && !ofParticipants ? "" : person.account();
  }

  private void remark(String subject, List<String> names) {
    if (!names.isEmpty()) {
      remarks.add(
          names.size() + " " + subject + ": " + names.stream().collect(Collectors.joining(", ")));
    }
  }
}
