package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.COURSE;

import firsthop.grader.common.BadInputException;
import firsthop.grader.roster.Roster;
import firsthop.grader.submission.Submission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of an intake.
 *
 * @param output the lines on the terminal
 */
public record IntakeRun(List<Submission> submissions, List<String> output) {
  public static final String CODEC_SOURCE =
      "package firsthop.addresses;\npublic class MyCodec {}\n";
  public static final String MASK_SOURCE = "package firsthop.addresses;\npublic class MyMask {}\n";
  public static final String ECHO_SOURCE = "package firsthop.udp;\npublic class MyEcho {}\n";

  public static IntakeRun from(Path path) throws BadInputException {
    return from(path, Roster.NONE);
  }

  public static IntakeRun from(Path path, Roster roster) throws BadInputException {
    return from(path, roster, IntakeLimits.STANDARD);
  }

  public static IntakeRun from(Path path, Roster roster, IntakeLimits limits)
      throws BadInputException {
    List<String> output = new ArrayList<>();
    List<Submission> submissions = new Intake(COURSE, limits, roster, output::add).take(path);
    return new IntakeRun(submissions, output);
  }

  public List<String> ids() {
    return submissions.stream().map(Submission::id).toList();
  }

  public Submission of(String id) {
    return submissions.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no submission " + id + " among " + ids()));
  }

  /** Returns the notices on a submission, without the one that says where files were found. */
  public List<String> notices(String id) {
    return of(id).notices().stream().filter(each -> !each.startsWith("found ")).toList();
  }
}
