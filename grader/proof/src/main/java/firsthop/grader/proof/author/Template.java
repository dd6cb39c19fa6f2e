package firsthop.grader.proof.author;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with gaps, such as <code>{{contract}}</code>.
 *
 * @param name of its resource
 */
record Template(String name) {
  private static final Pattern GAP = Pattern.compile("\\{\\{(\\w+)}}");
  private static final String IMPORT = "import ";
  private static final String STATIC_IMPORT = "import static ";

  /** Returns the text with its gaps filled, and with its imports in order. */
  String fill(Map<String, String> values) throws IOException {
    String filled =
        GAP.matcher(text())
            .replaceAll(
                gap -> {
                  String value = values.get(gap.group(1));
                  if (value == null) {
                    throw new IllegalArgumentException(name + " needs " + gap.group());
                  }
                  return Matcher.quoteReplacement(value);
                });
    return sortImports(filled);
  }

  private String text() throws IOException {
    try (InputStream in = Template.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException("there is no template " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Where a lab's package stands among the others depends on its name. */
  private static String sortImports(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int first = 0;
    while (first < lines.size() && !isImport(lines.get(first))) {
      first++;
    }
    int end = first;
    while (end < lines.size() && isImport(lines.get(end))) {
      end++;
    }
    lines.subList(first, end).sort(null);
    return String.join("\n", lines) + "\n";
  }

  private static boolean isImport(String line) {
    return line.startsWith(IMPORT) && !line.startsWith(STATIC_IMPORT);
  }
}
