package firsthop.grader.platforms;

import firsthop.grader.archives.Item;
import firsthop.grader.common.BadInputException;
import firsthop.grader.common.IoReason;
import firsthop.grader.submission.SubmissionOrigin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The document library of Microsoft Teams, in which a class hands in: {@code Submitted
 * files/Student/Assignment/Version 2}. The last version of each assignment counts. The folder
 * {@code Working files} beside it has what was not handed in.
 */
public record TeamsDownload() implements Platform {
  private static final String TEAMS = "Microsoft Teams";
  private static final String SUBMITTED = "Submitted files";
  private static final String WORKING = "Working files";
  private static final int MAX_LISTED = 1_000;

  /** The word depends on the language of the class. */
  private static final Pattern VERSION =
      Pattern.compile(
          "(?:Versi(?:on|ón|one|e)|Versão|버전|バージョン|版本) ?(?<number>\\d{1,9})",
          Pattern.CASE_INSENSITIVE);

  @Override
  public String platform() {
    return TEAMS;
  }

  @Override
  public boolean names(Item item) {
    return item.name().equals(SUBMITTED)
        || inside(item).stream().anyMatch(each -> !versions(each).isEmpty());
  }

  @Override
  public boolean describes(Item item) {
    return item.name().equals(WORKING);
  }

  /** Any folder may have such folders in it. */
  @Override
  public boolean hasOwnNames() {
    return false;
  }

  @Override
  public Optional<Download> recognize(TopLevel top) throws BadInputException {
    for (Item item : top.items()) {
      if (item instanceof Item.Folder folder && folder.name().equals(SUBMITTED)) {
        Optional<Download> inside = recognize(TopLevel.of(top.name(), folder));
        boolean drafts = top.items().stream().anyMatch(this::describes);
        return drafts
            ? inside.map(each -> each.withRemark(WORKING + " is left out: it was not handed in"))
            : inside;
      }
    }
    if (!DownloadLayout.matchesMost(top, this::names)) {
      return Optional.empty();
    }
    List<ReceivedSubmission> submissions =
        top.items().stream().filter(this::names).map(TeamsDownload::received).toList();
    return Optional.of(
        new Download(
            "a Microsoft Teams download of " + Download.count(submissions.size(), "submission"),
            submissions,
            List.of()));
  }

  private static ReceivedSubmission received(Item student) {
    List<Item> content = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (Item each : inside(student)) {
      List<Item> versions = versions(each);
      if (versions.isEmpty()) {
        content.add(each);
        continue;
      }
      ReceivedSubmission newest =
          NewestAttempt.of(
              versions.stream()
                  .map(
                      version ->
                          ReceivedSubmission.plain(
                              student.name(),
                              version.named(each.name() + "/" + version.name()),
                              number(version)))
                  .toList());
      content.add(newest.root());
      inside(each).stream().filter(item -> !versions.contains(item)).forEach(content::add);
      leftOut.addAll(newest.leftOut());
    }
    return new ReceivedSubmission(
        student.name(),
        new SubmissionOrigin(TEAMS, student.name(), "", Optional.empty(), false),
        Item.Folder.of(student.name(), content),
        false,
        0,
        List.of(new ReceivedSubmission.Identity("", List.of(student.name()))),
        List.of(),
        leftOut);
  }

  /** Returns the folders of versions in the folder of an assignment. */
  private static List<Item> versions(Item assignment) {
    return inside(assignment).stream()
        .filter(Item.Folder.class::isInstance)
        .filter(each -> VERSION.matcher(each.name()).matches())
        .toList();
  }

  private static long number(Item version) {
    Matcher matcher = VERSION.matcher(version.name());
    return matcher.matches() ? Long.parseLong(matcher.group("number")) : 0;
  }

  private static List<Item> inside(Item item) {
    try {
      return item instanceof Item.Folder folder
          ? folder.listing().list(MAX_LISTED).stream()
              .filter(each -> !each.name().startsWith("."))
              .toList()
          : List.of();
    } catch (IOException unreadable) {
      return List.of(
          new Item.Unreadable(item.name(), "it cannot be read: " + IoReason.of(unreadable), true));
    }
  }
}
