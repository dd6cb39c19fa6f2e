package firsthop.grader.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Clones of repositories, {@code assignment-user} each, as {@code gh classroom clone} makes them.
 * {@code .git} is never read, so whose a clone is, and of when, is not known: its folder's name
 * does not say where the assignment's name ends. A roster does.
 */
record ClassroomClones() implements Layout {
  private static final String GIT = ".git";
  private static final int ENOUGH_TO_SEE_GIT = 1_000;

  @Override
  public Optional<Batch> recognise(Top top) {
    List<Item> folders = top.items().stream().filter(Item.Folder.class::isInstance).toList();
    // One alone is as well what a student packed whole.
    if (folders.size() < 2
        || !folders.stream().allMatch(ClassroomClones::isClone)
        || top.items().stream().anyMatch(Top::isSource)) {
      return Optional.empty();
    }
    return Optional.of(
        new Batch(
            Batch.count(folders.size(), "clone") + " of git repositories, as of GitHub Classroom",
            folders.stream().map(ClassroomClones::handedIn).toList(),
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

  private static HandedIn handedIn(Item folder) {
    List<String> names = new ArrayList<>(List.of(folder.name()));
    for (int at = folder.name().indexOf('-'); at >= 0; at = folder.name().indexOf('-', at + 1)) {
      names.add(folder.name().substring(at + 1));
    }
    return new HandedIn(
        folder.name(),
        new Arrival("GitHub Classroom", "", "", Optional.empty(), false),
        folder,
        false,
        0,
        List.of(new HandedIn.Who("", names)),
        List.of());
  }
}
