package firsthop.grader.platforms;

import firsthop.grader.archives.ArchiveKind;
import firsthop.grader.archives.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Work that an instructor put into a folder under any names: folders, archives, and Java files that
 * lie loose. Loose files that begin with the same name are one submission.
 *
 * @param submissions the submissions, whose ids are those names
 * @param folders how many of them are folders
 * @param archives how many of them are archives
 * @param files how many of them are loose files
 * @param leftOut one message for each reason for which items are left out
 */
record LooseWork(
    List<ReceivedSubmission> submissions,
    int folders,
    int archives,
    int files,
    List<String> leftOut) {
  static final LooseWork NONE = new LooseWork(List.of(), 0, 0, 0, List.of());

  /** Sorts the items. */
  static LooseWork of(List<Item> items) {
    List<ReceivedSubmission> submissions = new ArrayList<>();
    Map<String, List<Item.File>> loose = new TreeMap<>();
    List<String> withoutOwner = new ArrayList<>();
    List<String> others = new ArrayList<>();
    int archives = 0;
    for (Item item : items) {
      if (item instanceof Item.Folder folder) {
        submissions.add(ReceivedSubmission.plain(item.name(), item, folder.modified()));
      } else if (item instanceof Item.Unreadable unreadable) {
        if (unreadable.keepsRow()) {
          // It keeps its row, so that the instructor sees why it was not graded.
          submissions.add(ReceivedSubmission.plain(item.name(), item, 0));
        } else {
          others.add(item.name());
        }
      } else if (item instanceof Item.File file) {
        if (TopLevel.isArchive(item)) {
          submissions.add(
              ReceivedSubmission.plain(ArchiveKind.stem(item.name()), item, file.modified()));
          archives++;
        } else if (!TopLevel.isSource(item)) {
          others.add(item.name());
        } else {
          SourceFileName.owner(item.name())
              .ifPresentOrElse(
                  owner -> loose.computeIfAbsent(owner, first -> new ArrayList<>()).add(file),
                  () -> withoutOwner.add(item.name()));
        }
      }
    }
    int folders = submissions.size() - archives;
    loose.forEach((owner, files) -> submissions.add(submission(owner, files)));
    List<String> leftOut = new ArrayList<>();
    addLeftOut("their names do not say whose they are", withoutOwner, leftOut);
    addLeftOut("they are no folders, archives or Java files", others, leftOut);
    return new LooseWork(submissions, folders, archives, loose.size(), leftOut);
  }

  private static ReceivedSubmission submission(String owner, List<Item.File> files) {
    String name =
        files.size() == 1 ? files.get(0).name() : "%s (%d files)".formatted(owner, files.size());
    long newest = files.stream().mapToLong(Item.File::modified).max().orElse(0);
    return ReceivedSubmission.plain(owner, Item.Folder.of(name, files), newest);
  }

  private static void addLeftOut(String reason, List<String> names, List<String> leftOut) {
    if (!names.isEmpty()) {
      leftOut.add("left out, because " + reason + ": " + String.join(", ", names));
    }
  }
}
