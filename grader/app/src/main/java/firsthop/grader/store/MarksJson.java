package firsthop.grader.store;

import firsthop.grader.marks.LabMark;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.marks.SubmissionMarks;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes marks before and after the late rule. */
final class MarksJson {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private MarksJson() {}

  static ObjectNode node(SubmissionMarks marks) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("before", marks.before())
            .put("after", marks.after())
            .put("max", marks.max());
    ArrayNode labs = node.putArray("labs");
    marks.labs().forEach(mark -> labs.add(node(mark)));
    ArrayNode overrides = node.putArray("overrides");
    marks.overrides().forEach(each -> overrides.add(node(each)));
    ArrayNode notices = node.putArray("notices");
    marks.notices().forEach(notices::add);
    return node;
  }

  private static ObjectNode node(LabMark mark) {
    return JSON.createObjectNode()
        .put("id", mark.lab())
        .put("earned", mark.earned())
        .put("before", mark.before())
        .put("after", mark.after())
        .put("max", mark.max())
        .put("daysLate", mark.daysLate())
        .put("percentOff", mark.percentOff());
  }

  private static ObjectNode node(PointsOverride given) {
    return JSON.createObjectNode()
        .put("exercise", given.exercise())
        .put("points", given.points())
        .put("reason", given.reason())
        .put("at", given.at().toString());
  }
}
