package firsthop.grader.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Canvas's bulk download: files, each named {@code sortablename[_LATE]_userid_attachmentid_name},
 * or {@code anon_id_attachmentid_name}; what was typed in as {@code sortablename_userid_text.html}.
 * All files of one user are one submission, since Canvas gives the files of the last attempt only.
 * It says nothing of when they were handed in.
 */
record CanvasDownload() implements Layout {
  private static final String CANVAS = "Canvas";

  private static final Pattern NAME =
      Pattern.compile(
          "(?:(?<name>.+?)_)??(?<late>LATE_)?(?<user>\\d+|anon_[A-Za-z0-9]+)_"
              + "(?:(?<attachment>\\d{1,18})_(?<file>.+)|(?:text|link)\\.html)",
          Pattern.DOTALL);

  @Override
  public Optional<Batch> recognise(Top top) {
    if (!Layout.mostly(top, CanvasDownload::isNamed)) {
      return Optional.empty();
    }
    Map<String, List<Attachment>> byUser = new TreeMap<>();
    top.items().stream()
        .map(CanvasDownload::read)
        .filter(Objects::nonNull)
        .forEach(each -> byUser.computeIfAbsent(each.user(), first -> new ArrayList<>()).add(each));
    List<HandedIn> submissions = byUser.values().stream().map(CanvasDownload::together).toList();
    return Optional.of(
        new Batch(
            "a Canvas download of " + Batch.count(submissions.size(), "submission"),
            submissions,
            Layout.leftOut(top, CanvasDownload::isNamed, CANVAS)));
  }

  private static boolean isNamed(Item item) {
    return read(item) != null;
  }

  private static @Nullable Attachment read(Item item) {
    Matcher matcher = NAME.matcher(item.name());
    if (!matcher.matches()) {
      return null;
    }
    String attachment = matcher.group("attachment");
    return new Attachment(
        matcher.group("name") == null ? "" : matcher.group("name"),
        matcher.group("user"),
        matcher.group("late") != null,
        attachment == null ? -1 : Long.parseLong(attachment),
        attachment == null ? "" : matcher.group("file"),
        item);
  }

  private static HandedIn together(List<Attachment> files) {
    files.sort(Comparator.comparing(Attachment::number).reversed());
    Attachment newest = files.get(0);
    List<Item> inside = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    for (Attachment each : files) {
      if (each.late() != newest.late()) {
        // One attempt is late or is not: these are of two, from two downloads.
        notices.add(
            each.item().name() + " is left out: " + newest.item().name() + " was handed in later");
      } else if (each.file().isEmpty()) {
        notices.add("a text or a link was handed in; it is not read");
      } else {
        inside.add(each.named());
      }
    }
    String id = newest.name().isEmpty() ? newest.user() : newest.name() + "_" + newest.user();
    return new HandedIn(
        id,
        new Arrival(CANVAS, newest.name(), newest.user(), Optional.empty(), newest.late()),
        new Item.Folder(id, 0, most -> inside.subList(0, Math.min(most, inside.size()))),
        true,
        newest.number(),
        List.of(new HandedIn.Who(newest.user(), List.of(id, newest.name()))),
        notices);
  }

  /**
   * A file as Canvas names it.
   *
   * @param number of the attachment, which Canvas counts up; -1 for a text
   * @param file what the student called it; empty for a text
   */
  private record Attachment(
      String name, String user, boolean late, long number, String file, Item item) {
    Item named() {
      if (item instanceof Item.File of) {
        return new Item.File(file, of.modified(), of.content());
      }
      return item instanceof Item.Folder folder
          ? new Item.Folder(file, folder.modified(), folder.listing())
          : item;
    }
  }
}
