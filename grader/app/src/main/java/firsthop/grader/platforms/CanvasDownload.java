package firsthop.grader.platforms;

import firsthop.grader.archives.Item;
import firsthop.grader.common.NameList;
import firsthop.grader.submission.SubmissionOrigin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Canvas's bulk download: files, named as {@link CanvasFileName} says. All files of one user are
 * one submission, since Canvas gives the files of the last attempt only. It says nothing of when
 * they were handed in.
 */
public record CanvasDownload() implements Platform {
  private static final String CANVAS = "Canvas";

  @Override
  public String platform() {
    return CANVAS;
  }

  @Override
  public boolean names(Item item) {
    return !CanvasFileName.readings(item.name()).isEmpty();
  }

  @Override
  public Optional<Download> recognise(TopLevel top) {
    if (!DownloadLayout.mostly(top, this::names)) {
      return Optional.empty();
    }
    Map<String, List<Attachment>> byUser =
        top.items().stream()
            .filter(this::names)
            .map(Attachment::of)
            .collect(groups(each -> each.name().user()));
    List<ReceivedSubmission> submissions = new ArrayList<>();
    List<String> remarks = new ArrayList<>(DownloadLayout.leftOut(top, this::names, CANVAS));
    byUser.values().forEach(files -> add(files, submissions, remarks));
    doubtful(byUser.values(), remarks);
    long several = byUser.values().stream().filter(files -> files.size() > 1).count();
    if (several > 0) {
      remarks.add(
          Download.count((int) several, "student")
              + " handed in more than one file; of files with the same class the newest counts");
    }
    return Optional.of(
        new Download(
            "a Canvas download of " + Download.count(submissions.size(), "submission"),
            submissions,
            remarks));
  }

  /**
   * Adds the files of one user. A file that may be another's is not put among those that are not,
   * and files of two names not together: whoever calls themselves {@code kim_7_1} hands in nothing
   * for user 7.
   */
  private static void add(
      List<Attachment> all, List<ReceivedSubmission> submissions, List<String> remarks) {
    List<Attachment> clear = all.stream().filter(each -> !each.inDoubt()).toList();
    List<Attachment> sure = clear.isEmpty() ? all : clear;
    Map<String, List<Attachment>> byName =
        sure.stream().collect(groups(each -> each.name().person()));
    if (byName.size() > 1) {
      remarks.add(
          ("%s: more than one student seems to be Canvas's user %s; each has a row, and none that"
                  + " number")
              .formatted(shown(sure), sure.get(0).name().user()));
    }
    for (List<Attachment> files : byName.values()) {
      CanvasFileName name = files.get(0).name();
      submissions.add(
          byName.size() == 1 ? together(name.id(), name, files) : nobodys(name.id(), files));
    }
    if (clear.isEmpty()) {
      return;
    }
    Map<String, List<Attachment>> others =
        all.stream().filter(Attachment::inDoubt).collect(groups(each -> each.last().id()));
    others.forEach(
        (id, files) -> {
          remarks.add(
              ("%s may be of Canvas's user %s or of another: it has a row of its own, %s, and not"
                      + " that number")
                  .formatted(shown(files), files.get(0).name().user(), id));
          submissions.add(nobodys(id, files));
        });
  }

  /** Says which names are taken for those of a user, but can be read as those of others. */
  private static void doubtful(Iterable<List<Attachment>> byUser, List<String> remarks) {
    List<Attachment> doubtful = new ArrayList<>();
    for (List<Attachment> files : byUser) {
      if (files.stream().allMatch(Attachment::inDoubt)) {
        doubtful.addAll(files);
      }
    }
    if (!doubtful.isEmpty()) {
      Attachment first = doubtful.get(0);
      remarks.add(
          "%s can be read in more than one way: is %s of user %s, as it is taken, or of %s?"
              .formatted(
                  Download.count(doubtful.size(), "name"),
                  first.item().name(),
                  first.name().user(),
                  first.last().user()));
    }
  }

  private static String shown(List<Attachment> files) {
    return NameList.of(files.stream().map(each -> each.item().name()).toList());
  }

  private static <T> Collector<T, ?, Map<String, List<T>>> groups(Function<T, String> key) {
    return Collectors.groupingBy(key, TreeMap::new, Collectors.toCollection(ArrayList::new));
  }

  private static ReceivedSubmission together(
      String id, CanvasFileName name, List<Attachment> files) {
    return together(
        id, name, files, new ReceivedSubmission.Who(name.user(), List.of(id, name.person())));
  }

  private static ReceivedSubmission nobodys(String id, List<Attachment> files) {
    return together(
            id,
            new CanvasFileName("", "", false, 0, ""),
            files,
            new ReceivedSubmission.Who("", List.of(id)))
        .noticed("it is not sure whose it is, going by the names that Canvas gave the files");
  }

  private static ReceivedSubmission together(
      String id, CanvasFileName whose, List<Attachment> files, ReceivedSubmission.Who who) {
    files.sort(Comparator.comparing((Attachment each) -> each.name().number()).reversed());
    Attachment newest = files.get(0);
    List<Item> inside = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    for (Attachment each : files) {
      if (each.name().late() != newest.name().late()) {
        // One attempt is late or is not: these are of two, from two downloads.
        notices.add(
            each.item().name() + " is left out: " + newest.item().name() + " was handed in later");
      } else if (each.name().file().isEmpty()) {
        notices.add("a text or a link was handed in; it is not read");
      } else {
        inside.add(each.named());
      }
    }
    return new ReceivedSubmission(
        id,
        new SubmissionOrigin(
            CANVAS, whose.person(), whose.user(), Optional.empty(), newest.name().late()),
        new Item.Folder(id, 0, most -> inside.subList(0, Math.min(most, inside.size()))),
        true,
        newest.name().number(),
        List.of(who),
        notices);
  }

  /**
   * A file.
   *
   * @param name what Canvas means, unless it is in doubt
   * @param last the reading with the longest name of a person
   */
  private record Attachment(CanvasFileName name, CanvasFileName last, Item item) {
    static Attachment of(Item item) {
      List<CanvasFileName> readings = CanvasFileName.readings(item.name());
      return new Attachment(readings.get(0), readings.get(readings.size() - 1), item);
    }

    boolean inDoubt() {
      return !name.equals(last);
    }

    Item named() {
      if (item instanceof Item.File of) {
        return new Item.File(name.file(), of.modified(), of.content());
      }
      return item instanceof Item.Folder folder
          ? new Item.Folder(name.file(), folder.modified(), folder.listing())
          : item;
    }
  }
}
