package firsthop.grader.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthop.grader.settings.FeedbackLevel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradebookExportTest {
  private static final String BLACKBOARD =
      """
      "Last Name","First Name","Username","Student ID","Last Access","Lab 1 [Total Pts: 8 Score] |77",\
      "Essay [EXTRA CREDIT] [Total Pts: 9 Score] |78","lab02 [Total Pts: 100 Score] |79",\
      "Total [Total Pts: up to 113 Score] |80"
      "Choi","Ara","103","S3","2026-03-01","","","7.50",""
      "Kim","Min","101","S1","2026-03-01","Needs Grading","","","20"
      "Lee","Jun","102","S2","","Exempt","","In Progress",""
      "Oh","Hana","104","S4","","3.00","","",""
      """;

  private static final String BRIGHTSPACE =
      """
      OrgDefinedId,Username,Last Name,First Name,Email,\
      Lab 1 Points Grade <Numeric MaxPoints:8 Weight:10 Category:Labs>,\
      Essay Points Grade <Numeric MaxPoints:9>,Lab 2 Points Grade <Numeric MaxPoints:10>,\
      End-of-Line Indicator
      #S1,#101,Kim,Min,k@x.org,,9,,#
      #S2,#102,Lee,Jun,l@x.org,2.5,,,#
      #S3,#103,Choi,Ara,c@x.org,4.0,,1,#
      """;

  @TempDir Path temp;

  @Test
  void a_gradebook_of_blackboard_is_filled_in_and_nothing_else_of_it_changes() throws Exception {
    ExportResult exported = blackboard("Blackboard", BLACKBOARD, false);
    assertThat(exported.files().get("blackboard.csv"))
        .isEqualTo(
            """
            Last Name,First Name,Username,Student ID,Lab 1 [Total Pts: 8 Score] |77,\
            lab02 [Total Pts: 100 Score] |79
            Choi,Ara,103,S3,4,7.50
            Kim,Min,101,S1,3.6,4
            Lee,Jun,102,S2,Exempt,3
            Oh,Hana,104,S4,3.00,
            """);
    assertThat(exported.files().get("blackboard-remarks.csv")).contains("kim,Late: lab01");
    assertThat(exported.notices())
        .containsExactly(
            "somebody entered something else in "
                + temp.resolve("gradebook")
                + ", which is kept (--overwrite replaces it): lab01 of lee",
            "the maximum of lab02 in Blackboard is 100, but here it is 4",
            "the marks include late deductions and overrides, which Blackboard cannot explain; the"
                + " explanations are in blackboard-remarks.csv, for you only");
    assertThat(blackboard("Blackboard", BLACKBOARD, true).files().get("blackboard.csv"))
        .contains("Lee,Jun,102,S2,4,3\n");
  }

  @Test
  void a_gradebook_comes_back_with_tabs_and_in_utf16_as_blackboard_made_it() throws Exception {
    String tabs = "\uFEFF" + BLACKBOARD.replace("\",\"", "\"\t\"");
    Path file = Files.write(temp.resolve("gc.xls"), tabs.getBytes(StandardCharsets.UTF_16LE));
    Sheet sheet = Sheet.read(file, GradebookExport::isFromBlackboard);
    ExportResult exported =
        GradebookExport.blackboard(sheet, Map.of(), false).export(three("Blackboard"));
    assertThat(exported.files().get("blackboard.xls"))
        .startsWith("\uFEFFLast Name\tFirst Name\tUsername\tStudent ID\tLab 1")
        .contains("Kim\tMin\t101\tS1\t3.6\t4\n");
    Path written = ExportFiles.write(temp.resolve("to"), exported);
    assertThat(written).hasFileName("blackboard.xls");
    assertThat(Files.readString(written, StandardCharsets.UTF_16LE))
        .isEqualTo(exported.files().get("blackboard.xls"));
  }

  @Test
  void blackboard_finds_what_came_from_elsewhere_by_name_and_its_own_users_only_by_user()
      throws Exception {
    assertThat(blackboard("", BLACKBOARD, false).files().get("blackboard.csv"))
        .contains("Kim,Min,101,S1,3.6,4\n");
    String others = BLACKBOARD.replace("\"101\"", "\"901\"");
    ExportResult exported = blackboard("Blackboard", others, false);
    assertThat(exported.files().get("blackboard.csv")).contains("Kim,Min,901,S1,Needs Grading,\n");
    assertThat(exported.notices()).contains("not found in " + temp.resolve("gradebook") + ": kim");
  }

  @Test
  void the_account_on_another_platform_is_no_user_of_blackboard() throws Exception {
    String others =
        BLACKBOARD.replace("\"Kim\",\"Min\"", "\"Doe\",\"Jane\"").replace("\"S1\"", "\"x\"");
    assertThat(blackboard("Canvas", others, false).files().get("blackboard.csv"))
        .contains("Doe,Jane,101,x,Needs Grading,\n");
  }

  @Test
  void a_gradebook_of_brightspace_keeps_its_signs_and_the_end_of_its_rows() throws Exception {
    ExportResult exported = brightspace(BRIGHTSPACE, Map.of());
    assertThat(exported.files().get("brightspace.csv"))
        .isEqualTo(
            """
            OrgDefinedId,Username,Lab 1 Points Grade <Numeric MaxPoints:8 Weight:10 Category:Labs>,\
            Lab 2 Points Grade <Numeric MaxPoints:10>,End-of-Line Indicator
            #S1,#101,3.6,4,#
            #S2,#102,2.5,3,#
            #S3,#103,4,1,#
            """);
    assertThat(exported.notices())
        .contains(
            "somebody entered something else in "
                + temp.resolve("gradebook")
                + ", which is kept (--overwrite replaces it): lab01 of lee",
            "the maximum of lab02 in Brightspace is 10, but here it is 4");
  }

  @Test
  void an_assignment_is_named_by_its_title_or_its_whole_heading() throws Exception {
    for (String title : new String[] {"Essay", "Essay Points Grade <Numeric MaxPoints:9>"}) {
      assertThat(brightspace(BRIGHTSPACE, Map.of("lab01", title)).files().get("brightspace.csv"))
          .startsWith("OrgDefinedId,Username,Essay Points Grade <Numeric MaxPoints:9>,Lab 2");
    }
  }

  @Test
  void a_table_of_another_kind_is_refused() throws Exception {
    assertThatThrownBy(() -> brightspace("OrgDefinedId,Lab 1 Points Grade\n#1,\n", Map.of()))
        .hasMessageContaining(
            "is not a gradebook exported by Brightspace: it has no column End-of-Line Indicator");
    assertThatThrownBy(() -> brightspace("Email,End-of-Line Indicator\nx,#\n", Map.of()))
        .hasMessageContaining("it has no column OrgDefinedId; its columns are: Email,");
    assertThatThrownBy(() -> blackboard("", "Name,Lab 1 |7\nkim,\n", false))
        .hasMessageContaining("is not a gradebook downloaded from Blackboard: it has no column");
    assertThatThrownBy(() -> blackboard("", "Username,Lab 1\nkim,\n", false))
        .hasMessageContaining(
            "has no assignment; Blackboard calls the column of one, for example, Lab 1 [Total Pts:"
                + " 100 Score] |123; the columns are: Username, Lab 1");
    assertThatThrownBy(() -> blackboard("", "Username,Essay |7\nkim,\n", false))
        .hasMessageContaining(
            "has no column for lab01; use --column lab01=TITLE with one of these titles: Essay |7");
  }

  private ExportResult blackboard(String from, String gradebook, boolean overwrite)
      throws Exception {
    return GradebookExport.blackboard(
            Sheet.read(
                Files.writeString(temp.resolve("gradebook"), gradebook),
                GradebookExport::isFromBlackboard),
            Map.of(),
            overwrite)
        .export(three(from));
  }

  private ExportResult brightspace(String gradebook, Map<String, String> titles) throws Exception {
    return GradebookExport.brightspace(
            Sheet.read(
                Files.writeString(temp.resolve("gradebook"), gradebook),
                GradebookExport::isFromBrightspace),
            titles,
            false)
        .export(three("Brightspace"));
  }

  private static Grades three(String from) throws Exception {
    return ExportSamples.three(from, FeedbackLevel.HINTS, Optional.empty());
  }
}
