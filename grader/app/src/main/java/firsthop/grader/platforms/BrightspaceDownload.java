package firsthop.grader.platforms;

import firsthop.grader.archives.Item;
import firsthop.grader.submission.SubmissionOrigin;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Brightspace's download of an assignment: a folder for each attempt, or files, whose names {@link
 * BrightspaceName} describes, and an overview {@code index.html}. The newest attempt counts.
 * Brightspace does not name the time zone, so it is not known when they were handed in.
 */
public record BrightspaceDownload() implements Platform {
  private static final String BRIGHTSPACE = "Brightspace";
  private static final String OVERVIEW = "index.html";

  @Override
  public String platform() {
    return BRIGHTSPACE;
  }

  @Override
  public boolean names(Item item) {
    return BrightspaceName.parse(item.name()).isPresent();
  }

  @Override
  public boolean describes(Item item) {
    return item.name().equals(OVERVIEW);
  }

  @Override
  public Optional<Download> recognize(TopLevel top) {
    if (!DownloadLayout.matchesMost(top, this::names)) {
      return Optional.empty();
    }
    Map<String, Map<String, List<Item>>> byId = new TreeMap<>();
    Map<String, BrightspaceName> names = new TreeMap<>();
    Map<String, List<String>> idsOfPerson = new TreeMap<>();
    for (Item item : top.items()) {
      BrightspaceName.parse(item.name())
          .ifPresent(
              name -> {
                if (!byId.containsKey(name.id())) {
                  idsOfPerson
                      .computeIfAbsent(name.person(), first -> new ArrayList<>())
                      .add(name.id());
                }
                names.put(name.id() + name.time(), name);
                byId.computeIfAbsent(name.id(), first -> new TreeMap<>())
                    .computeIfAbsent(name.time(), first -> new ArrayList<>())
                    .add(item);
              });
    }
    List<ReceivedSubmission> submissions =
        byId.entrySet().stream()
            .map(each -> newest(names, each.getKey(), each.getValue()))
            .toList();
    List<String> remarks = new ArrayList<>();
    idsOfPerson.values().stream()
        .filter(ids -> ids.size() > 1)
        .forEach(
            ids ->
                remarks.add(
                    "equal names with different numbers may be two people, or two assignments of one"
                        + " person; each has a row of its own: "
                        + String.join(", ", ids)));
    if (top.items().stream().anyMatch(this::describes)) {
      remarks.add(OVERVIEW + ", the overview of Brightspace, is not read");
    }
    return Optional.of(
        new Download(
            "a Brightspace download of " + Download.count(submissions.size(), "submission"),
            submissions,
            remarks));
  }

  private static ReceivedSubmission newest(
      Map<String, BrightspaceName> names, String id, Map<String, List<Item>> attempts) {
    List<BrightspaceName> all =
        attempts.keySet().stream().map(time -> names.get(id + time)).toList();
    // If one time cannot be read, no attempt is known to be the newest.
    boolean ordered = all.stream().allMatch(name -> name.handedIn().isPresent());
    return NewestAttempt.of(
        all.stream().map(name -> received(name, attempts.get(name.time()), ordered)).toList());
  }

  private static ReceivedSubmission received(
      BrightspaceName name, Collection<Item> items, boolean ordered) {
    List<Item> content =
        items.stream()
            .map(
                item ->
                    BrightspaceName.parse(item.name())
                        .flatMap(BrightspaceName::file)
                        .map(item::named)
                        .orElse(item))
            .toList();
    return new ReceivedSubmission(
        name.id(),
        new SubmissionOrigin(BRIGHTSPACE, name.person(), name.numbers(), Optional.empty(), false),
        content.size() == 1 && content.get(0) instanceof Item.Folder
            ? content.get(0)
            : Item.Folder.of(name.person() + " - " + name.time(), content),
        false,
        ordered ? name.handedIn().map(BrightspaceDownload::seconds).orElse(0L) : 0,
        List.of(new ReceivedSubmission.Identity(name.numbers(), List.of(name.person(), name.id()))),
        List.of(),
        List.of());
  }

  private static long seconds(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC);
  }
}
