package firsthop.grader.cli;

import static firsthop.grader.course.SampleCourse.LAB01;
import static firsthop.grader.course.SampleCourse.LAB02;
import static firsthop.grader.grading.SamplePlan.PATIENT;
import static firsthop.grader.grading.SamplePlan.PLAN;
import static firsthop.grader.grading.ScriptedSandbox.passAll;
import static firsthop.grader.grading.ScriptedSandbox.saysAnywhere;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.ToExaminer;
import firsthop.grader.course.Lab;
import firsthop.grader.course.SampleCourse;
import firsthop.grader.export.ExportedSubmission;
import firsthop.grader.export.Grades;
import firsthop.grader.gradebook.StoredRun;
import firsthop.grader.grading.Grading;
import firsthop.grader.grading.ScriptedSandbox;
import firsthop.grader.grading.ScriptedSandbox.EndOfProcess;
import firsthop.grader.store.MarkingPolicy;
import firsthop.grader.store.RunEnvironment;
import firsthop.grader.store.SampleSpecs;
import firsthop.grader.submission.Submission;
import firsthop.grader.submission.SubmissionOrigin;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Every file and table of a run says the same status of a submission. */
@Timeout(60)
class StatusAgreementTest {
  /** What happens to one lab of the submission. */
  enum Fate {
    GRADED("graded"),
    BREAKS_THE_BENCH("broke the bench"),
    MACHINE_FAILS("not graded"),
    UNREADABLE("not readable"),
    NOTHING("nothing handed in");

    final String words;

    Fate(String words) {
      this.words = words;
    }

    boolean isHandedIn() {
      return this != UNREADABLE && this != NOTHING;
    }
  }

  private static final String BREAKS = "breaks the bench";

  @TempDir private Path folder;

  @Test
  void a_bench_that_broke_in_the_only_lab_of_the_run_is_said_though_another_was_not_graded()
      throws Exception {
    assertThat(statuses(Fate.BREAKS_THE_BENCH, Fate.MACHINE_FAILS, true))
        .containsOnly(
            Map.entry("terminal", "broke the bench"),
            Map.entry("grades.csv", "broke the bench"),
            Map.entry("result.json", "broke the bench"),
            Map.entry("report index", "broke the bench"),
            Map.entry("report page", "broke the bench"),
            Map.entry("read back", "broke the bench"),
            Map.entry("export", "broke the bench"));
  }

  @ParameterizedTest(name = "{0}, {1}, lab01 alone: {2}")
  @MethodSource("combinations")
  void all_say_the_same(Fate lab01, Fate lab02, boolean lab01Alone) throws Exception {
    Map<String, String> statuses = statuses(lab01, lab02, lab01Alone);
    assertThat(statuses).hasSize(7);
    assertThat(statuses.values())
        .as("%s", statuses)
        .containsOnly(lab01Alone ? ofOne(lab01, lab02) : ofBoth(lab01, lab02));
  }

  static Stream<Arguments> combinations() {
    return Stream.of(Fate.values())
        .flatMap(
            lab01 ->
                Stream.of(Fate.values())
                    .flatMap(
                        lab02 ->
                            Stream.of(true, false)
                                .map(alone -> Arguments.of(lab01, lab02, alone))));
  }

  /** What could not be read may be anything, in either lab. */
  private static String ofOne(Fate lab01, Fate lab02) {
    return lab01 == Fate.NOTHING && lab02 == Fate.UNREADABLE ? "not readable" : lab01.words;
  }

  private static String ofBoth(Fate lab01, Fate lab02) {
    List<Fate> both = List.of(lab01, lab02);
    if (both.contains(Fate.MACHINE_FAILS)) {
      return "not graded";
    }
    if (both.stream().noneMatch(Fate::isHandedIn)) {
      return both.contains(Fate.UNREADABLE) ? "not readable" : "nothing handed in";
    }
    return both.contains(Fate.BREAKS_THE_BENCH) ? "broke the bench" : "graded";
  }

  /** Grades both labs and then, where that is asked for, lab01 alone; return who says what. */
  private Map<String, String> statuses(Fate lab01, Fate lab02, boolean lab01Alone)
      throws Exception {
    Map<String, Map<String, String>> sources = new TreeMap<>();
    handIn(sources, "lab01", SampleCourse.CODEC, lab01);
    handIn(sources, "lab02", SampleCourse.ECHO, lab02);
    Submission kim =
        new Submission(
            "kim",
            sources,
            List.of(),
            SubmissionOrigin.UNKNOWN,
            List.of(lab01, lab02).contains(Fate.UNREADABLE),
            List.of());
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining(
                (examiner, request, grader) -> {
                  Fate fate = isOf(LAB01, request) ? lab01 : lab02;
                  if (fate == Fate.MACHINE_FAILS || saysAnywhere(request, BREAKS)) {
                    throw new EndOfProcess();
                  }
                  passAll(request, grader);
                });
    String terminal = grade(sandbox, kim, List.of(LAB01, LAB02));
    return said(lab01Alone ? grade(sandbox, kim, List.of(LAB01)) : terminal);
  }

  private static void handIn(
      Map<String, Map<String, String>> sources, String lab, String path, Fate fate) {
    if (fate.isHandedIn()) {
      sources.put(lab, Map.of(path, fate == Fate.BREAKS_THE_BENCH ? BREAKS : "code"));
    }
  }

  private static boolean isOf(Lab lab, ToExaminer.Examine request) {
    return request.tests().get(0).exercise().startsWith(lab.number() + ".");
  }

  private String grade(ScriptedSandbox sandbox, Submission submission, List<Lab> labs)
      throws Exception {
    StringWriter out = new StringWriter();
    try (Grading grading = new Grading(sandbox, 1, 0, PATIENT)) {
      new GradeRun(
              grading,
              folder,
              new RunEnvironment("v1", 1, sandbox.describe()),
              SampleSpecs.of(
                  "x", "", MarkingPolicy.USUAL, labs.stream().map(Lab::id).toArray(String[]::new)),
              new PrintWriter(out),
              new PrintWriter(new StringWriter()))
          .grade(List.of(submission), labs, false);
    }
    return out.toString();
  }

  private Map<String, String> said(String terminal) throws Exception {
    StoredRun run = StoredRun.read(folder);
    ExportedSubmission exported = Grades.of(run, Optional.empty()).all().get(0);
    Map<String, String> said = new TreeMap<>();
    said.put("terminal", find("(?m)^kim [^\n]*  (\\S[^\n]*)$", terminal));
    said.put("grades.csv", find("(?m)^kim,[^\n]*,([^\n]*)$", read("grades.csv")));
    said.put(
        "result.json",
        JsonMapper.shared()
            .readTree(read("submissions/kim/result.json"))
            .at("/status")
            .stringValue());
    said.put("report index", find("<span class=\"label [a-z]+\">([^<]+)", table()));
    said.put("report page", find("class=\"sum\">.*?<span class=\"label [a-z]+\">([^<]+)", page()));
    said.put("read back", run.graded().get(0).status().label());
    said.put("export", exported.result().status().label());
    return said;
  }

  /** The table of submissions has no label but their status. */
  private String table() throws Exception {
    String index = read("report/index.html");
    return index.substring(index.indexOf("data-kind"));
  }

  private String page() throws Exception {
    try (Stream<Path> pages = Files.list(folder.resolve("report/submissions"))) {
      return Files.readString(pages.findFirst().orElseThrow());
    }
  }

  private String read(String file) throws Exception {
    return Files.readString(folder.resolve(file));
  }

  private static String find(String pattern, String text) {
    Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
    return found.group(1);
  }
}
