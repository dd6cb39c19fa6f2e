package firsthop.tool.project;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The marks that a skeleton has where something is still to be written. */
public final class OpenMarks {
  private static final Pattern MARK = Pattern.compile("Todo\\.exercise\\(\"(\\d+\\.\\d+)\"\\)");

  private OpenMarks() {}

  /** Returns the ids of the exercises that are open in a source, each as often as it is there. */
  public static List<String> in(byte[] source) {
    return MARK.matcher(new String(source, StandardCharsets.ISO_8859_1))
        .results()
        .map((MatchResult mark) -> mark.group(1))
        .toList();
  }
}
