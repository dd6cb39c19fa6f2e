package firsthop.grader.platforms;

import firsthop.grader.archives.ArchiveKind;
import firsthop.grader.archives.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A folder that has a folder or an archive for each submission, named by the instructor. */
public record FolderOfSubmissions() implements DownloadLayout {

  @Override
  public Optional<Download> recognize(TopLevel top) {
    List<ReceivedSubmission> submissions = new ArrayList<>();
    int archives = 0;
    for (Item item : top.items()) {
      if (item instanceof Item.Folder folder) {
        submissions.add(ReceivedSubmission.plain(item.name(), item, folder.modified()));
      } else if (TopLevel.isArchive(item) && item instanceof Item.File file) {
        submissions.add(
            ReceivedSubmission.plain(ArchiveKind.stem(item.name()), item, file.modified()));
        archives++;
      } else if (item instanceof Item.Unreadable unreadable && unreadable.keepsRow()) {
        // It keeps its row, so that the instructor sees why it was not graded.
        submissions.add(ReceivedSubmission.plain(item.name(), item, 0));
      }
    }
    if (submissions.isEmpty()) {
      return Optional.empty();
    }
    int folders = submissions.size() - archives;
    String what =
        archives == 0
            ? Download.count(folders, "submission") + ", one folder each"
            : folders == 0
                ? Download.count(archives, "submission") + ", one archive each"
                : Download.count(folders, "folder") + " and " + Download.count(archives, "archive");
    return Optional.of(new Download(what, submissions, List.of()));
  }
}
