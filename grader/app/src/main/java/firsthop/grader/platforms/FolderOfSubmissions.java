package firsthop.grader.platforms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder that has a folder, an archive or Java files for each submission, named by the
 * instructor.
 */
public record FolderOfSubmissions() implements DownloadLayout {

  @Override
  public Optional<Download> recognize(TopLevel top) {
    LooseWork work = LooseWork.of(top.items());
    return work.submissions().isEmpty()
        ? Optional.empty()
        : Optional.of(new Download(description(work), work.submissions(), work.leftOut()));
  }

  private static String description(LooseWork work) {
    String all = Download.count(work.submissions().size(), "submission");
    List<String> kinds = new ArrayList<>();
    if (work.folders() > 0) {
      kinds.add(Download.count(work.folders(), "folder"));
    }
    if (work.archives() > 0) {
      kinds.add(Download.count(work.archives(), "archive"));
    }
    if (work.files() > 0) {
      kinds.add("loose files of " + Download.count(work.files(), "submission"));
    }
    if (kinds.size() > 1) {
      String last = kinds.remove(kinds.size() - 1);
      return String.join(", ", kinds) + " and " + last;
    }
    return all
        + (work.files() > 0
            ? ", loose files named after their owners"
            : work.archives() > 0 ? ", one archive each" : ", one folder each");
  }
}
