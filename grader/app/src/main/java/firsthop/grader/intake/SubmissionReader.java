package firsthop.grader.intake;

import firsthop.grader.archives.Notices;
import firsthop.grader.course.Course;
import firsthop.grader.platforms.ReceivedSubmission;
import firsthop.grader.roster.RosterMatcher;
import firsthop.grader.submission.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads the files of one submission after the other, and prints what the instructor must see. */
final class SubmissionReader {
  /** The lines on the terminal about one submission, of hundreds. */
  private static final int MAX_LINES = 10;

  private final Course course;
  private final IntakeLimits limits;
  private final Consumer<String> output;
  private boolean looksLikeWork;

  /**
   * Creates a reader.
   *
   * @param output gets the lines on the terminal
   */
  SubmissionReader(Course course, IntakeLimits limits, Consumer<String> output) {
    this.course = course;
    this.limits = limits;
    this.output = output;
  }

  /** Reads a submission. A problem in it becomes a notice on it. */
  Submission read(ReceivedSubmission received) {
    try {
      return readAll(received);
    } catch (OutOfMemoryError | StackOverflowError tooLarge) {
      String reason = "it is not read: there is not enough memory for it";
      output.accept(received.id() + ": " + reason);
      List<String> notices = new ArrayList<>(received.notices());
      notices.add(reason);
      return new Submission(
          received.id(), Map.of(), notices, received.arrival(), true, List.of(reason));
    }
  }

  private Submission readAll(ReceivedSubmission received) {
    SourceFinder finder = new SourceFinder(course, limits, received.root(), received.newestFirst());
    Submission read = finder.read(received.id());
    looksLikeWork |= finder.looksLikeWork();
    Notices notices = new Notices();
    received.notices().forEach(notices::add);
    for (String message : received.leftOut()) {
      notices.add(message);
      output.accept(received.id() + ": " + message);
    }
    finder.locationNotice().ifPresent(notices::add);
    read.notices().forEach(notices::add);
    boolean isEmpty = read.sources().isEmpty() && !RosterMatcher.isAbsent(received);
    if (isEmpty && read.notices().isEmpty()) {
      notices.add("no file of any lab was found");
    }
    print(received, isEmpty ? notices.list() : finder.urgentNotices());
    return new Submission(
        received.id(),
        read.sources(),
        notices.list(),
        received.arrival(),
        read.lost(),
        Stream.concat(received.leftOut().stream(), read.notices().stream()).toList());
  }

  /** Prints what the instructor must notice: a 0 of somebody who handed in something, a choice. */
  private void print(ReceivedSubmission received, List<String> notices) {
    String id = received.id();
    List<String> lines =
        notices.stream()
            // The roster's remark already lists these together.
            .filter(notice -> !notice.equals(RosterMatcher.NOT_IN_ROSTER))
            .filter(notice -> !received.leftOut().contains(notice))
            .toList();
    lines.stream().limit(MAX_LINES).forEach(notice -> output.accept(id + ": " + notice));
    int more = lines.size() - MAX_LINES;
    if (more > 0) {
      output.accept(id + ": " + more + " more notices are in its results and in its feedback");
    }
  }

  /** Returns whether a Java source or an archive came in. */
  boolean looksLikeWork() {
    return looksLikeWork;
  }
}
