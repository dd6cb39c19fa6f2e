package firsthop.tool.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The hints of a lab: {@code ## 1.1 Title}, and below it one {@code ###} for each hint. */
final class HintFile {
  private HintFile() {}

  /** Returns the hints of an exercise, the first one says least; empty if there are none. */
  static List<String> read(Path file, String exercise) throws IOException {
    List<String> hints = new ArrayList<>();
    if (!Files.isRegularFile(file)) {
      return hints;
    }
    boolean inside = false;
    StringBuilder hint = new StringBuilder();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      boolean isHeading = line.startsWith("## ") || line.startsWith("### ");
      if (isHeading) {
        keep(hints, hint);
      }
      if (line.startsWith("## ")) {
        inside = line.startsWith("## " + exercise + " ");
      } else if (inside && (hint.length() > 0 || line.startsWith("### "))) {
        hint.append(line.startsWith("### ") ? line.substring(4) : line).append('\n');
      }
    }
    keep(hints, hint);
    return hints;
  }

  private static void keep(List<String> hints, StringBuilder hint) {
    if (hint.length() > 0) {
      hints.add(hint.toString().strip());
      hint.setLength(0);
    }
  }
}
