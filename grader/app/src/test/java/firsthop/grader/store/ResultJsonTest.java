package firsthop.grader.store;

import static firsthop.grader.gradebook.SampleResultSet.lab;
import static firsthop.grader.gradebook.SampleResultSet.result;
import static firsthop.grader.gradebook.SampleResultSet.submission;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.TraceEntry;
import firsthop.grader.control.Verdict;
import firsthop.grader.gradebook.SampleResultSet;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.result.HandedIn;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.SubmissionStatus;
import firsthop.grader.result.TestResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultJsonTest {
  private static final Map<String, Integer> LINES = Map.of("MyCodec.java", 42);

  @Test
  void it_holds_all_that_is_known() {
    SubmissionResult submission =
        submission(
            "kim",
            lab(
                "lab01",
                result("takes", Verdict.PASSED, ""),
                result("refuses", Verdict.FAILED, "expected 1 but was 2")));
    assertThat(JsonMapper.shared().readTree(write(submission)))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {
                      "submission": "kim",
                      "digest": "digest",
                      "status": "graded",
                      "score": 4,
                      "max": 8,
                      "examVersion": "v1",
                      "seed": 1,
                      "sandbox": "docker",
                      "image": "image:1",
                      "jdk": "17.0.15",
                      "ownNamespace": true,
                      "limits": {
                        "heapMiB": 128, "memoryMiB": 384, "processes": 700,
                        "openFiles": 1024, "scratchMiB": 16, "cpus": 1.0
                      },
                      "started": "2026-03-02T09:00:00Z",
                      "millis": 1234,
                      "arrival": {
                        "from": "Canvas", "person": "Kim, Min", "account": "4711",
                        "at": "2026-03-02T08:59:00Z", "late": true
                      },
                      "marks": {
                        "before": 4, "after": 4, "max": 8,
                        "labs": [
                          {"id": "lab01", "earned": 4, "before": 4, "after": 4, "max": 8,
                           "daysLate": 0, "percentOff": 0}
                        ],
                        "overrides": [], "notices": []
                      },
                      "lines": {"MyCodec.java": 42},
                      "labs": [{
                        "id": "lab01", "key": "key of lab01", "handedIn": "work",
                        "status": "graded", "score": 4, "max": 8,
                        "exercises": [{
                          "id": "1.1", "title": "Dotted decimal", "rfc": "RFC 6943",
                          "contract": "firsthop.addresses.Codec", "score": 4, "max": 8,
                          "tests": [
                            {"name": "takes", "verdict": "passed", "points": 4, "max": 4,
                             "hint": "The hint.", "limitMillis": 1000,
                             "message": "", "millis": 7},
                            {"name": "refuses", "verdict": "failed", "points": 0, "max": 4,
                             "hint": "The hint.", "limitMillis": 1000,
                             "message": "expected 1 but was 2", "millis": 7}
                          ]
                        }],
                        "leftOut": {}, "excerpts": {}, "brokeBench": false, "notices": []
                      }],
                      "notices": ["a notice"],
                      "fileNotices": ["a file is left out"]
                    }
                    """));
  }

  @Test
  void it_is_read_back_as_it_was() {
    TestResult threw =
        SampleResultSet.threw("java.lang.Error", "why", "at MyCodec.parse(MyCodec.java:7)");
    TestResult lost = SampleResultSet.withTrace(new TraceEntry(1, "a", "b", "DATA 1", "dropped"));
    LabResult lab01 = lab("lab01", threw, lost, result("c", Verdict.NOT_GRADED, "no engine"));
    LabResult lab02 =
        new LabResult(
            "lab02",
            List.of(),
            Map.of("firsthop/udp/Help.java", "';' expected"),
            true,
            List.of("n"));
    SubmissionResult written = submission("kim", lab01, lab02);
    StoredResult read = ResultReader.read(write(written));
    assertThat(read.result()).isEqualTo(written);
    assertThat(read).isEqualTo(SampleResultSet.kept(written, LINES));
  }

  @Test
  void what_was_not_graded_is_null_and_never_0() {
    JsonNode root =
        JsonMapper.shared()
            .readTree(
                write(
                    submission(
                        "kim",
                        lab("lab01", result("a", Verdict.PASSED, "")),
                        lab("lab02", result("b", Verdict.NOT_GRADED, "no engine")))));
    assertThat(root.at("/score").isNull()).isTrue();
    assertThat(root.at("/max").intValue()).isEqualTo(8);
    assertThat(root.at("/labs/0/score").intValue()).isEqualTo(4);
    assertThat(root.at("/labs/1/score").isNull()).isTrue();
    assertThat(root.at("/labs/1/exercises/0/score").isNull()).isTrue();
    assertThat(root.at("/labs/1/exercises/0/tests/0/points").isNull()).isTrue();
    assertThat(root.at("/labs/1/exercises/0/tests/0/verdict").stringValue())
        .isEqualTo("not graded");
  }

  @Test
  void at_the_top_is_what_came_of_the_labs_of_the_run_and_in_each_lab_what_came_of_it() {
    SubmissionResult both =
        submission(
            "kim",
            lab("lab01", HandedIn.WORK, true, result("a", Verdict.CRASHED, "")),
            lab("lab02", result("b", Verdict.NOT_GRADED, "no engine")));
    JsonNode root = JsonMapper.shared().readTree(write(both, List.of("lab01")));
    assertThat(root.at("/status").stringValue()).isEqualTo("broke the bench");
    assertThat(root.at("/score").intValue()).isZero();
    assertThat(root.at("/max").intValue()).isEqualTo(4);
    assertThat(root.at("/marks/max").intValue()).isEqualTo(4);
    assertThat(root.at("/labs/0/status").stringValue()).isEqualTo("broke the bench");
    assertThat(root.at("/labs/1/status").stringValue()).isEqualTo("not graded");
  }

  @Test
  void a_status_that_somebody_wrote_there_is_not_believed() {
    SubmissionResult graded = SampleResultSet.graded("kim", result("a", Verdict.PASSED, ""));
    String text = write(graded);
    String edited = text.replace("\"status\" : \"graded\"", "\"status\" : \"not graded\"");
    assertThat(edited).isNotEqualTo(text);
    assertThat(ResultReader.read(edited).result().status()).isEqualTo(SubmissionStatus.GRADED);
  }

  @ParameterizedTest
  @EnumSource
  void what_was_handed_in_for_a_lab_is_read_back(HandedIn handedIn) {
    LabResult lab = lab("lab01", handedIn, false, result("a", Verdict.MISSING, ""));
    assertThat(ResultReader.read(write(submission("kim", lab))).result().labs())
        .containsExactly(lab);
  }

  @Test
  void a_test_over_the_wire_keeps_its_trace() {
    TraceEntry entry =
        new TraceEntry(1_500, "client 127.0.0.1:40000", "server", "DATA 3", "relay: dropped");
    TestResult lost = SampleResultSet.withTrace(entry);
    JsonNode test =
        JsonMapper.shared()
            .readTree(write(SampleResultSet.graded("kim", lost)))
            .at("/labs/0/exercises/0/tests/0");
    assertThat(test.at("/trace"))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    [{"micros": 1500, "from": "client 127.0.0.1:40000", "to": "server",
                      "summary": "DATA 3", "outcome": "relay: dropped"}]
                    """));
  }

  @Test
  void any_text_is_read_back_as_it_was() {
    String nasty = "\"\\\n\r\t\u0000\u001B</script>\u2028\uD83D\uDE00김";
    SubmissionResult submission = SampleResultSet.graded(nasty, result("a", Verdict.FAILED, nasty));
    JsonNode root = JsonMapper.shared().readTree(write(submission));
    assertThat(root.at("/submission").stringValue()).isEqualTo(nasty);
    assertThat(root.at("/labs/0/exercises/0/tests/0/message").stringValue()).isEqualTo(nasty);
  }

  private static String write(SubmissionResult result) {
    return write(result, result.labs().stream().map(LabResult::id).toList());
  }

  private static String write(SubmissionResult result, List<String> labs) {
    return ResultJson.write(
        SampleResultSet.kept(result, LINES), labs, MarkRules.NONE.marks(result.in(labs)));
  }
}
