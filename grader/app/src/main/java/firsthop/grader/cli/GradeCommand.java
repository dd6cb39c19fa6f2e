package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import firsthop.grader.files.FolderLock;
import firsthop.grader.gradebook.ResultsFolder;
import firsthop.grader.grading.Grading;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.ProcessSandbox;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.settings.Settings;
import firsthop.grader.store.RunEnvironment;
import firsthop.grader.store.RunSpec;
import firsthop.grader.store.SettingsSpec;
import firsthop.grader.submission.Submission;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Grades submissions and writes the marks. */
@Command(
    name = "grade",
    description = {
      "Grade submissions: compile them, run the hidden tests, write the marks.",
      "",
      "PATH is what was downloaded, packed or not; the first line says what it is taken for:",
      "",
      "  a folder with a folder or an archive for each submission, or an archive of it",
      "  the submissions of an assignment, as Canvas, Moodle or Gradescope gives them",
      "  a folder of clones, as GitHub Classroom makes them",
      "  a single submission",
      "",
      "Archives are zip, tar, tar.gz and tar.bz2. Of several submissions of one student the newest"
          + " counts. A file is known by its package and class, wherever it lies. Only files named"
          + " My*.java, and classes that a student added beside them, count; every other file is"
          + " put back from this checkout."
    },
    parameterListHeading = "%n",
    optionListHeading = "%n",
    footer = {
      "",
      "Written to DIR:",
      "  grades.csv                     a row a submission, a column a lab",
      "  submissions/<id>/result.json   every verdict and why, for the instructor",
      "  submissions/<id>/feedback.md   for the student; shows no hidden test",
      "  report/index.html              the class at a glance; open it in a browser",
      "",
      "A run goes on where an earlier one into DIR has ended, however it ended: what was graded"
          + " stands, as long as the files, the exam, the image and the limits are the same.",
      "",
      "Examples:",
      "  ./firsthop grade examples --sandbox process   the samples, without Docker",
      "  ./firsthop grade submissions --lab lab01      one lab of a class, in Docker",
      "",
      "Exit codes:",
      "  0  all were graded, whatever their marks",
      "  2  what was given cannot be used; one line says why",
      "  3  the machine failed somewhere: what is listed as \"not graded\" has no mark;",
      "     run it again"
    })
final class GradeCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      description = "A folder or an archive of submissions, or one of them.")
  private Path path;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = ResultsOption.USUAL_FOLDER,
      description = "Where results are written (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--roster",
      paramLabel = "FILE",
      description = {
        "Who is in the class: a CSV file with the columns id,person,group, or what Canvas, Moodle,"
            + " Gradescope or GitHub Classroom exports. id is the user's on the platform, or what"
            + " the submission is called.",
        "Who handed in nothing is listed and has a row; what one of a group handed in counts for"
            + " the others too."
      })
  private @Nullable Path roster;

  @Option(
      names = "--lab",
      paramLabel = "LAB",
      description =
          "Grade one lab only, such as lab01 (default: those of the settings; without any, all).")
  private @Nullable String lab;

  @Mixin private BenchOptions bench;

  @Mixin private SettingsOptions settings;

  @Option(
      names = "--fresh",
      description = "Grade all again, also what stands from an earlier run into DIR.")
  private boolean fresh;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter terminal = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Consumer<String> says = line -> err.println(TerminalText.plain(line));
    Installation installation = Installation.current();
    Course course = Course.read(installation);
    Settings ofCourse = settings(course);
    RunSpec asked = asked(course, ofCourse);
    List<Submission> submissions =
        RunSource.submissions(path, Optional.ofNullable(roster), course, out, says);
    ResultsOwnerCheck.check(out, path, submissions);
    ResultsFolder.check(out);
    RunSpec run = ClassRules.addTo(asked, ofCourse, ids(course.labs()), out, submissions, says);
    BenchSetup setup = new BenchSetup(run.bench(), installation);
    try (Sandbox sandbox = setup.open(err::println);
        FolderLock own = ResultsFolder.begin(out);
        Grading grading = setup.benches(sandbox, submissions.size())) {
      RunEnvironment environment = setup.environment(sandbox);
      GradeRun all = new GradeRun(grading, own.folder(), environment, run, terminal, err);
      List<Lab> labs = RunSource.labs(run, course);
      return new InterruptNotice(err, leavings(sandbox))
          .during(() -> all.grade(submissions, labs, fresh));
    }
  }

  /** Reads the settings of the course; done once. */
  Settings settings(Course course) throws BadInputException {
    return settings.read(ids(course.labs()));
  }

  /**
   * Returns the run that was asked for, without what is given to single members of the class.
   *
   * @param ofCourse the settings of the course
   */
  RunSpec asked(Course course, Settings ofCourse) throws BadInputException {
    SettingsSpec options = settings.spec(ofCourse, ids(course.labs()));
    return new RunSpec(
        RunSpec.absolute(path),
        RunSpec.absolute(out),
        Optional.ofNullable(roster).map(RunSpec::absolute),
        ids(labs(course, ofCourse)),
        lab != null,
        bench.spec(),
        options,
        ofCourse.title(),
        ofCourse.times().zone(),
        SettingsOptions.marking(ofCourse, options));
  }

  private List<Lab> labs(Course course, Settings ofCourse) throws BadInputException {
    if (lab != null) {
      return List.of(RunSource.lab(lab.toLowerCase(Locale.ROOT), course));
    }
    return ofCourse.labs().isEmpty() ? course.labs() : course.labs(ofCourse.labs());
  }

  private static List<String> ids(List<Lab> labs) {
    return labs.stream().map(Lab::id).toList();
  }

  /** Containers are removed by their engine; the folder of plain processes is not. */
  private static Runnable leavings(Sandbox sandbox) {
    return sandbox instanceof ProcessSandbox ? sandbox::close : () -> {};
  }
}
