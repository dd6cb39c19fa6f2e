package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.IoReason;
import firsthop.grader.export.CanvasExport;
import firsthop.grader.export.Export;
import firsthop.grader.export.ExportFiles;
import firsthop.grader.export.ExportResult;
import firsthop.grader.export.ExportedSubmission;
import firsthop.grader.export.GradebookExport;
import firsthop.grader.export.Grades;
import firsthop.grader.export.GradescopeExport;
import firsthop.grader.export.JunitExport;
import firsthop.grader.export.MarkdownExport;
import firsthop.grader.export.MoodleExport;
import firsthop.grader.export.Sheet;
import firsthop.grader.gradebook.StoredRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the marks of the last run in the format of another system. */
@Command(
    name = "export",
    description = {
      "Write the marks of the last run in the format of another system.",
      "",
      "Nothing is graded again. The marks include late deductions and overrides, which are also named"
          + " where the format has a place for them. A submission that was not graded has no mark: its cell is"
          + " empty, and it has no results.json."
    },
    optionListHeading = "%n",
    footer = {
      "",
      "Formats, and the files that are written to FOLDER:",
      "  canvas       canvas.csv, for Grades > Import; one column per lab",
      "  moodle       moodle.csv, an offline grading worksheet; with --lab, of one lab",
      "  blackboard   blackboard.csv, or blackboard.xls with tabs; only with --like",
      "  brightspace  brightspace.csv, for Grades > Import; only with --like",
      "  gradescope   gradescope/, an autograder that returns results.json",
      "  junit        junit.xml, one suite per submission, for Jenkins or GitLab",
      "  markdown     summary.md, a job summary for GitHub Actions",
      "",
      "Examples:",
      "  ./firsthop export --format canvas --like ~/Downloads/Grades.csv",
      "  ./firsthop export --format moodle --lab lab01 --like worksheet.csv"
    })
final class ExportCommand implements Callable<Integer> {
  private static final int MOST_NAMES = 10;

  /** The formats in which each lab has a column of its own. */
  private static final Set<String> WITH_COLUMNS = Set.of("canvas", "blackboard", "brightspace");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description = "canvas, moodle, blackboard, brightspace, gradescope, junit or markdown.")
  private String format;

  @Mixin private ResultsOption results;

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description = "Where to write (default: export in DIR).")
  private @Nullable Path to;

  @Option(
      names = "--lab",
      paramLabel = "LAB",
      description = "The marks of one lab only, such as lab01 (default: all, and their total).")
  private @Nullable String lab;

  @Option(
      names = "--column",
      paramLabel = "LAB=TITLE",
      description =
          "canvas, blackboard, brightspace: the title of the assignment of a lab, such as"
              + " lab01=\"Addresses (1234)\" (default: the lab's id).")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--like",
      paramLabel = "FILE",
      description =
          "canvas, moodle, blackboard, brightspace: a gradebook or worksheet that you exported there."
              + " It is filled in, and its own ids find the students.")
  private @Nullable Path like;

  @Option(
      names = "--overwrite",
      description =
          "With --like: replace also what somebody entered in that file, such as a grade or EX"
              + " (default: it is kept and listed).")
  private boolean overwrite;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInputException {
    Export export = format();
    StoredRun run = StoredRun.read(results.folder());
    Grades grades = Grades.of(run, Optional.ofNullable(lab).map(id -> id.toLowerCase(Locale.ROOT)));
    if (export instanceof GradescopeExport
        && grades.all().stream().allMatch(each -> each.account("Gradescope").isEmpty())) {
      throw new BadInputException(
          "--format gradescope needs submissions that Gradescope exported; none of these has a"
              + " Gradescope number");
    }
    ExportResult exported = export.export(grades);
    Path folder = to == null ? results.folder().resolve("export") : to;
    Path written;
    try {
      written = ExportFiles.write(folder, exported);
    } catch (IOException failed) {
      throw new BadInputException(
          "cannot write to " + folder + ": " + IoReason.of(failed) + "; name another with --to");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("Written to " + written);
    List<ExportedSubmission> unmarked = grades.unmarked();
    if (!unmarked.isEmpty()) {
      out.println(
          TerminalText.plain(
              unmarked.size()
                  + " of "
                  + grades.all().size()
                  + " have no mark, because they were not graded: "
                  + unmarked.stream()
                      .limit(MOST_NAMES)
                      .map(ExportedSubmission::id)
                      .collect(Collectors.joining(", "))
                  + (unmarked.size() > MOST_NAMES ? " ..." : "")));
    }
    Stream.concat(run.notices().stream(), exported.notices().stream())
        .forEach(notice -> out.println("Note: " + TerminalText.plain(notice)));
    return Main.DONE;
  }

  private Export format() throws BadInputException {
    if (!columns.isEmpty() && !WITH_COLUMNS.contains(format)) {
      throw new BadInputException("--column is for --format canvas, blackboard and brightspace");
    }
    if (like != null && !WITH_COLUMNS.contains(format) && !format.equals("moodle")) {
      throw new BadInputException(
          "--like is for --format canvas, moodle, blackboard and brightspace");
    }
    if (overwrite && like == null) {
      throw new BadInputException("--overwrite is for --like");
    }
    return switch (format) {
      case "canvas" -> new CanvasExport(columns, sheet(CanvasExport::isHeader), overwrite);
      case "moodle" -> new MoodleExport(sheet(MoodleExport::isHeader), overwrite);
      case "blackboard" ->
          GradebookExport.blackboard(
              required(GradebookExport::isFromBlackboard), columns, overwrite);
      case "brightspace" ->
          GradebookExport.brightspace(
              required(GradebookExport::isFromBrightspace), columns, overwrite);
      case "gradescope" -> new GradescopeExport();
      case "junit" -> new JunitExport();
      case "markdown" -> new MarkdownExport();
      default ->
          throw new BadInputException(
              "--format "
                  + format
                  + ": give canvas, moodle, blackboard, brightspace, gradescope, junit or markdown");
    };
  }

  private Sheet required(Predicate<List<String>> isHeader) throws BadInputException {
    return sheet(isHeader)
        .orElseThrow(
            () ->
                new BadInputException(
                    "--format %s needs --like FILE, with the gradebook that you exported there"
                        .formatted(format)));
  }

  private Optional<Sheet> sheet(Predicate<List<String>> isHeader) throws BadInputException {
    return like == null ? Optional.empty() : Optional.of(Sheet.read(like, isHeader));
  }
}
