package firsthop.grader.proof.patch;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.Change;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes a patch as it is stored: the one text for two programs and a sentence. */
final class PatchText {
  private static final int CONTEXT_LINES = 3;
  private static final int MAX_COLUMNS = 100;

  private PatchText() {}

  /**
   * Returns the patch that makes a program of the base.
   *
   * @param mistake its name
   * @param sentence that says it
   * @param base texts by file name
   * @param program texts by file name
   */
  static String of(
      String mistake, String sentence, Map<String, String> base, Map<String, String> program) {
    List<String> lines = new ArrayList<>(wrap(sentence));
    lines.add("");
    new TreeMap<>(program)
        .forEach((name, text) -> lines.addAll(diff(mistake, name, base.get(name), text)));
    return SourceLines.join(lines);
  }

  private static List<String> diff(
      String mistake, String name, @Nullable String base, String program) {
    String from = base == null ? PatchReader.NO_FILE : PatchReader.BASE + "/" + name;
    String to = mistake + "/" + name;
    List<String> before = base == null ? List.of() : SourceLines.split(base);
    List<String> after = SourceLines.split(program);
    List<String> down =
        UnifiedDiffUtils.generateUnifiedDiff(
            from, to, before, DiffUtils.diff(before, after), CONTEXT_LINES);
    List<String> up =
        UnifiedDiffUtils.generateUnifiedDiff(
            from, to, before, diffFromTheEnd(before, after), CONTEXT_LINES);
    return up.size() < down.size() ? up : down;
  }

  /**
   * Returns the difference that is found from the last lines to the first. Of two equal lines it
   * takes the upper one for the new one, not the lower, and so sometimes needs a hunk less.
   */
  private static Patch<String> diffFromTheEnd(List<String> before, List<String> after) {
    List<Change> changes = new ArrayList<>();
    for (AbstractDelta<String> delta :
        DiffUtils.diff(reversed(before), reversed(after)).getDeltas()) {
      int beforeEnd = before.size() - delta.getSource().getPosition();
      int afterEnd = after.size() - delta.getTarget().getPosition();
      changes.add(
          new Change(
              delta.getType(),
              beforeEnd - delta.getSource().size(),
              beforeEnd,
              afterEnd - delta.getTarget().size(),
              afterEnd));
    }
    Collections.reverse(changes);
    return Patch.generate(before, after, changes);
  }

  private static List<String> reversed(List<String> lines) {
    List<String> reversed = new ArrayList<>(lines);
    Collections.reverse(reversed);
    return reversed;
  }

  private static List<String> wrap(String sentence) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : sentence.strip().split("\\s+")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > MAX_COLUMNS) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
