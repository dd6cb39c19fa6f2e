package firsthop.grader.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.common.BadInputException;
import firsthop.grader.marks.DueDates;
import firsthop.grader.submission.AccountOwner;
import firsthop.grader.submission.Submission;
import firsthop.grader.submission.SubmissionOrigin;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtensionsTest {
  @TempDir Path folder;
  private final List<Submission> handedIn =
      new ArrayList<>(
          List.of(submission("kim", "Kim, Min", "4711"), submission("lee", "Lee, Ann", "4712")));
  private final List<String> output = new ArrayList<>();

  @Test
  void each_row_is_a_student_a_lab_and_a_time() throws Exception {
    assertThat(
            read(
                """
                submission,lab,due
                kim,lab01,2026-10-03T12:00Z
                "Lee, Ann",,2026-10-04T12:00Z
                """))
        .isEqualTo(
            Map.of(
                "kim", Map.of("lab01", Instant.parse("2026-10-03T12:00:00Z")),
                "lee", Map.of(DueDates.ANY_LAB, Instant.parse("2026-10-04T12:00:00Z"))));
    assertThat(output).isEmpty();
  }

  @Test
  void times_without_an_offset_are_in_the_zone_of_the_course() throws Exception {
    assertThat(read("submission,lab,due\nkim,lab01,2026-10-03T21:00\n").get("kim"))
        .isEqualTo(Map.of("lab01", Instant.parse("2026-10-03T12:00:00Z")));
  }

  @Test
  void the_later_of_two_extensions_counts() throws Exception {
    assertThat(
            read(
                """
                submission,lab,due
                lee,lab01,2026-10-04T12:00Z
                "Lee, Ann",lab01,2026-10-03T12:00Z
                """))
        .isEqualTo(Map.of("lee", Map.of("lab01", Instant.parse("2026-10-04T12:00:00Z"))));
  }

  @Test
  void a_student_cannot_get_an_extension_by_taking_the_name_of_another() throws Exception {
    handedIn.add(submission("submission_11", "submission_12", "11"));
    handedIn.add(submission("submission_12", "Park", "12"));
    handedIn.add(submission("submission_13", "12", "13"));
    assertThat(read("submission,lab,due\nsubmission_12,,2026-10-04\n"))
        .containsOnlyKeys("submission_12");
    assertThat(read("submission,lab,due\n12,,2026-10-04\n")).containsOnlyKeys("submission_12");
  }

  @Test
  void a_file_of_a_spreadsheet_program_is_read() throws Exception {
    handedIn.add(submission("hong", "홍길동", ""));
    String text = "늦은 제출;;\r\nSubmission;Lab;Due\r\n홍길동;;2026-10-04\r\n";
    Path file = folder.resolve("extensions.csv");
    Files.write(file, text.getBytes(Charset.forName("x-windows-949")));
    assertThat(read(file)).containsOnlyKeys("hong");
  }

  @Test
  void both_forms_of_a_name_are_one_person() throws Exception {
    handedIn.add(submission("a", Normalizer.normalize("홍길동", Normalizer.Form.NFD), ""));
    handedIn.add(submission(Normalizer.normalize("김", Normalizer.Form.NFD), "", ""));
    assertThat(read("submission,lab,due\n홍길동,,2026-10-04\n김,,2026-10-04\n")).hasSize(2);
    assertThat(output).isEmpty();
  }

  @Test
  void a_number_that_may_be_a_groups_gives_no_extension_and_a_message() throws Exception {
    handedIn.add(
        new Submission(
            "Group 3_77",
            Map.of(),
            List.of(),
            new SubmissionOrigin(
                "Moodle", "Group 3", "77", Optional.empty(), false, AccountOwner.UNKNOWN),
            false,
            List.of()));
    assertThat(read("submission,lab,due\n77,,2026-10-04\n")).isEmpty();
    assertThat(output)
        .containsExactly(
            "extensions: these may be numbers of groups, so they are not used: 77; give the id of"
                + " the submission, or the name of the student");
    assertThat(read("submission,lab,due\nGroup 3_77,,2026-10-04\n")).hasSize(1);
  }

  @Test
  void an_unknown_or_ambiguous_name_gives_no_extension_and_a_message() throws Exception {
    handedIn.add(submission("lee-2", "Lee, Ann", ""));
    assertThat(
            read(
                """
                submission,lab,due
                "Lee, Ann",lab01,2026-10-04
                kimm,lab01,2026-10-04
                """))
        .isEmpty();
    assertThat(output)
        .containsExactly(
            "extensions: no submission matches kimm",
            "extensions: more than one submission matches Lee, Ann; give the id of the submission");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'student,lab,due\nkim,lab01,2026-10-03T12:00Z' | expected the columns submission,lab,due",
        "'submission,lab,due\nkim,lab01,soon' | 'row 2, column due: expected a time such as'",
        "'submission,lab,due\n\nkim,lab09,2026-10-03' | 'row 3, column lab: there is no lab lab09'",
        "'submission,lab,due\n,lab01,2026-10-03' | 'row 2, column submission: expected a submission'",
        "'submission,lab,due\nkim,lab01,2026-10-03,x' | 'row 2, column 4: the header has only 3'",
      })
  void an_error_is_one_line(String csv, String line) {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> read(csv))
        .satisfies(wrong -> assertThat(wrong.getMessage()).contains(line).doesNotContain("\n"));
  }

  private Map<String, Map<String, Instant>> read(String csv) throws Exception {
    return read(Files.writeString(folder.resolve("extensions.csv"), csv));
  }

  private Map<String, Map<String, Instant>> read(Path file) throws Exception {
    return Extensions.read(
        file, List.of("lab01", "lab02"), Times.in("Asia/Seoul"), handedIn, output::add);
  }

  private static Submission submission(String id, String person, String account) {
    return new Submission(
        id,
        Map.of(),
        List.of(),
        new SubmissionOrigin("Gradescope", person, account, Optional.empty(), false),
        false,
        List.of());
  }
}
