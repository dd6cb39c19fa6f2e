package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import firsthop.grader.files.FolderLock;
import firsthop.grader.gradebook.ResultsFolder;
import firsthop.grader.grading.Grading;
import firsthop.grader.intake.Intake;
import firsthop.grader.intake.IntakeLimits;
import firsthop.grader.roster.Roster;
import firsthop.grader.roster.RosterFile;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.ProcessSandbox;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.store.RunEnvironment;
import firsthop.grader.store.RunSpec;
import firsthop.grader.submission.Submission;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
      defaultValue = "grades",
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

  /**
   * Returns this command as an earlier run was asked for, so that parts of it can be done again.
   *
   * @throws BadInputException when this version has no such options
   */
  static GradeCommand asked(RunSpec request) throws BadInputException {
    GradeCommand command = new GradeCommand();
    try {
      new CommandLine(command)
          .registerConverter(Path.class, path -> request.directory().resolve(path))
          .parseArgs(request.arguments().toArray(String[]::new));
    } catch (ParameterException otherVersion) {
      throw new BadInputException(
          "the results come from \"grade "
              + ShellWords.join(request.arguments())
              + "\", which cannot be asked for any more; run grade again: "
              + otherVersion.getMessage());
    }
    return command;
  }

  @Override
  public Integer call() throws Exception {
    bench.check();
    Installation installation = Installation.current();
    Course course = Course.read(installation);
    List<Lab> labs = labs(course);
    PrintWriter terminal = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Consumer<String> says = line -> err.println(TerminalText.plain(line));
    List<Submission> submissions = submissions(course, out, says);
    ResultsOwnerCheck.check(out, path, submissions);
    ResultsFolder.check(out);
    RunSpec request =
        settings.request(
            arguments(), course.labs().stream().map(Lab::id).toList(), out, submissions, says);
    try (Sandbox sandbox = bench.open(installation, err::println);
        FolderLock own = ResultsFolder.begin(out);
        Grading grading = bench.benches(sandbox, submissions.size())) {
      RunEnvironment run = bench.run(installation, sandbox);
      GradeRun all = new GradeRun(grading, own.folder(), run, request, terminal, err);
      return new InterruptNotice(err, leavings(sandbox))
          .during(() -> all.grade(submissions, labs, fresh));
    }
  }

  /** Containers are removed by their engine; the folder of plain processes is not. */
  private static Runnable leavings(Sandbox sandbox) {
    return sandbox instanceof ProcessSandbox ? sandbox::close : () -> {};
  }

  /** Returns what was given. */
  Path path() {
    return path;
  }

  /** Returns where students' code runs. */
  BenchOptions bench() {
    return bench;
  }

  /**
   * Takes in the submissions.
   *
   * @param results where results are written; no submission, should it lie among them
   * @param says gets a line on what was given, and one on each thing in it that needs a look
   */
  List<Submission> submissions(Course course, Path results, Consumer<String> says)
      throws BadInputException {
    if (ResultsFolder.isOne(path)) {
      throw new BadInputException(
          path + " holds the results of an earlier run; give the folder that was graded then");
    }
    Roster people = roster == null ? Roster.NONE : RosterFile.read(roster);
    return new Intake(course, IntakeLimits.STANDARD, people, says).take(path, results);
  }

  private List<String> arguments() {
    List<String> all = spec.commandLine().getParent().getParseResult().originalArgs();
    return all.subList(1, all.size());
  }

  List<Lab> labs(Course course) throws BadInputException {
    if (lab == null) {
      return course.labs(settings.labs(course.labs().stream().map(Lab::id).toList()));
    }
    return List.of(
        course
            .find(lab.toLowerCase(Locale.ROOT))
            .orElseThrow(
                () -> new BadInputException("there is no " + lab + "; there are " + course.ids())));
  }
}
