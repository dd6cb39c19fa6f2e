package firsthop.grader.roster;

import firsthop.grader.platforms.ReceivedSubmission;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The people in a class, and their groups. */
public final class Roster {
  /** No roster: every submission is accepted, and nobody is reported as missing. */
  public static final Roster NONE = new Roster(List.of());

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
  private final Map<String, Set<Person>> byAccount = new HashMap<>();
  private final Map<String, Set<Person>> byKey = new HashMap<>();
  private final Map<String, Set<Person>> byLetters = new HashMap<>();
  private final Map<String, List<Person>> byGroup = new HashMap<>();

  Roster(List<Person> people) {
    this.people = List.copyOf(people);
    for (Person person : people) {
      add(byAccount, exactly(person.account()), person);
      person.keys().forEach(key -> add(byKey, exactly(key), person));
      person.keys().forEach(key -> add(byLetters, letters(key), person));
      if (!person.group().isEmpty()) {
        byGroup.computeIfAbsent(exactly(person.group()), first -> new ArrayList<>()).add(person);
      }
    }
  }

  boolean isEmpty() {
    return people.isEmpty();
  }

  List<Person> people() {
    return people;
  }

  /**
   * Finds a person: by the account, else by an equal key, else by the letters and digits of a key,
   * as Canvas writes names. A key that several people share finds nobody.
   */
  Optional<Person> find(ReceivedSubmission.Identity identity) {
    return only(byAccount, exactly(identity.account()))
        .or(() -> first(identity.names(), name -> only(byKey, exactly(name))))
        .or(() -> first(identity.names(), name -> only(byLetters, letters(name))));
  }

  private static Optional<Person> first(
      List<String> names, Function<String, Optional<Person>> search) {
    return names.stream().map(search).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Person> only(Map<String, Set<Person>> index, String key) {
    Set<Person> found = index.getOrDefault(key, Set.of());
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  /** Returns the members of a group, in the order of the roster. */
  List<Person> group(String name) {
    return byGroup.getOrDefault(exactly(name), List.of());
  }

  private static void add(Map<String, Set<Person>> index, String key, Person person) {
    if (!key.isEmpty()) {
      index.computeIfAbsent(key, first -> new LinkedHashSet<>()).add(person);
    }
  }

  private static String exactly(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static String letters(String name) {
    return exactly(name).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
