package firsthop.grader.proof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A simple name means one class in the whole project. */
class UniqueNamesTest {
  private static final Path HOME = CheckoutRulesTest.home();

  @Test
  void no_two_source_files_have_one_name() throws IOException {
    Map<String, List<Path>> files = new TreeMap<>();
    new Checkout(HOME)
        .ownSources().stream()
            .filter(file -> !file.endsWith("package-info.java"))
            .forEach(
                file ->
                    files
                        .computeIfAbsent(
                            String.valueOf(file.getFileName()), name -> new ArrayList<>())
                        .add(HOME.relativize(file)));
    assertThat(files).hasSizeGreaterThan(500);
    assertThat(files.values().stream().filter(places -> places.size() > 1)).isEmpty();
  }
}
