package firsthop.grader.proof.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorFileTest {
  @TempDir private Path folder;

  @Test
  void reads_utf_8() throws IOException {
    Path file = Files.writeString(folder.resolve("A.java"), "// \u00fc and \ud55c\n");
    assertThat(AuthorFile.read(file)).isEqualTo("// \u00fc and \ud55c\n");
  }

  @Test
  void names_the_file_and_the_line_that_is_not_utf_8() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("A.java"), "// a\n// b\n// \u00fc\n", StandardCharsets.ISO_8859_1);
    assertThatExceptionOfType(BadSourceException.class)
        .isThrownBy(() -> AuthorFile.read(file))
        .withMessage(file + ":3: it is not in UTF-8; save it in this encoding");
  }

  @Test
  void names_a_file_that_cannot_be_read() {
    Path file = folder.resolve("A.java");
    assertThatExceptionOfType(BadSourceException.class)
        .isThrownBy(() -> AuthorFile.read(file))
        .withMessage(file + ": it cannot be read: no such file or folder");
  }
}
