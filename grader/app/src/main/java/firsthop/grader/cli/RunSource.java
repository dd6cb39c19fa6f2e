package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import firsthop.grader.gradebook.ResultsFolder;
import firsthop.grader.intake.Intake;
import firsthop.grader.intake.IntakeLimits;
import firsthop.grader.roster.Roster;
import firsthop.grader.roster.RosterFile;
import firsthop.grader.store.RunSpec;
import firsthop.grader.submission.Submission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds the labs and submissions of a run. */
final class RunSource {
  private RunSource() {}

  /**
   * Returns the labs of a run.
   *
   * @throws BadInputException when the course does not have these labs
   */
  static List<Lab> labs(RunSpec spec, Course course) throws BadInputException {
    List<Lab> labs = new ArrayList<>();
    for (String id : spec.labs()) {
      labs.add(lab(id, course));
    }
    return labs;
  }

  /**
   * Returns a lab by its id.
   *
   * @throws BadInputException when the course does not have it; the message lists the labs
   */
  static Lab lab(String id, Course course) throws BadInputException {
    return course
        .find(id)
        .orElseThrow(
            () -> new BadInputException("there is no " + id + "; there are " + course.ids()));
  }

  /** Reads the submissions of an earlier run again, as they are now. */
  static List<Submission> submissions(
      RunSpec spec, Course course, Path results, Consumer<String> says) throws BadInputException {
    return submissions(spec.path(), spec.roster(), course, results, says);
  }

  /**
   * Reads submissions.
   *
   * @param results the folder of results, which is never read as a submission
   * @param says gets one line on the input, and one for each problem in it
   */
  static List<Submission> submissions(
      Path path, Optional<Path> roster, Course course, Path results, Consumer<String> says)
      throws BadInputException {
    if (ResultsFolder.isOne(path)) {
      throw new BadInputException(
          path + " contains the results of an earlier run; give the folder of the submissions");
    }
    Roster people = roster.isPresent() ? RosterFile.read(roster.get()) : Roster.NONE;
    return new Intake(course, IntakeLimits.STANDARD, people, says).take(path, results);
  }
}
