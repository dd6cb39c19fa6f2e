package firsthop.grader.gradebook;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the last run graded, as {@code run.json} says it: folders of submissions that are no longer
 * handed in may lie beside these.
 *
 * @param labs their ids, in order
 * @param submissions their ids, in order
 */
public record RunIndex(List<String> labs, List<String> submissions) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  String write() {
    ObjectNode root = JSON.createObjectNode();
    labs.forEach(root.putArray("labs")::add);
    submissions.forEach(root.putArray("submissions")::add);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  /**
   * Read it.
   *
   * @throws IllegalArgumentException when the text is no such file
   */
  static RunIndex read(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      return new RunIndex(strings(root, "labs"), strings(root, "submissions"));
    } catch (JacksonException broken) {
      throw new IllegalArgumentException(broken.getMessage(), broken);
    }
  }

  private static List<String> strings(JsonNode root, String name) {
    JsonNode array = root.get(name);
    if (array == null || !array.isArray()) {
      throw new IllegalArgumentException("there is no list " + name);
    }
    List<String> all = new ArrayList<>();
    array.forEach(each -> all.add(each.stringValue()));
    return List.copyOf(all);
  }
}
