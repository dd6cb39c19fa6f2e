package firsthop.grader.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.SourceText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetTest {
  @TempDir Path temp;

  @Test
  void a_row_that_is_short_is_filled_up() throws Exception {
    Path file = Files.writeString(temp.resolve("a.csv"), "a,b,c\r\n1,\"2\n2\"\r\n");
    assertThat(Sheet.read(file).rows()).containsExactly(List.of("1", "2\n2", ""));
  }

  @Test
  void what_a_spreadsheet_program_writes_is_read() throws Exception {
    String table = "이름,학번\r\n김민수,7\r\n";
    List<Charset> encodings =
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, SourceText.KOREAN);
    for (Charset encoding : encodings) {
      for (String separator : List.of(",", ";", "\t")) {
        for (String end : List.of("\r\n", "\n", "\r")) {
          String text = table.replace(",", separator).replace("\r\n", end);
          Sheet sheet = Sheet.read(Files.write(temp.resolve("a.csv"), text.getBytes(encoding)));
          assertThat(sheet.header()).as("%s %s", encoding, separator).containsExactly("이름", "학번");
          assertThat(sheet.rows()).containsExactly(List.of("김민수", "7"));
        }
      }
    }
  }

  @Test
  void empty_columns_at_the_end_are_left_out() throws Exception {
    Sheet sheet = Sheet.read(Files.writeString(temp.resolve("a.csv"), "a,b,,\n1,2,,\n,,,\n"));
    assertThat(sheet.header()).containsExactly("a", "b");
    assertThat(sheet.write(List.of(0, 1))).isEqualTo("a,b\n1,2\n,\n");
  }

  @Test
  void what_cannot_be_read_is_one_line() throws Exception {
    assertRefused(temp.resolve("none.csv"), "cannot be read: no such file or folder");
    assertRefused(Files.writeString(temp.resolve("empty.csv"), ""), "is empty");
    assertRefused(
        Files.writeString(temp.resolve("half.csv"), "a,\"b"),
        "row 1, column 2: it is not valid CSV");
  }

  @Test
  void a_file_of_sixteen_mebibytes_is_read_and_one_byte_more_is_not() throws Exception {
    byte[] most = new byte[16 << 20];
    java.util.Arrays.fill(most, (byte) ' ');
    most[0] = 'a';
    Path file = Files.write(temp.resolve("most.csv"), most);
    assertThat(Sheet.read(file).header().get(0)).startsWith("a ").hasSize(most.length);
    byte[] more = java.util.Arrays.copyOf(most, most.length + 1);
    assertRefused(Files.write(temp.resolve("more.csv"), more), "is larger than 16777216 bytes");
    assertRefused(
        Files.writeString(temp.resolve("rows.csv"), "a\n".repeat(100_001)),
        "has more than 100000 rows");
  }

  private static void assertRefused(Path file, String why) {
    assertThatThrownBy(() -> Sheet.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(why);
  }
}
