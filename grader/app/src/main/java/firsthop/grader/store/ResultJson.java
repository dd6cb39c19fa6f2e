package firsthop.grader.store;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.TraceEntry;
import firsthop.grader.control.Verdict;
import firsthop.grader.marks.SubmissionMarks;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.SubmissionStatus;
import firsthop.grader.result.TestResult;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.submission.AccountOwner;
import firsthop.grader.submission.SubmissionOrigin;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes {@code result.json}: the whole result, for the instructor and for programs. Without
 * grading the score is null, never 0. {@link ResultReader} reads it.
 *
 * <p>Status, score and marks at the top are those of the labs that the last run graded, as in the
 * tables of that run. Each lab has its own status, too. All of these are for readers; the program
 * computes them again when it needs them.
 */
public final class ResultJson {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private ResultJson() {}

  /**
   * Writes a result and its marks.
   *
   * @param runLabs the ids of the labs that the run graded
   * @param marks the marks in these labs
   */
  public static String write(StoredResult kept, List<String> runLabs, SubmissionMarks marks) {
    SubmissionResult result = kept.result();
    SubmissionResult graded = result.in(runLabs);
    RunEnvironment run = kept.run();
    ObjectNode root = JSON.createObjectNode();
    root.put("submission", result.id());
    root.put("digest", result.digest());
    root.put("status", graded.status().label());
    score(root, graded.hasNoMark(), graded.score());
    root.put("max", graded.max());
    root.put("examVersion", run.examVersion());
    root.put("seed", run.seed());
    root.put("sandbox", run.sandbox().kind());
    root.put("image", run.sandbox().image());
    root.put("jdk", run.sandbox().jdk());
    root.put("ownNamespace", run.sandbox().ownNamespace());
    root.set("limits", limits(run.sandbox().limits()));
    root.put("started", result.started().toString());
    root.put("millis", result.millis());
    root.set("arrival", arrival(result.arrival()));
    root.set("marks", MarksJson.node(marks));
    ObjectNode lines = root.putObject("lines");
    kept.lines().forEach(lines::put);
    ArrayNode labs = root.putArray("labs");
    result.labs().forEach(lab -> labs.add(lab(lab, kept)));
    strings(root, "notices", result.notices());
    strings(root, "fileNotices", kept.fileNotices());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static ObjectNode arrival(SubmissionOrigin arrival) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("from", arrival.from())
            .put("person", arrival.person())
            .put("account", arrival.account())
            .put("late", arrival.late());
    arrival.at().ifPresent(at -> node.put("at", at.toString()));
    if (arrival.accountOwner() != AccountOwner.PERSON) {
      node.put("accountOwner", arrival.accountOwner().name());
    }
    return node;
  }

  private static ObjectNode limits(Limits limits) {
    return JSON.createObjectNode()
        .put("heapMiB", limits.heapMiB())
        .put("memoryMiB", limits.memoryMiB())
        .put("processes", limits.processes())
        .put("openFiles", limits.openFiles())
        .put("scratchMiB", limits.scratchMiB())
        .put("cpus", limits.cpus());
  }

  private static ObjectNode lab(LabResult lab, StoredResult kept) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("id", lab.id())
            .put("key", kept.keys().get(lab.id()).text())
            .put("handedIn", lab.handedIn().word())
            .put("status", SubmissionStatus.of(List.of(lab)).label());
    score(node, lab.notGraded(), lab.score()).put("max", lab.max());
    ArrayNode exercises = node.putArray("exercises");
    lab.exercises().forEach(exercise -> exercises.add(exercise(exercise)));
    ObjectNode leftOut = node.putObject("leftOut");
    lab.leftOut().forEach(leftOut::put);
    node.set("excerpts", ExcerptsJson.node(kept.excerpts().getOrDefault(lab.id(), Excerpts.NONE)));
    node.put("brokeBench", lab.brokeBench());
    strings(node, "notices", lab.notices());
    return node;
  }

  private static ObjectNode exercise(ExerciseResult result) {
    ExamPlan.Exercise exercise = result.exercise();
    ObjectNode node =
        JSON.createObjectNode()
            .put("id", exercise.id())
            .put("title", exercise.title())
            .put("rfc", exercise.rfc())
            .put("contract", exercise.contract());
    score(node, result.notGraded(), result.score()).put("max", exercise.max());
    ArrayNode tests = node.putArray("tests");
    result.tests().forEach(test -> tests.add(test(test)));
    return node;
  }

  private static ObjectNode test(TestResult result) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("name", result.test().key().name())
            .put("verdict", result.verdict().label())
            .put("points", result.verdict() == Verdict.NOT_GRADED ? null : result.points())
            .put("max", result.test().points())
            .put("hint", result.test().hint())
            .put("limitMillis", result.test().limitMillis())
            .put("message", result.message())
            .put("millis", result.millis());
    if (result.thrown() != null) {
      node.put("thrown", result.thrown());
    }
    if (!result.frames().isEmpty()) {
      strings(node, "frames", result.frames());
    }
    if (!result.trace().isEmpty()) {
      ArrayNode trace = node.putArray("trace");
      result.trace().forEach(entry -> trace.add(entry(entry)));
    }
    return node;
  }

  private static ObjectNode entry(TraceEntry entry) {
    return JSON.createObjectNode()
        .put("micros", entry.micros())
        .put("from", entry.from())
        .put("to", entry.to())
        .put("summary", entry.summary())
        .put("outcome", entry.outcome());
  }

  private static void strings(ObjectNode node, String name, Collection<String> texts) {
    ArrayNode array = node.putArray(name);
    texts.forEach(array::add);
  }

  private static ObjectNode score(ObjectNode node, boolean notGraded, int score) {
    return notGraded ? node.putNull("score") : node.put("score", score);
  }
}
