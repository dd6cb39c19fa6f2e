package firsthop.grader.platforms;

import firsthop.grader.archives.Item;
import firsthop.grader.submission.SubmissionOrigin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Clones of repositories, in folders named {@code assignment-user}, as {@code gh classroom clone}
 * creates them. {@code .git} is never read, so the user and the time are unknown. The name of the
 * folder alone does not say where the name of the assignment ends; a roster helps.
 */
public record ClassroomClones() implements Platform {
  private static final String CLASSROOM = "GitHub Classroom";
  private static final String GIT = ".git";
  private static final int MAX_LISTED = 1_000;

  @Override
  public String platform() {
    return CLASSROOM;
  }

  @Override
  public boolean names(Item item) {
    return isClone(item);
  }

  /** Any folder may be a git clone. */
  @Override
  public boolean hasOwnNames() {
    return false;
  }

  @Override
  public Optional<Download> recognize(TopLevel top) {
    List<Item> folders = top.items().stream().filter(Item.Folder.class::isInstance).toList();
    // A single clone may also be a student's own folder.
    if (folders.size() < 2
        || !folders.stream().allMatch(ClassroomClones::isClone)
        || top.items().stream().anyMatch(TopLevel::isSource)) {
      return Optional.empty();
    }
    String assignment = CommonPrefix.of(folders.stream().map(Item::name).toList());
    return Optional.of(
        new Download(
            Download.count(folders.size(), "git clone") + ", as from GitHub Classroom",
            folders.stream().map(folder -> received(folder, assignment)).toList(),
            List.of()));
  }

  private static boolean isClone(Item item) {
    try {
      return item instanceof Item.Folder folder
          && folder.listing().list(MAX_LISTED).stream().anyMatch(each -> each.name().equals(GIT));
    } catch (IOException unreadable) {
      return false;
    }
  }

  /**
   * Returns the submission in a clone. The user's name begins after a hyphen in the prefix that all
   * folders have in common. Everything after this prefix is the user's choice, and may end with the
   * name of another user.
   */
  private static ReceivedSubmission received(Item folder, String common) {
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
        List.of(new ReceivedSubmission.Identity(name.substring(user), names)),
        List.of(),
        List.of());
  }
}
