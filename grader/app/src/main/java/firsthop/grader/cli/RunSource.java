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

/** Finds what a run grades. */
final class RunSource {
  private RunSource() {}

  /**
   * Returns the labs of a run.
   *
   * @throws BadInputException when the course has no such labs
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
   * @throws BadInputException when the course has none, with those that there are
   */
  static Lab lab(String id, Course course) throws BadInputException {
    return course
        .find(id)
        .orElseThrow(
            () -> new BadInputException("there is no " + id + "; there are " + course.ids()));
  }

  /** Takes in the submissions of an earlier run, as they lie there now. */
  static List<Submission> submissions(
      RunSpec spec, Course course, Path results, Consumer<String> says) throws BadInputException {
    return submissions(spec.path(), spec.roster(), course, results, says);
  }

  /**
   * Takes in submissions.
   *
   * @param results where results are written; no submission, should it lie among them
   * @param says gets a line on what was given, and one on each thing in it that needs a look
   */
  static List<Submission> submissions(
      Path path, Optional<Path> roster, Course course, Path results, Consumer<String> says)
      throws BadInputException {
    if (ResultsFolder.isOne(path)) {
      throw new BadInputException(
          path + " holds the results of an earlier run; give the folder that was graded then");
    }
    Roster people = roster.isPresent() ? RosterFile.read(roster.get()) : Roster.NONE;
    return new Intake(course, IntakeLimits.STANDARD, people, says).take(path, results);
  }
}
