package firsthop.grader.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path temp;

  @Test
  void two_writers_of_one_file_leave_it_whole() throws Exception {
    Path file = temp.resolve("grades.csv");
    List<String> texts = List.of("a".repeat(100_000), "b".repeat(200_000));
    ExecutorService threads = Executors.newFixedThreadPool(texts.size());
    try {
      for (int round = 0; round < 20; round++) {
        List<Future<?>> writers = new ArrayList<>();
        for (String text : texts) {
          writers.add(
              threads.submit(
                  () -> {
                    WholeFile.write(file, text);
                    return null;
                  }));
        }
        for (Future<?> writer : writers) {
          writer.get();
        }
        assertThat(Files.readString(file)).isIn(texts);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(temp.toFile().list()).containsExactly("grades.csv");
  }
}
