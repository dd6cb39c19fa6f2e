package firsthop.grader.cli;

import firsthop.grader.archives.ArchiveKind;
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
      "PATH is your download, packed or unpacked. The first line of the output says how it is read:",
      "",
      "  a folder with a folder or an archive for each submission, or an archive of it",
      "  the submissions of an assignment, as Canvas, Moodle, Blackboard, Brightspace,",
      "  Gradescope, Microsoft Teams or Google Classroom exports them",
      "  a folder of clones from GitHub Classroom",
      "  a single submission",
      "",
      "Archives are "
          + ArchiveKind.ALL
          + ". If a student submitted several times, the newest"
          + " counts. A file is found by its package and class, in any folder. Only files named"
          + " My*.java, and classes that a student added to them, count. Every other file comes"
          + " from this checkout."
    },
    parameterListHeading = "%n",
    optionListHeading = "%n",
    footer = {
      "",
      "Files in DIR:",
      "  grades.csv                     one row per submission, one column per lab",
      "  submissions/<id>/result.json   every verdict with its reason, for you",
      "  submissions/<id>/feedback.md   for the student, without the hidden tests",
      "  report/index.html              an overview of the class; open it in a browser",
      "",
      "A run continues an earlier run into DIR, even if that run was interrupted. A result is"
          + " kept as long as the files, the exam, the image and the limits are the same.",
      "",
      "Examples:",
      "  ./firsthop grade examples --sandbox process   the samples, without Docker",
      "  ./firsthop grade submissions --lab lab01      one lab of a class, in Docker",
      "",
      "Exit codes:",
      "  0  every submission was graded, whatever its mark",
      "  2  the input cannot be used; one line says why",
      "  3  the machine failed: submissions that are \"not graded\" have no mark;",
      "     run it again"
    })
final class GradeCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      description = "A folder or an archive with submissions, or a single submission.")
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
            + " Blackboard, Brightspace, Gradescope or GitHub Classroom exports. id is the id of the user on the platform, or"
            + " the name of the submission.",
        "Students without a submission are listed and have a row. The submission of one member"
            + " counts for the whole group."
      })
  private @Nullable Path roster;

  @Option(
      names = "--lab",
      paramLabel = "LAB",
      description =
          "Grade only one lab, such as lab01 (default: the labs of the settings, or else all).")
  private @Nullable String lab;

  @Mixin private BenchOptions bench;

  @Mixin private SettingsOptions settings;

  @Option(
      names = "--fresh",
      description = "Grade every submission again; keep no result of an earlier run.")
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

  /** Reads the settings of the course; called once. */
  Settings settings(Course course) throws BadInputException {
    return settings.read(ids(course.labs()));
  }

  /**
   * Returns the run that the command line describes, without rules for single members of the class.
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

  /** The engine removes containers, but nobody else removes the folder of plain processes. */
  private static Runnable leavings(Sandbox sandbox) {
    return sandbox instanceof ProcessSandbox ? sandbox::close : () -> {};
  }
}
