package firsthop.grader.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words of other programs in several languages. They come from a table in the jar of this program:
 * one row per meaning, one column per language, and {@code |} between words with one meaning.
 */
public final class WordTable {
  private final Map<String, List<String>> words = new HashMap<>();
  private final Map<String, Set<String>> letters = new HashMap<>();

  private WordTable(CsvTable table) {
    for (CsvTable.Row row : table.rows()) {
      List<String> all =
          row.cells().stream()
              .skip(1)
              .flatMap(cell -> Stream.of(cell.split("\\|")))
              .map(NameKey::nfc)
              .filter(word -> !word.isEmpty())
              .distinct()
              .toList();
      words.put(row.cells().get(0), all);
      letters.put(
          row.cells().get(0), all.stream().map(NameKey::letters).collect(Collectors.toSet()));
    }
  }

  /**
   * Reads a table.
   *
   * @param resource the name of the resource, relative to the class
   */
  public static WordTable of(Class<?> owner, String resource) {
    try (InputStream in = owner.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program's jar lacks " + resource);
      }
      return new WordTable(new CsvParsing(resource, true, row -> true).parse(in.readAllBytes()));
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    } catch (BadInputException invalid) {
      throw new IllegalStateException(invalid);
    }
  }

  /** Returns the words with a meaning. */
  public List<String> words(String meaning) {
    List<String> found = words.get(meaning);
    if (found == null) {
      throw new IllegalArgumentException("the table has no row " + meaning);
    }
    return found;
  }

  /** Returns whether a text is a word with this meaning; only letters and digits are compared. */
  public boolean means(String meaning, String text) {
    return letters.get(meaning).contains(NameKey.letters(text));
  }

  /** Returns whether a text begins with a word with this meaning, as {@link #means} compares. */
  public boolean begins(String meaning, String text) {
    String own = NameKey.letters(text);
    return letters.get(meaning).stream().anyMatch(own::startsWith);
  }
}
