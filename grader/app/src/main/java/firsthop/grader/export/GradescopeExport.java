package firsthop.grader.export;

import firsthop.grader.common.NameList;
import firsthop.grader.common.PlainText;
import firsthop.grader.control.Verdict;
import firsthop.grader.feedback.FeedbackSentences;
import firsthop.grader.marks.LabMark;
import firsthop.grader.settings.FeedbackLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A {@code results.json} for each submission, in the format of "Autograder Specifications" of the
 * Gradescope Autograder Documentation, and an autograder: two scripts that give each submission its
 * own result. Scripts and results are uploaded as one zip.
 *
 * <p>A submission that was not graded gets no file, because a score in it would be a mark.
 * Gradescope then says that the autograder failed.
 */
public record GradescopeExport() implements Export {
  /** Results are visible after the instructor has published them. */
  private static final String VISIBILITY = "after_published";

  private static final double MILLIS_A_SECOND = 1_000;
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  @Override
  public ExportResult export(Grades grades) {
    Map<String, String> files = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    for (String script : List.of("run_autograder", "setup.sh")) {
      files.put("gradescope/" + script, script(script));
    }
    for (ExportedSubmission graded : grades.all()) {
      Optional<String> submission = graded.account("Gradescope");
      if (submission.isEmpty()) {
        unknown.add(graded.id());
      }
      if (graded.total().isPresent()) {
        files.put(
            "gradescope/results/" + submission.orElse(graded.id()) + "/results.json",
            JSON.writerWithDefaultPrettyPrinter().writeValueAsString(result(graded, grades))
                + "\n");
      }
    }
    List<String> notices = new ArrayList<>();
    if (!unknown.isEmpty()) {
      notices.add(
          "Gradescope does not find the results.json of these, because they have no Gradescope"
              + " submission number: "
              + NameList.of(unknown));
    }
    return new ExportResult(files, notices);
  }

  private static ObjectNode result(ExportedSubmission graded, Grades grades) {
    ObjectNode root =
        JSON.createObjectNode()
            .put("score", graded.total().orElseThrow())
            .put("execution_time", graded.result().millis() / MILLIS_A_SECOND)
            .put("output", output(graded, grades.words()))
            .put("output_format", "text")
            .put("test_output_format", "text")
            .put("test_name_format", "text")
            .put("visibility", VISIBILITY)
            .put("stdout_visibility", "hidden");
    ObjectNode extra = root.putObject("extra_data");
    extra.put("submission", graded.id()).put("digest", graded.result().digest());
    ArrayNode labs = extra.putArray("labs");
    graded.marks().labs().forEach(mark -> labs.add(lab(mark)));
    ArrayNode tests = root.putArray("tests");
    FeedbackEntry.of(graded, grades).forEach(entry -> tests.add(test(entry, grades)));
    return root;
  }

  private static ObjectNode lab(LabMark mark) {
    return JSON.createObjectNode()
        .put("id", mark.lab())
        .put("before", mark.before())
        .put("after", mark.after())
        .put("max", mark.max())
        .put("daysLate", mark.daysLate());
  }

  private static String output(ExportedSubmission graded, FeedbackSentences words) {
    List<String> lines = new ArrayList<>();
    lines.add(graded.points(words));
    graded.remarks(words).forEach(remark -> lines.add(PlainText.line(remark)));
    return String.join("\n", lines);
  }

  private static ObjectNode test(FeedbackEntry entry, Grades grades) {
    FeedbackLevel level = grades.feedback();
    ObjectNode test = JSON.createObjectNode();
    boolean decided = entry.verdict() != Verdict.NOT_GRADED;
    if (decided) {
      test.put("score", entry.points());
    }
    test.put("max_score", entry.max());
    // With feedback at the level of points, an exercise with some points is neither.
    if (decided && (level != FeedbackLevel.SCORE || entry.verdict() == Verdict.PASSED)) {
      test.put("status", entry.verdict() == Verdict.PASSED ? "passed" : "failed");
    }
    test.put("name", entry.name()).put("number", entry.number());
    List<String> output = new ArrayList<>();
    if (level != FeedbackLevel.SCORE) {
      output.add(grades.words().verdict(entry.verdict()));
    }
    if (!entry.text().isEmpty()) {
      output.add(entry.text());
    }
    return test.put("output", String.join("\n", output)).put("visibility", VISIBILITY);
  }

  private static String script(String name) {
    try (InputStream in = GradescopeExport.class.getResourceAsStream("gradescope/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program's jar lacks gradescope/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
