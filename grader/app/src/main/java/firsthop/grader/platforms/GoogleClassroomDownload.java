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
 * The folder of an assignment that Google Classroom keeps in Drive: files named {@code Jane Doe -
 * MyIpv4Codec.java}, all in one folder. Classroom names only its own copies like that. Students
 * name the files that they upload themselves, so the names prove nothing.
 */
public record GoogleClassroomDownload() implements Platform {
  private static final String CLASSROOM = "Google Classroom";
  private static final Pattern NAME =
      Pattern.compile("(?<person>.+?) - (?<file>.+)", Pattern.DOTALL);

  @Override
  public String platform() {
    return CLASSROOM;
  }

  /** In other files, a hyphen may separate anything. */
  @Override
  public boolean names(Item item) {
    Matcher matcher = NAME.matcher(item.name());
    return TopLevel.isSource(item)
        && matcher.matches()
        && SourceFileName.owner(matcher.group("file")).isEmpty();
  }

  /** Anybody may name a file like that. */
  @Override
  public boolean hasOwnNames() {
    return false;
  }

  @Override
  public Optional<Download> recognize(TopLevel top) {
    if (!DownloadLayout.matchesMost(top, this::names)) {
      return Optional.empty();
    }
    Map<String, List<Item>> byPerson = new TreeMap<>();
    for (Item item : top.items()) {
      Matcher matcher = NAME.matcher(item.name());
      if (names(item) && matcher.matches()) {
        byPerson
            .computeIfAbsent(matcher.group("person").strip(), first -> new ArrayList<>())
            .add(item.named(matcher.group("file")));
      }
    }
    List<ReceivedSubmission> submissions = new ArrayList<>();
    byPerson.forEach((person, files) -> submissions.add(received(person, files)));
    return Optional.of(
        new Download(
            "a Google Classroom download of " + Download.count(submissions.size(), "submission"),
            submissions,
            List.of(
                "Google Classroom does not check whose name is in front of a file; students can"
                    + " choose it")));
  }

  private static ReceivedSubmission received(String person, List<Item> files) {
    return new ReceivedSubmission(
        person,
        new SubmissionOrigin(CLASSROOM, person, "", Optional.empty(), false),
        Item.Folder.of(person, files),
        false,
        0,
        List.of(new ReceivedSubmission.Identity("", List.of(person))),
        List.of(),
        List.of());
  }
}
