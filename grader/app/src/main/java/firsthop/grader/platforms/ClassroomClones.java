package firsthop.grader.platforms;

import firsthop.grader.archives.Item;
import firsthop.grader.submission.SubmissionOrigin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Clones of repositories, {@code assignment-user} each, as {@code gh classroom clone} makes them.
 * {@code .git} is never read, so whose a clone is, and of when, is not known: its folder's name
 * does not say for sure where the assignment's name ends. A roster does.
 */
public record ClassroomClones() implements Platform {
  private static final String CLASSROOM = "GitHub Classroom";
  private static final String GIT = ".git";
  private static final int ENOUGH_TO_SEE_GIT = 1_000;

  @Override
  public String platform() {
    return CLASSROOM;
  }

  @Override
  public boolean names(Item item) {
    return isClone(item);
  }

  @Override
  public Optional<Download> recognise(TopLevel top) {
    List<Item> folders = top.items().stream().filter(Item.Folder.class::isInstance).toList();
    // One alone is as well what a student packed whole.
    if (folders.size() < 2
        || !folders.stream().allMatch(ClassroomClones::isClone)
        || top.items().stream().anyMatch(TopLevel::isSource)) {
      return Optional.empty();
    }
    String assignment = folders.stream().map(Item::name).reduce(ClassroomClones::common).orElse("");
    return Optional.of(
        new Download(
            Download.count(folders.size(), "clone")
                + " of git repositories, as of GitHub Classroom",
            folders.stream().map(folder -> handedIn(folder, assignment)).toList(),
            List.of()));
  }

  private static boolean isClone(Item item) {
    try {
      return item instanceof Item.Folder folder
          && folder.listing().list(ENOUGH_TO_SEE_GIT).stream()
              .anyMatch(each -> each.name().equals(GIT));
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static String common(String one, String other) {
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return one.substring(0, same);
  }

  /**
   * The user's name begins in what all folders have in common, at the end of it at the latest: what
   * comes after is the user's choice, and may end with the name of another.
   */
  private static ReceivedSubmission handedIn(Item folder, String common) {
    String name = folder.name();
    int user = common.lastIndexOf('-') + 1;
    List<String> names = new ArrayList<>(List.of(name));
    for (int at = user; at > 0; at = common.lastIndexOf('-', at - 2) + 1) {
      names.add(name.substring(at));
    }
    return new ReceivedSubmission(
        name,
        new SubmissionOrigin(CLASSROOM, "", "", Optional.empty(), false),
        folder,
        false,
        0,
        List.of(new ReceivedSubmission.Who(name.substring(user), names)),
        List.of());
  }
}
