package firsthop.grader.feedback;

import firsthop.grader.course.HintFiles;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.NotBuiltException;
import firsthop.grader.settings.FeedbackLanguage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The titles and hints of the exam in another language. They are text files in the exam's jar; no
 * class of it is loaded.
 */
final class ExamTranslations {
  private ExamTranslations() {}

  /**
   * Reads the texts of all labs.
   *
   * @return titles by the id of the exercise, such as {@code 1.1}, and hints by id and test, such
   *     as {@code 1.1.refuses_leading_zeros}
   * @throws NotBuiltException if the jar is not there or has no such texts
   */
  static Map<String, String> read(Installation installation, FeedbackLanguage language) {
    Path jar = installation.workerJars().get(0);
    Map<String, String> texts = new HashMap<>();
    try (ZipFile exams = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> files =
          exams.stream()
              .filter(
                  entry ->
                      HintFiles.language(entry.getName())
                          .filter(language.toString()::equals)
                          .isPresent())
              .toList();
      for (ZipEntry file : files) {
        Properties properties = new Properties();
        try (Reader in =
            new InputStreamReader(exams.getInputStream(file), StandardCharsets.UTF_8)) {
          properties.load(in);
        }
        properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
      }
    } catch (IOException unreadable) {
      throw new NotBuiltException("the exam");
    }
    if (texts.isEmpty()) {
      throw new NotBuiltException("the exam in the language " + language);
    }
    return texts;
  }
}
