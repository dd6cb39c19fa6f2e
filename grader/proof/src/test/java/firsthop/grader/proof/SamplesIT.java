package firsthop.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.course.Lab;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.ProcessSandbox;
import firsthop.grader.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The samples in plain processes, as the README's first command grades them. */
@ResourceLock("candidate processes")
class SamplesIT extends SamplesContract {

  @Override
  Sandbox open() throws Exception {
    return new ProcessSandbox(installation, Limits.STANDARD);
  }

  @Test
  void the_sample_reference_is_the_reference() throws IOException {
    assertSameFiles("reference", "src/solution/java");
  }

  @Test
  void the_sample_skeleton_is_the_skeleton() throws IOException {
    assertSameFiles("skeleton", "src/main/java");
  }

  private void assertSameFiles(String sample, String sources) throws IOException {
    for (Lab lab : course().labs()) {
      Path original = installation.home().resolve(lab.folder()).resolve(sources);
      Path copy = samples.resolve(sample).resolve(lab.folder()).resolve("src/main/java");
      assertThat(files(copy))
          .as("%s, which has to be a copy of what a student edits in %s", copy, original)
          .isEqualTo(files(original));
    }
  }

  /** Reads the files named {@code My….java}, by path; a byte is a character. */
  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(root)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        if (file.getFileName().toString().startsWith(Lab.STUDENTS)) {
          files.put(
              root.relativize(file).toString(),
              Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return files;
  }
}
