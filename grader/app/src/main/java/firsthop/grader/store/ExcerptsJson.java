package firsthop.grader.store;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes and reads excerpts: {@code {"path": {"12": "the line"}}}. */
final class ExcerptsJson {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private ExcerptsJson() {}

  static ObjectNode node(Excerpts excerpts) {
    ObjectNode node = JSON.createObjectNode();
    excerpts
        .files()
        .forEach(
            (path, lines) -> {
              ObjectNode file = node.putObject(path);
              lines.forEach((number, text) -> file.put(String.valueOf(number), text));
            });
    return node;
  }

  /**
   * Reads excerpts.
   *
   * @throws IllegalArgumentException when a line has no number
   */
  static Excerpts read(JsonNode node) {
    Map<String, NavigableMap<Integer, String>> files = new TreeMap<>();
    for (Map.Entry<String, JsonNode> file : node.properties()) {
      NavigableMap<Integer, String> lines = new TreeMap<>();
      file.getValue()
          .properties()
          .forEach(
              line -> lines.put(Integer.valueOf(line.getKey()), line.getValue().stringValue()));
      files.put(file.getKey(), lines);
    }
    return new Excerpts(files);
  }
}
