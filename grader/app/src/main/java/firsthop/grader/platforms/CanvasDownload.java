package firsthop.grader.platforms;

import firsthop.grader.archives.Item;
import firsthop.grader.common.NameKey;
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
 * The bulk download of Canvas: files whose names {@link CanvasFileName} describes. All files of one
 * user are one submission, because Canvas gives only the files of the last attempt. Canvas does not
 * say when they were handed in.
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
  public Optional<Download> recognize(TopLevel top) {
    if (!DownloadLayout.matchesMost(top, this::names)) {
      return Optional.empty();
    }
    Map<String, List<Attachment>> byUser =
        top.items().stream()
            .filter(this::names)
            .map(Attachment::of)
            .collect(groupingBy(each -> each.name().user()));
    List<ReceivedSubmission> submissions = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    byUser.values().forEach(files -> add(files, submissions, remarks));
    addAmbiguous(byUser.values(), remarks);
    long several = byUser.values().stream().filter(files -> files.size() > 1).count();
    if (several > 0) {
      remarks.add(
          Download.count((int) several, "student")
              + " handed in more than one file; if two files have the same class, the newest counts");
    }
    return Optional.of(
        new Download(
            "a Canvas download of " + Download.count(submissions.size(), "submission"),
            submissions,
            remarks));
  }

  /**
   * Adds the files of one user. A file that may belong to another user is kept apart from the files
   * that cannot, and files with different names are kept apart from each other. So a student who
   * chooses the name {@code kim_7_1} cannot hand in files for user 7.
   */
  private static void add(
      List<Attachment> all, List<ReceivedSubmission> submissions, List<String> remarks) {
    List<Attachment> certain = all.stream().filter(each -> !each.isAmbiguous()).toList();
    List<Attachment> chosen = certain.isEmpty() ? all : certain;
    Map<String, List<Attachment>> byName =
        chosen.stream().collect(groupingBy(each -> each.name().person()));
    if (byName.size() > 1) {
      remarks.add(
          ("%s: these files have the same Canvas user %s but different names of students; each name"
                  + " has its own row, without that number")
              .formatted(shown(chosen), chosen.get(0).name().user()));
    }
    for (List<Attachment> files : byName.values()) {
      CanvasFileName name = files.get(0).name();
      submissions.add(
          byName.size() == 1 ? combine(name.id(), name, files) : withoutAccount(name.id(), files));
    }
    if (certain.isEmpty()) {
      return;
    }
    Map<String, List<Attachment>> others =
        all.stream()
            .filter(Attachment::isAmbiguous)
            .collect(groupingBy(each -> each.longest().id()));
    others.forEach(
        (id, files) -> {
          remarks.add(
              ("%s may belong to Canvas user %s or to another user; it has its own row, %s, without"
                      + " that number")
                  .formatted(shown(files), files.get(0).name().user(), id));
          submissions.add(withoutAccount(id, files));
        });
  }

  /** Adds a remark about names that are read as one user's but may belong to another user. */
  private static void addAmbiguous(Iterable<List<Attachment>> byUser, List<String> remarks) {
    List<Attachment> ambiguous = new ArrayList<>();
    for (List<Attachment> files : byUser) {
      if (files.stream().allMatch(Attachment::isAmbiguous)) {
        ambiguous.addAll(files);
      }
    }
    if (!ambiguous.isEmpty()) {
      Attachment first = ambiguous.get(0);
      remarks.add(
          ("%s can be read in more than one way, for example %s: it is read as user %s, but may be"
                  + " user %s; check it")
              .formatted(
                  Download.count(ambiguous.size(), "name"),
                  first.item().name(),
                  first.name().user(),
                  first.longest().user()));
    }
  }

  private static String shown(List<Attachment> files) {
    return NameList.of(files.stream().map(each -> each.item().name()).toList());
  }

  private static <T> Collector<T, ?, Map<String, List<T>>> groupingBy(Function<T, String> key) {
    return Collectors.groupingBy(
        each -> NameKey.nfc(key.apply(each)),
        TreeMap::new,
        Collectors.toCollection(ArrayList::new));
  }

  private static ReceivedSubmission combine(
      String id, CanvasFileName name, List<Attachment> files) {
    return combine(
        id, name, files, new ReceivedSubmission.Identity(name.user(), List.of(id, name.person())));
  }

  private static ReceivedSubmission withoutAccount(String id, List<Attachment> files) {
    return combine(
            id,
            new CanvasFileName("", "", false, 0, ""),
            files,
            new ReceivedSubmission.Identity("", List.of(id)))
        .withNotice("the names of the files do not say for sure whose they are");
  }

  private static ReceivedSubmission combine(
      String id,
      CanvasFileName owner,
      List<Attachment> files,
      ReceivedSubmission.Identity identity) {
    files.sort(Comparator.comparing((Attachment each) -> each.name().number()).reversed());
    Attachment newest = files.get(0);
    List<Item> inside = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (Attachment each : files) {
      if (each.name().late() != newest.name().late()) {
        // A whole attempt is late or not, so these files are from two attempts.
        leftOut.add(
            each.item().name() + " is left out: " + newest.item().name() + " was handed in later");
      } else if (each.name().file().isEmpty()) {
        inside.addAll(TypedText.of(each.item()));
      } else {
        inside.add(each.item().named(each.name().file()));
      }
    }
    return new ReceivedSubmission(
        id,
        new SubmissionOrigin(
            CANVAS, owner.person(), owner.user(), Optional.empty(), newest.name().late()),
        Item.Folder.of(id, inside),
        true,
        newest.name().number(),
        List.of(identity),
        List.of(),
        leftOut);
  }

  /**
   * A file of the download.
   *
   * @param name the reading with the shortest name of a person, which is normally the right one
   * @param longest the reading with the longest name of a person
   */
  private record Attachment(CanvasFileName name, CanvasFileName longest, Item item) {
    static Attachment of(Item item) {
      List<CanvasFileName> readings = CanvasFileName.readings(item.name());
      return new Attachment(readings.get(0), readings.get(readings.size() - 1), item);
    }

    boolean isAmbiguous() {
      return !name.equals(longest);
    }
  }
}
