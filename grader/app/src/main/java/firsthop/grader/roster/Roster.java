package firsthop.grader.roster;

import firsthop.grader.common.NameKey;
import firsthop.grader.platforms.ReceivedSubmission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The people in a class, and their groups. */
public final class Roster {
  /** No roster: every submission is accepted, and nobody is reported as missing. */
  public static final Roster NONE = new Roster(List.of(), List.of(), false);

  /**
   * A person in the class.
   *
   * @param id the name of the row of results if the person handed in nothing
   * @param account the number on the learning platform; empty if the roster has none
   * @param name the full name; empty if the roster has none
   * @param group the name of the group; empty if there is none
   * @param keys all texts that may identify the person in the name of a submission
   */
  record Person(String id, String account, String name, String group, Set<String> keys) {
    String displayName() {
      return name.isEmpty() ? id : name;
    }
  }

  private final List<Person> people;
  private final List<String> staff;
  private final boolean participants;
  private final Map<String, Set<Person>> byAccount = new HashMap<>();
  private final Map<String, Set<Person>> byKey = new HashMap<>();
  private final Map<String, Set<Person>> byLetters = new HashMap<>();
  private final Map<String, List<Person>> byGroup = new HashMap<>();

  /**
   * Creates a roster.
   *
   * @param staff the names of those who are not students, with their roles
   * @param participants whether the accounts are numbers of participants in Moodle's own form
   */
  Roster(List<Person> people, List<String> staff, boolean participants) {
    this.participants = participants;
    this.people = List.copyOf(people);
    this.staff = List.copyOf(staff);
    for (Person person : people) {
      add(byAccount, NameKey.ignoringCase(person.account()), person);
      person.keys().forEach(key -> add(byKey, NameKey.ignoringCase(key), person));
      person.keys().forEach(key -> add(byLetters, NameKey.letters(key), person));
      groups(person)
          .forEach(group -> byGroup.computeIfAbsent(group, first -> new ArrayList<>()).add(person));
    }
  }

  /**
   * Returns the text in the column with the group and, if it names several groups, each of them.
   */
  private static Set<String> groups(Person person) {
    return Stream.concat(Stream.of(person.group()), Stream.of(person.group().split("[,;]")))
        .map(NameKey::ignoringCase)
        .filter(group -> !group.isEmpty())
        .collect(Collectors.toSet());
  }

  boolean isEmpty() {
    return people.isEmpty();
  }

  List<Person> people() {
    return people;
  }

  /** Returns whether the accounts are numbers of Moodle's participants. */
  boolean hasParticipantNumbers() {
    return participants;
  }

  /** Returns the names of those in the file who are not students, with their roles. */
  List<String> staff() {
    return staff;
  }

  /**
   * Finds a person: by the account, else by an equal key, else by the letters and digits of a key,
   * as Canvas writes names. A key that several people share finds nobody.
   */
  Optional<Person> find(ReceivedSubmission.Identity identity) {
    return findByAccount(identity.account()).or(() -> findByNames(identity.names()));
  }

  /** Finds the only person with this number on the learning platform. */
  Optional<Person> findByAccount(String account) {
    return only(byAccount, NameKey.ignoringCase(account));
  }

  /** Finds a person by an equal key, else by the letters and digits of a key. */
  Optional<Person> findByNames(List<String> names) {
    return first(names, name -> only(byKey, NameKey.ignoringCase(name)))
        .or(() -> first(names, name -> only(byLetters, NameKey.letters(name))));
  }

  /** Returns whether one of the names is a key of the person, by its letters and digits. */
  boolean isNamed(Person person, List<String> names) {
    return names.stream()
        .map(NameKey::letters)
        .anyMatch(name -> byLetters.getOrDefault(name, Set.of()).contains(person));
  }

  private static Optional<Person> first(
      List<String> names, Function<String, Optional<Person>> search) {
    return names.stream().map(search).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Person> only(Map<String, Set<Person>> index, String key) {
    Set<Person> found = index.getOrDefault(key, Set.of());
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  /**
   * Returns the members of a group, in the order of the roster. Moodle leaves out some characters
   * of a name, so the letters and digits count if no other group has the same ones.
   */
  List<Person> group(String name) {
    List<Person> exact = byGroup.get(NameKey.ignoringCase(name));
    if (exact != null) {
      return exact;
    }
    String letters = NameKey.letters(name);
    List<List<Person>> alike =
        byGroup.entrySet().stream()
            .filter(group -> NameKey.letters(group.getKey()).equals(letters))
            .map(Map.Entry::getValue)
            .toList();
    return alike.size() == 1 && !letters.isEmpty() ? alike.get(0) : List.of();
  }

  /** Returns whether it says who is in a group and who is not. */
  boolean hasPeopleInAndOutOfGroups() {
    return !byGroup.isEmpty() && people.stream().anyMatch(each -> each.group().isEmpty());
  }

  private static void add(Map<String, Set<Person>> index, String key, Person person) {
    if (!key.isEmpty()) {
      index.computeIfAbsent(key, first -> new LinkedHashSet<>()).add(person);
    }
  }
}
