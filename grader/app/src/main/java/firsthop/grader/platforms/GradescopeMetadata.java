package firsthop.grader.platforms;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.YamlUnicodeReader;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The metadata of one submission from Gradescope. Ruby writes the file: keys are symbols such as
 * {@code :name}, and values may have tags of Ruby. So the file is read as YAML nodes, and all tags
 * are ignored.
 *
 * @param submitters the people who handed it in
 * @param createdAt the time when it was handed in; empty if unknown
 */
record GradescopeMetadata(List<Submitter> submitters, Optional<Instant> createdAt) {
  static final GradescopeMetadata UNKNOWN = new GradescopeMetadata(List.of(), Optional.empty());

  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?)"
              + " ?(Z|UTC|[+-]\\d\\d:?\\d\\d)?");

  /** A person who handed it in. Unknown values are empty. */
  record Submitter(String name, String sid, String email) {}

  /**
   * Reads the file.
   *
   * @return the metadata by the name of the submission's folder
   * @throws IllegalArgumentException if the file is not valid; the message is the reason
   */
  static Map<String, GradescopeMetadata> read(InputStream in, int maxBytes) {
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(maxBytes).setUseMarks(false).build();
    try {
      Map<String, GradescopeMetadata> all = new TreeMap<>();
      StreamReader reader = new StreamReader(settings, new YamlUnicodeReader(in));
      Optional<Node> root =
          new Composer(settings, new ShallowYamlParser(new ParserImpl(settings, reader)))
              .getSingleNode();
      entries(root).forEach((folder, node) -> all.put(folder, of(folder, node)));
      return all;
    } catch (YamlEngineException broken) {
      throw new IllegalArgumentException(
          "it cannot be read as YAML: " + broken.getMessage().strip().replaceAll("\\s+", " "),
          broken);
    }
  }

  private static GradescopeMetadata of(String folder, Node node) {
    Map<String, Node> keys = entries(Optional.of(node));
    List<Submitter> submitters = new ArrayList<>();
    if (keys.get("submitters") instanceof SequenceNode list) {
      for (Node each : list.getValue()) {
        Map<String, Node> of = entries(Optional.of(each));
        submitters.add(new Submitter(text(of, "name"), text(of, "sid"), text(of, "email")));
      }
    }
    return new GradescopeMetadata(List.copyOf(submitters), time(folder, text(keys, "created_at")));
  }

  /** Returns a time. Without a zone it is in UTC, as Ruby writes it. */
  private static Optional<Instant> time(String folder, String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String zone = matcher.group(3);
    String offset =
        zone == null || zone.equals("UTC")
            ? "Z"
            : zone.replaceFirst("([+-]\\d\\d):?(\\d\\d)", "$1:$2");
    try {
      return Optional.of(
          OffsetDateTime.parse(matcher.group(1) + "T" + matcher.group(2) + offset).toInstant());
    } catch (DateTimeException invalid) {
      throw new IllegalArgumentException(
          "created_at of %s is not a valid time: %s".formatted(folder, text), invalid);
    }
  }

  private static String text(Map<String, Node> keys, String key) {
    return keys.get(key) instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
  }

  private static Map<String, Node> entries(Optional<Node> node) {
    Map<String, Node> entries = new TreeMap<>();
    Stream<NodeTuple> tuples =
        node.filter(MappingNode.class::isInstance).stream()
            .flatMap(mapping -> ((MappingNode) mapping).getValue().stream());
    tuples.forEach(
        tuple -> {
          if (tuple.getKeyNode() instanceof ScalarNode key) {
            entries.put(key.getValue().replaceFirst("^:", ""), tuple.getValueNode());
          }
        });
    return entries;
  }
}
