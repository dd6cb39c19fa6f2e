package firsthop.grader.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportFilesTest {
  @TempDir Path temp;

  @Test
  void the_result_of_an_earlier_export_goes_and_whatever_else_lies_there_stays() throws Exception {
    write("gradescope/results/1/results.json", "one");
    Files.writeString(temp.resolve("gradescope/results/1/mine.txt"), "mine");
    write("gradescope/results/2/results.json", "two");
    assertThat(temp.resolve("gradescope/results/1/results.json")).doesNotExist();
    assertThat(temp.resolve("gradescope/results/1/mine.txt")).hasContent("mine");
    assertThat(temp.resolve("gradescope/results/2/results.json")).hasContent("two");
  }

  @Test
  void a_script_can_be_run() throws Exception {
    assertThat(write("gradescope/run", "#!/bin/sh\n")).isEqualTo(temp.resolve("gradescope"));
    assertThat(temp.resolve("gradescope/run")).isExecutable();
    assertThat(write("table.csv", "a,b\n")).isEqualTo(temp.resolve("table.csv"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/etc/x", "a/../x", "a/../../x", "."})
  void no_path_leads_out_of_the_folder(String path) {
    assertThatThrownBy(() -> write(path, "x")).isInstanceOf(IllegalArgumentException.class);
  }

  private Path write(String path, String text) throws Exception {
    return ExportFiles.write(temp, new ExportResult(Map.of(path, text), List.of()));
  }
}
