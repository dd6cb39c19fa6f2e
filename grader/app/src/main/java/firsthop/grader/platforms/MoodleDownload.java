package firsthop.grader.platforms;

import firsthop.grader.archives.Item;
import firsthop.grader.common.NameKey;
import firsthop.grader.submission.AccountOwner;
import firsthop.grader.submission.SubmissionOrigin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moodle's download of all submissions: folders named {@code Full name_id_assignsubmission_file},
 * which end with another {@code _} in older versions, or files whose names begin like that. A group
 * has its own name and its own number instead, and the people in no group have only the name of the
 * default group. So the name of a folder alone does not say whose number it is. In a download with
 * blind marking all names are {@code Participant_id}, in Moodle's language, and the numbers are
 * those of people. Moodle does not say when they were handed in.
 */
public record MoodleDownload() implements Platform {
  private static final Pattern NAME =
      Pattern.compile(
          "(?<prefix>(?<name>.*?)(?:_(?<id>\\d+))?)_assignsubmission_(?<plugin>[a-z]+)_?"
              + "(?<file>.*)",
          Pattern.DOTALL);

  @Override
  public String platform() {
    return MoodleWord.MOODLE;
  }

  @Override
  public boolean names(Item item) {
    return isNamed(item);
  }

  @Override
  public Optional<Download> recognize(TopLevel top) {
    if (!DownloadLayout.matchesMost(top, MoodleDownload::isNamed)) {
      return Optional.empty();
    }
    Map<String, List<Part>> byPrefix = new TreeMap<>();
    for (Item item : top.items()) {
      Matcher matcher = NAME.matcher(item.name());
      if (matcher.matches()) {
        byPrefix
            .computeIfAbsent(NameKey.nfc(matcher.group("prefix")), first -> new ArrayList<>())
            .add(new Part(matcher, item));
      }
    }
    AccountOwner owner = owner(byPrefix.values());
    List<ReceivedSubmission> submissions =
        byPrefix.values().stream().map(parts -> combine(parts, owner)).toList();
    return Optional.of(
        new Download(
            "a Moodle download of " + Download.count(submissions.size(), "submission"),
            submissions,
            List.of()));
  }

  private static boolean isNamed(Item item) {
    return NAME.matcher(item.name()).matches();
  }

  /** Returns whose numbers are in the names of a download. */
  private static AccountOwner owner(Collection<List<Part>> submissions) {
    List<Part> names = submissions.stream().map(parts -> parts.get(0)).toList();
    if (names.stream().allMatch(each -> each.isOfDefaultGroup() || each.isAnonymous())) {
      return AccountOwner.PERSON;
    }
    return names.stream().anyMatch(Part::isOfDefaultGroup)
        ? AccountOwner.GROUP
        : AccountOwner.UNKNOWN;
  }

  private static ReceivedSubmission combine(List<Part> parts, AccountOwner owner) {
    Matcher first = parts.get(0).matcher();
    List<Item> inside = new ArrayList<>();
    for (Part part : parts) {
      if (part.matcher().group("plugin").equals("file")) {
        inside.add(part.named());
      } else {
        inside.addAll(TypedText.of(part.named()));
      }
    }
    String name = parts.get(0).name();
    String account = first.group("id") == null ? "" : first.group("id");
    String person = owner == AccountOwner.PERSON && parts.get(0).isAnonymous() ? "" : name;
    return new ReceivedSubmission(
        first.group("prefix"),
        new SubmissionOrigin(MoodleWord.MOODLE, person, account, Optional.empty(), false, owner),
        inside.size() == 1 && inside.get(0) instanceof Item.Folder
            ? inside.get(0)
            : Item.Folder.of(name, inside),
        false,
        0,
        List.of(new ReceivedSubmission.Identity(account, List.of(first.group("prefix"), person))),
        List.of(),
        List.of());
  }

  /** One folder or file of a submission. */
  private record Part(Matcher matcher, Item item) {
    String name() {
      return matcher.group("name").strip();
    }

    boolean isAnonymous() {
      return matcher.group("id") != null && MoodleWord.PARTICIPANT.is(name());
    }

    boolean isOfDefaultGroup() {
      return matcher.group("id") == null && MoodleWord.DEFAULT_GROUP.is(name());
    }

    Item named() {
      return item instanceof Item.File ? item.named(matcher.group("file")) : item;
    }
  }
}
