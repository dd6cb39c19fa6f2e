package firsthop.grader.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LastLinesTest {
  private final LastLines lines = new LastLines();

  @Test
  void the_last_lines_are_kept() {
    write(numbers(1, LastLines.MAX_LINES));
    assertThat(lines.text()).isEqualTo(numbers(1, LastLines.MAX_LINES));
    write("\n" + (LastLines.MAX_LINES + 1) + "\n");
    assertThat(lines.text()).isEqualTo(numbers(2, LastLines.MAX_LINES + 1));
  }

  @Test
  void however_much_is_written_little_is_kept() {
    write("x".repeat(LastLines.MAX_BYTES));
    assertThat(lines.text()).hasSize(LastLines.MAX_BYTES);
    write("y");
    assertThat(lines.text()).hasSize(LastLines.MAX_BYTES).endsWith("xy");
    write("z".repeat(3 * LastLines.MAX_BYTES));
    assertThat(lines.text()).isEqualTo("z".repeat(LastLines.MAX_BYTES));
  }

  @Test
  void how_much_is_kept_can_be_chosen() {
    LastLines two = new LastLines(3, 2);
    two.add("a\nb".getBytes(StandardCharsets.UTF_8));
    assertThat(two.text()).isEqualTo("a\nb");
    two.add("\nc".getBytes(StandardCharsets.UTF_8));
    assertThat(two.text()).isEqualTo("b\nc");
  }

  @Test
  void nothing_steers_a_terminal_and_empty_lines_do_not_count() {
    write("a\u001B[2J\r\n\n  \n\tb\u0007\n");
    assertThat(lines.text()).isEqualTo("a?[2J\nb?");
  }

  @Test
  void a_stream_is_taken_in_until_it_ends() {
    byte[] bytes = "Error: no main class\n".getBytes(StandardCharsets.UTF_8);
    lines.addAll(new ByteArrayInputStream(bytes), "test");
    lines.awaitEnd(Duration.ofSeconds(10));
    assertThat(lines.text()).isEqualTo("Error: no main class");
  }

  private void write(String text) {
    lines.add(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String numbers(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining("\n"));
  }
}
