package firsthop.grader.proof.rules;

import firsthop.grader.proof.Defect;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;

/**
 * A file of properties with the Korean text of each key.
 *
 * @param where its path, for messages
 */
record TranslationFile(ExerciseSources sources, String where, Map<String, String> texts) {

  /** Reads a file; adds a defect if it is not there, and one for each key that is there twice. */
  static TranslationFile read(ExerciseSources sources, Path file, List<Defect> defects)
      throws IOException {
    String where = sources.files().shown(file);
    Map<String, String> texts = new LinkedHashMap<>();
    if (Files.isRegularFile(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        new Properties() {
          private static final long serialVersionUID = 1;

          @Override
          public synchronized Object put(Object key, Object text) {
            if (texts.put(key.toString(), text.toString()) != null) {
              defects.add(sources.defect(where, key + " once", "twice", "delete one"));
            }
            return text;
          }
        }.load(in);
      }
    } else {
      defects.add(sources.defect(where, "the Korean hints", "no file", "write it"));
    }
    return new TranslationFile(sources, where, texts);
  }

  /** Returns the Korean text; empty where there is none. */
  String text(String key) {
    return texts.getOrDefault(key, "");
  }

  /** Adds a defect if a text has no translation, or if the translation lacks one of its numbers. */
  void needs(String key, String english, List<Defect> defects) {
    List<String> numbers =
        Translation.missing(MarkdownSection.numbers(english), MarkdownSection.numbers(text(key)));
    if (text(key).isBlank()) {
      defects.add(sources.defect(where, key + "=…", "none", "say in Korean \"" + english + "\""));
    } else if (!numbers.isEmpty()) {
      defects.add(
          sources.defect(
              where + ", " + key,
              "the numbers " + numbers + " of \"" + english + "\"",
              "\"" + text(key) + "\"",
              "write them in the Korean text"));
    }
  }

  /** Adds a defect for each of the chosen keys that is not known. */
  void leftOver(Predicate<String> chosen, Predicate<String> known, List<Defect> defects) {
    texts.keySet().stream()
        .filter(chosen.and(known.negate()))
        .forEach(
            key ->
                defects.add(
                    sources.defect(
                        where, "keys of tests with a @Hint", key, "rename or delete it")));
  }
}
