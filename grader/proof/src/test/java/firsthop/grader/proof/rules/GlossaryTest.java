package firsthop.grader.proof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The glossary has each term that the Korean texts introduce, with the word that they use. */
class GlossaryTest {
  private static final Path HOME = CheckoutRulesTest.home();

  /** A term of at most three words in brackets, right after a Korean word. */
  private static final Pattern INTRODUCED =
      Pattern.compile("(?<=[\\p{IsHangul}])\\(([a-z]+(?:[ -][a-z]+){0,2})\\)");

  @Test
  void each_term_has_one_row_with_a_korean_word_and_a_sentence() throws IOException {
    List<List<String>> rows = rows();
    assertThat(rows).hasSizeGreaterThan(100);
    assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(3).noneMatch(String::isBlank));
    assertThat(rows.stream().map(row -> row.get(0)).toList()).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void the_korean_texts_use_its_words() throws IOException {
    Map<String, String> words = new TreeMap<>();
    rows().forEach(row -> words.put(row.get(0), row.get(1)));
    List<String> wrong = new ArrayList<>();
    int introduced = 0;
    for (ExerciseSources exercise : new CourseSources(new Checkout(HOME)).exercises()) {
      ExerciseFiles files = exercise.files();
      for (Path text : List.of(files.korean(files.handout()), files.korean(files.hints()))) {
        for (MarkdownSection section : MarkdownFile.read(text).sections()) {
          String prose = prose(section);
          for (Matcher term = INTRODUCED.matcher(prose); term.find(); introduced++) {
            String before = prose.substring(0, term.start());
            String known = words.getOrDefault(term.group(1), "no row");
            if (List.of(known.split(", ")).stream().noneMatch(before::endsWith)) {
              wrong.add(
                  "%s: …%s; the glossary has %s"
                      .formatted(
                          files.shown(text),
                          prose.substring(Math.max(0, term.start() - 20), term.end()),
                          known));
            }
          }
        }
      }
    }
    assertThat(introduced).isGreaterThan(100);
    assertThat(wrong).isEmpty();
  }

  private static String prose(MarkdownSection section) {
    return String.join(" ", section.prose())
        .replaceAll("`[^`]*`", "`")
        .replace("*", "")
        .replaceAll("\\s+", " ");
  }

  private static List<List<String>> rows() throws IOException {
    return MarkdownFile.read(HOME.resolve("docs/glossary.md")).lines().stream()
        .filter(line -> line.startsWith("|"))
        .skip(2)
        .map(MarkdownSection::cells)
        .toList();
  }
}
