package firsthop.grader.proof.rules;

import firsthop.grader.proof.source.AuthorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A text with sections, such as a handout.
 *
 * @param lines without their line ends
 */
public record MarkdownFile(List<String> lines) {
  private static final String HEADING = "## ";

  /** Reads a file; one that is not there has no lines. */
  public static MarkdownFile read(Path file) throws IOException {
    return new MarkdownFile(
        Files.isRegularFile(file) ? AuthorFile.read(file).lines().toList() : List.of());
  }

  /** Finds the lines of a section, its heading not among them. */
  public Optional<List<String>> section(String heading) {
    int start = lines.indexOf(HEADING + heading);
    return start < 0 ? Optional.empty() : Optional.of(lines.subList(start + 1, end(start)));
  }

  /** Returns all sections in order; the first has no heading and holds the lines before any. */
  List<MarkdownSection> sections() {
    List<MarkdownSection> sections = new ArrayList<>();
    int start = -1;
    do {
      int end = end(start);
      sections.add(
          new MarkdownSection(
              start < 0 ? "" : lines.get(start).substring(HEADING.length()),
              lines.subList(start + 1, end)));
      start = end;
    } while (start < lines.size());
    return sections;
  }

  /**
   * Returns the number of the line after a section, counted from 0.
   *
   * @param headingLine the number of its heading; -1 for the lines before any section
   */
  public int end(int headingLine) {
    return IntStream.range(headingLine + 1, lines.size())
        .filter(line -> lines.get(line).startsWith(HEADING))
        .findFirst()
        .orElse(lines.size());
  }
}
