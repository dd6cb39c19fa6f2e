package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.COURSE;

import firsthop.grader.common.BadInputException;
import firsthop.grader.roster.Roster;
import firsthop.grader.submission.Submission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What was taken in, and what was said of it.
 *
 * @param said lines on the terminal
 */
public record Taken(List<Submission> submissions, List<String> said) {
  public static final String CODEC_SOURCE =
      "package firsthop.addresses;\npublic class MyCodec {}\n";
  public static final String MASK_SOURCE = "package firsthop.addresses;\npublic class MyMask {}\n";
  public static final String ECHO_SOURCE = "package firsthop.udp;\npublic class MyEcho {}\n";

  public static Taken from(Path path) throws BadInputException {
    return from(path, Roster.NONE);
  }

  public static Taken from(Path path, Roster roster) throws BadInputException {
    return from(path, roster, IntakeLimits.STANDARD);
  }

  public static Taken from(Path path, Roster roster, IntakeLimits limits) throws BadInputException {
    List<String> said = new ArrayList<>();
    List<Submission> submissions = new Intake(COURSE, limits, roster, said::add).take(path);
    return new Taken(submissions, said);
  }

  public List<String> ids() {
    return submissions.stream().map(Submission::id).toList();
  }

  public Submission of(String id) {
    return submissions.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + id + " among " + ids()));
  }

  /** Returns what the instructor is told of a submission, but for where its files were found. */
  public List<String> notices(String id) {
    return of(id).notices().stream().filter(each -> !each.startsWith("found ")).toList();
  }
}
