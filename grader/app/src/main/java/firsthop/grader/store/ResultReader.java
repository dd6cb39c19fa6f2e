package firsthop.grader.store;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.TestKey;
import firsthop.grader.control.TraceEntry;
import firsthop.grader.control.Verdict;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.HandedIn;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.TestResult;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.submission.AccountOwner;
import firsthop.grader.submission.SubmissionOrigin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code result.json} as {@link ResultJson} writes it. */
public final class ResultReader {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private ResultReader() {}

  /**
   * Reads a result.
   *
   * @throws IllegalArgumentException when the text is not such a file; the message says why
   */
  public static StoredResult read(String text) {
    try {
      return result(JSON.readTree(text));
    } catch (JacksonException | java.time.DateTimeException broken) {
      throw new IllegalArgumentException(broken.getMessage(), broken);
    }
  }

  private static StoredResult result(JsonNode root) {
    Map<String, LabKey> keys = new TreeMap<>();
    List<LabResult> labs = new ArrayList<>();
    Map<String, Excerpts> excerpts = new TreeMap<>();
    for (JsonNode lab : array(root, "labs")) {
      String id = text(lab, "id");
      keys.put(id, new LabKey(text(lab, "key")));
      excerpts.put(id, ExcerptsJson.read(field(lab, "excerpts")));
      labs.add(
          new LabResult(
              id,
              handedIn(text(lab, "handedIn")),
              list(lab, "exercises", ResultReader::exercise),
              leftOut(lab),
              field(lab, "brokeBench").booleanValue(),
              list(lab, "notices", JsonNode::stringValue)));
    }
    SubmissionResult result =
        new SubmissionResult(
            text(root, "submission"),
            text(root, "digest"),
            labs,
            list(root, "notices", JsonNode::stringValue),
            Instant.parse(text(root, "started")),
            field(root, "millis").longValue(),
            arrival(field(root, "arrival")));
    return new StoredResult(
        result,
        keys,
        run(root),
        lines(field(root, "lines")),
        excerpts,
        list(root, "fileNotices", JsonNode::stringValue));
  }

  private static RunEnvironment run(JsonNode root) {
    JsonNode limits = field(root, "limits");
    return new RunEnvironment(
        text(root, "examVersion"),
        field(root, "seed").longValue(),
        new Sandbox.Description(
            text(root, "sandbox"),
            text(root, "image"),
            text(root, "jdk"),
            field(root, "ownNamespace").booleanValue(),
            new Limits(
                field(limits, "heapMiB").intValue(),
                field(limits, "memoryMiB").intValue(),
                field(limits, "processes").intValue(),
                field(limits, "openFiles").intValue(),
                field(limits, "scratchMiB").intValue(),
                field(limits, "cpus").doubleValue())));
  }

  private static Map<String, Integer> lines(JsonNode node) {
    Map<String, Integer> lines = new TreeMap<>();
    node.properties().forEach(entry -> lines.put(entry.getKey(), entry.getValue().intValue()));
    return lines;
  }

  private static SubmissionOrigin arrival(JsonNode node) {
    return new SubmissionOrigin(
        text(node, "from"),
        text(node, "person"),
        text(node, "account"),
        Optional.ofNullable(node.get("at")).map(at -> Instant.parse(at.stringValue())),
        field(node, "late").booleanValue(),
        node.has("accountOwner")
            ? AccountOwner.valueOf(text(node, "accountOwner"))
            : AccountOwner.PERSON);
  }

  private static ExerciseResult exercise(JsonNode node) {
    String id = text(node, "id");
    List<TestResult> tests = list(node, "tests", test -> test(id, test));
    return new ExerciseResult(
        new ExamPlan.Exercise(
            id,
            text(node, "title"),
            text(node, "rfc"),
            text(node, "contract"),
            tests.stream().map(TestResult::test).toList()),
        tests);
  }

  private static TestResult test(String exercise, JsonNode node) {
    return new TestResult(
        new ExamPlan.Test(
            new TestKey(exercise, text(node, "name")),
            field(node, "max").intValue(),
            text(node, "hint"),
            field(node, "limitMillis").intValue()),
        verdict(text(node, "verdict")),
        text(node, "message"),
        node.has("thrown") ? text(node, "thrown") : null,
        node.has("frames") ? list(node, "frames", JsonNode::stringValue) : List.of(),
        node.has("trace") ? list(node, "trace", ResultReader::entry) : List.of(),
        field(node, "millis").longValue());
  }

  private static TraceEntry entry(JsonNode node) {
    return new TraceEntry(
        field(node, "micros").longValue(),
        text(node, "from"),
        text(node, "to"),
        text(node, "summary"),
        text(node, "outcome"));
  }

  private static Map<String, String> leftOut(JsonNode lab) {
    Map<String, String> problems = new TreeMap<>();
    field(lab, "leftOut")
        .properties()
        .forEach(entry -> problems.put(entry.getKey(), entry.getValue().stringValue()));
    return problems;
  }

  private static Verdict verdict(String words) {
    for (Verdict verdict : Verdict.values()) {
      if (verdict.label().equals(words)) {
        return verdict;
      }
    }
    throw new IllegalArgumentException("no verdict: " + words);
  }

  private static HandedIn handedIn(String word) {
    for (HandedIn handedIn : HandedIn.values()) {
      if (handedIn.word().equals(word)) {
        return handedIn;
      }
    }
    throw new IllegalArgumentException("not a known word for handedIn: " + word);
  }

  private static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> element) {
    List<T> all = new ArrayList<>();
    array(node, name).forEach(each -> all.add(element.apply(each)));
    return List.copyOf(all);
  }

  private static JsonNode array(JsonNode node, String name) {
    JsonNode array = field(node, name);
    if (!array.isArray()) {
      throw new IllegalArgumentException(name + " is not a list");
    }
    return array;
  }

  private static String text(JsonNode node, String name) {
    return field(node, name).stringValue();
  }

  private static JsonNode field(JsonNode node, String name) {
    JsonNode field = node.get(name);
    if (field == null) {
      throw new IllegalArgumentException("there is no " + name);
    }
    return field;
  }
}
