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

/** Who is in a class, and in which group. */
public final class Roster {
  /** No roster: nobody is missed, and nobody is a stranger. */
  public static final Roster NONE = new Roster(List.of());

  /**
   * Somebody in the class.
   *
   * @param id the name of a row of results, should they have handed in nothing
   * @param account by what the learning platform knows them; empty where the roster has none
   * @param name empty where the roster has none
   * @param group empty for none
   * @param keys all that may stand for them in the name of a submission
   */
  record Person(String id, String account, String name, String group, Set<String> keys) {
    String shown() {
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
   * Finds somebody: by their account, else by anything that is said of them to the letter, else by
   * its letters and digits alone, as Canvas writes names; never by what several people share.
   */
  Optional<Person> find(ReceivedSubmission.Who who) {
    return only(byAccount, exactly(who.account()))
        .or(() -> first(who.names(), name -> only(byKey, exactly(name))))
        .or(() -> first(who.names(), name -> only(byLetters, letters(name))));
  }

  private static Optional<Person> first(
      List<String> names, Function<String, Optional<Person>> search) {
    return names.stream().map(search).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Person> only(Map<String, Set<Person>> index, String key) {
    Set<Person> found = index.getOrDefault(key, Set.of());
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  /** Returns who is in a group, in the roster's order. */
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
