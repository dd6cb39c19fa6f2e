package firsthop.grader.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A folder or an archive for each submission, named by the instructor. */
record ManySubmissions() implements Layout {

  @Override
  public Optional<Batch> recognise(Top top) {
    List<HandedIn> submissions = new ArrayList<>();
    int archives = 0;
    for (Item item : top.items()) {
      if (item instanceof Item.Folder folder) {
        submissions.add(HandedIn.plain(item.name(), item, folder.modified()));
      } else if (Top.isArchive(item) && item instanceof Item.File file) {
        submissions.add(HandedIn.plain(ArchiveKind.stem(item.name()), item, file.modified()));
        archives++;
      } else if (item instanceof Item.Oddity oddity && oddity.row()) {
        // It keeps its row, so that somebody sees why nothing of it was graded.
        submissions.add(HandedIn.plain(item.name(), item, 0));
      }
    }
    if (submissions.isEmpty()) {
      return Optional.empty();
    }
    int folders = submissions.size() - archives;
    String what =
        archives == 0
            ? Batch.count(folders, "submission") + ", a folder each"
            : folders == 0
                ? Batch.count(archives, "submission") + ", an archive each"
                : Batch.count(folders, "folder") + " and " + Batch.count(archives, "archive");
    return Optional.of(new Batch(what, submissions, List.of()));
  }
}
