package firsthop.grader.platforms;

import firsthop.grader.archives.Item;
import firsthop.grader.submission.SubmissionOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moodle's download of all submissions: folders named {@code Full name_id_assignsubmission_file},
 * which end with another {@code _} in older versions, or files whose names begin like that. A group
 * has its own name instead of the full name, and blind marking uses {@code Participant_id}. Moodle
 * does not say when they were handed in.
 */
public record MoodleDownload() implements Platform {
  private static final String MOODLE = "Moodle";

  /** The name of every person if marking is blind. */
  private static final String ANONYMOUS_NAME = "Participant";

  private static final Pattern NAME =
      Pattern.compile(
          "(?<prefix>(?<name>.*?)(?:_(?<id>\\d+))?)_assignsubmission_(?<plugin>[a-z]+)_?"
              + "(?<file>.*)",
          Pattern.DOTALL);

  @Override
  public String platform() {
    return MOODLE;
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
            .computeIfAbsent(matcher.group("prefix"), first -> new ArrayList<>())
            .add(new Part(matcher, item));
      }
    }
    List<ReceivedSubmission> submissions =
        byPrefix.values().stream().map(MoodleDownload::combine).toList();
    return Optional.of(
        new Download(
            "a Moodle download of " + Download.count(submissions.size(), "submission"),
            submissions,
            DownloadLayout.leftOutRemark(top, MoodleDownload::isNamed, MOODLE)));
  }

  private static boolean isNamed(Item item) {
    return NAME.matcher(item.name()).matches();
  }

  private static ReceivedSubmission combine(List<Part> parts) {
    Matcher first = parts.get(0).matcher();
    List<String> notices = new ArrayList<>();
    List<Item> inside = new ArrayList<>();
    for (Part part : parts) {
      if (part.matcher().group("plugin").equals("file")) {
        inside.add(part.named());
      } else {
        notices.add("a text was handed in (" + part.item().name() + "); it is not read");
      }
    }
    String name = first.group("name").strip();
    String account = first.group("id") == null ? "" : first.group("id");
    String person = name.equals(ANONYMOUS_NAME) ? "" : name;
    return new ReceivedSubmission(
        first.group("prefix"),
        new SubmissionOrigin(MOODLE, person, account, Optional.empty(), false),
        inside.size() == 1 && inside.get(0) instanceof Item.Folder
            ? inside.get(0)
            : new Item.Folder(name, 0, max -> inside.subList(0, Math.min(max, inside.size()))),
        false,
        0,
        List.of(new ReceivedSubmission.Identity(account, List.of(first.group("prefix"), person))),
        notices);
  }

  /** One folder or file of a submission. */
  private record Part(Matcher matcher, Item item) {
    Item named() {
      return item instanceof Item.File file
          ? new Item.File(matcher.group("file"), file.modified(), file.content())
          : item;
    }
  }
}
