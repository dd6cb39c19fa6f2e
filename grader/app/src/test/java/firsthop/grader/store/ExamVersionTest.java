package firsthop.grader.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamVersionTest {
  @TempDir Path temp;

  @Test
  void changes_with_a_class_or_its_name_and_with_nothing_else() throws Exception {
    String version = version(jar("1", 1_000, "A.class", "a", "B.class", "b"));
    assertThat(version).matches("[0-9a-f]{16}");
    assertThat(version(jar("2", 2_000_000, "B.class", "b", "A.class", "a"))).isEqualTo(version);
    assertThat(version(jar("3", 1_000, "A.class", "a", "B.class", "c"))).isNotEqualTo(version);
    assertThat(version(jar("4", 1_000, "A.class", "a", "C.class", "b"))).isNotEqualTo(version);
  }

  @Test
  void does_not_change_with_the_translation_of_a_hint() throws Exception {
    String file = "firsthop/grader/exams/hints-lab01.ko.properties";
    String version = version(jar("1", 1_000, "A.class", "a", file, "1.1.a=b"));
    assertThat(version(jar("2", 1_000, "A.class", "a", file, "1.1.a=c"))).isEqualTo(version);
    assertThat(version(jar("3", 1_000, "A.class", "a", "other.properties", "1.1.a=c")))
        .isNotEqualTo(version);
  }

  private static String version(Path jar) throws IOException {
    return ExamVersion.of(List.of(jar));
  }

  private Path jar(String name, long time, String... namesAndContents) throws IOException {
    Path jar = temp.resolve(name + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        JarEntry entry = new JarEntry(namesAndContents[i]);
        entry.setLastModifiedTime(FileTime.fromMillis(time));
        out.putNextEntry(entry);
        out.write(namesAndContents[i + 1].getBytes());
        out.closeEntry();
      }
    }
    return jar;
  }
}
