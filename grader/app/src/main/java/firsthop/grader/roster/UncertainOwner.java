package firsthop.grader.roster;

import firsthop.grader.platforms.ReceivedSubmission;
import firsthop.grader.roster.Roster.Person;
import firsthop.grader.submission.AccountOwner;
import java.util.Optional;

/**
 * The person or the group of a submission whose number may be a person's or a group's. The number
 * alone proves nothing, so the name must match too.
 *
 * @param person the person; empty if it is not one person's
 * @param group the name of the group; empty if it is not a group's
 * @param contradiction why it is nobody's, although something matches; empty otherwise
 */
record UncertainOwner(
    Optional<Person> person, Optional<String> group, Optional<String> contradiction) {
  private static final UncertainOwner NOBODY =
      new UncertainOwner(Optional.empty(), Optional.empty(), Optional.empty());

  /** Finds the owner in a roster. */
  static UncertainOwner of(Roster roster, ReceivedSubmission submission) {
    ReceivedSubmission.Identity identity = submission.people().get(0);
    Optional<Person> byNumber =
        submission.arrival().accountOwner() == AccountOwner.GROUP
            ? Optional.empty()
            : roster.findByAccount(identity.account());
    Optional<Person> byName = roster.findByNames(identity.names());
    Optional<String> group =
        identity.names().stream().filter(name -> !roster.group(name).isEmpty()).findFirst();
    boolean agree = byNumber.map(person -> roster.isNamed(person, identity.names())).orElse(false);
    if (agree) {
      return NOBODY.withPerson(byNumber);
    }
    if (group.isPresent() && byName.isPresent()) {
      return contradiction("%s is the name of a person and of a group".formatted(group.get()));
    }
    if (group.isPresent()) {
      return new UncertainOwner(Optional.empty(), group, Optional.empty());
    }
    if (byNumber.isEmpty()) {
      return NOBODY.withPerson(byName);
    }
    String person = byNumber.get().displayName();
    return contradiction(
        byNumber.get().name().isEmpty()
            ? "its number may be a group's, and the roster has no name of %s".formatted(person)
            : "its number is the one of %s in the roster, but its name is not".formatted(person));
  }

  private UncertainOwner withPerson(Optional<Person> found) {
    return new UncertainOwner(found, group, contradiction);
  }

  private static UncertainOwner contradiction(String why) {
    return new UncertainOwner(Optional.empty(), Optional.empty(), Optional.of(why));
  }
}
