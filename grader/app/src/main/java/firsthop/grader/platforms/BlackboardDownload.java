package firsthop.grader.platforms;

import firsthop.grader.archives.Item;
import firsthop.grader.submission.SubmissionOrigin;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Blackboard's download of an assignment: the files of all attempts, whose names {@link
 * BlackboardFileName} describes, and a {@link BlackboardReceipt} of each attempt. The newest
 * attempt counts. If there are files of several assignments, the newest attempt of each of them
 * counts. Blackboard does not name the time zone, so it is not known when they were handed in.
 */
public record BlackboardDownload() implements Platform {
  private static final String BLACKBOARD = "Blackboard";

  @Override
  public String platform() {
    return BLACKBOARD;
  }

  @Override
  public boolean names(Item item) {
    return BlackboardFileName.parse(item.name()).isPresent();
  }

  @Override
  public Optional<Download> recognize(TopLevel top) {
    if (!DownloadLayout.matchesMost(top, this::names)) {
      return Optional.empty();
    }
    Map<String, BlackboardAttempt> attempts = new TreeMap<>();
    for (Item item : top.items()) {
      BlackboardFileName.parse(item.name())
          .ifPresent(
              name ->
                  attempts
                      .computeIfAbsent(name.attempt(), first -> new BlackboardAttempt(name))
                      .add(name, item));
    }
    List<String> remarks = new ArrayList<>();
    BlackboardUsers users = BlackboardUsers.of(attempts.values(), remarks);
    Map<String, Map<String, List<ReceivedSubmission>>> byUser = new TreeMap<>();
    for (BlackboardAttempt attempt : attempts.values()) {
      String user = users.of(attempt.name().owner());
      byUser
          .computeIfAbsent(user, first -> new TreeMap<>())
          .computeIfAbsent(attempt.name().owner(), first -> new ArrayList<>())
          .add(received(attempt, user, users.person(user)));
    }
    List<ReceivedSubmission> submissions =
        byUser.values().stream().map(BlackboardDownload::newestOfEachAssignment).toList();
    return Optional.of(
        new Download(
            "a Blackboard download of " + Download.count(submissions.size(), "submission"),
            submissions,
            remarks));
  }

  private static ReceivedSubmission newestOfEachAssignment(
      Map<String, List<ReceivedSubmission>> byAssignment) {
    List<ReceivedSubmission> newest =
        byAssignment.values().stream().map(NewestAttempt::of).toList();
    ReceivedSubmission first = newest.get(0);
    return newest.size() == 1
        ? first
        : new ReceivedSubmission(
            first.id(),
            first.arrival(),
            Item.Folder.of(first.id(), newest.stream().map(ReceivedSubmission::root).toList()),
            false,
            0,
            first.people(),
            List.of(),
            newest.stream().flatMap(each -> each.leftOut().stream()).toList());
  }

  private static ReceivedSubmission received(
      BlackboardAttempt attempt, String user, String person) {
    return new ReceivedSubmission(
        user,
        new SubmissionOrigin(BLACKBOARD, person, user, Optional.empty(), false),
        Item.Folder.of(attempt.name().attempt(), attempt.content()),
        false,
        attempt.name().time().toEpochSecond(ZoneOffset.UTC),
        List.of(new ReceivedSubmission.Identity(user, List.of(user, person))),
        List.of(),
        List.of());
  }
}
