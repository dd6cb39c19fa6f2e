package firsthop.grader.app;

import firsthop.grader.bench.Grading;
import firsthop.grader.bench.Patience;
import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import firsthop.grader.gradebook.ExamVersion;
import firsthop.grader.gradebook.Gradebook;
import firsthop.grader.gradebook.Request;
import firsthop.grader.gradebook.RunInfo;
import firsthop.grader.intake.BadInputException;
import firsthop.grader.intake.Intake;
import firsthop.grader.intake.IntakeLimits;
import firsthop.grader.intake.Roster;
import firsthop.grader.intake.RosterFile;
import firsthop.grader.intake.Submission;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.Sandbox;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
  private static final int MAX_BENCHES = 250;

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
      description = "Grade one lab only, such as lab01 (default: all).")
  private @Nullable String lab;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many benches work side by side (default: the processors and one more).")
  private int jobs = Runtime.getRuntime().availableProcessors() + 1;

  @Option(
      names = "--sandbox",
      paramLabel = "KIND",
      defaultValue = "docker",
      description = {
        "docker (default): students' code runs in containers without a network.",
        "process: plain processes, without protection; for the examples, your own code, or inside"
            + " a container that is itself the sandbox."
      })
  private String sandboxKind;

  @Option(
      names = "--base-image",
      paramLabel = "IMAGE",
      description =
          "An image with Java on it to build the sandbox's image from (default: this JDK's own).")
  private @Nullable String baseImage;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = {
        "Where the hidden tests' chance comes from, such as which datagrams get lost (default:"
            + " ${DEFAULT-VALUE}).",
        "The same seed brings the same failure back."
      })
  private long seed = Grading.USUAL_SEED;

  @Mixin private SettingsOptions settings;

  @Option(
      names = "--fresh",
      description = "Grade all again, also what stands from an earlier run into DIR.")
  private boolean fresh;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (jobs < 1 || jobs > MAX_BENCHES) {
      throw new BadInputException("--jobs " + jobs + ": give 1 to " + MAX_BENCHES);
    }
    Installation installation = Installation.current();
    Course course = Course.read(installation);
    List<Lab> labs = labs(course);
    PrintWriter terminal = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    List<Submission> submissions =
        new Intake(
                course,
                IntakeLimits.STANDARD,
                roster == null ? Roster.NONE : RosterFile.read(roster),
                line -> err.println(TerminalText.plain(line)))
            .take(path, out);
    Gradebook.check(out);
    Request request =
        settings.request(arguments(), course.labs().stream().map(Lab::id).toList(), out);
    try (Sandbox sandbox = Sandboxes.open(sandboxKind, baseImage, installation, err::println);
        Grading grading =
            new Grading(sandbox, Math.min(jobs, submissions.size()), seed, Patience.STANDARD)) {
      RunInfo run =
          new RunInfo(ExamVersion.of(installation.workerJars()), seed, sandbox.describe());
      return new GradeRun(grading, out, run, request, terminal, err)
          .grade(submissions, labs, fresh);
    }
  }

  private List<String> arguments() {
    List<String> all = spec.commandLine().getParent().getParseResult().originalArgs();
    return all.subList(1, all.size());
  }

  private List<Lab> labs(Course course) throws BadInputException {
    if (lab == null) {
      return course.labs();
    }
    return List.of(
        course
            .find(lab)
            .orElseThrow(
                () -> new BadInputException("there is no " + lab + "; there are " + course.ids())));
  }
}
