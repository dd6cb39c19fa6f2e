package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.intake.IntakeRun.CODEC_SOURCE;
import static firsthop.grader.intake.IntakeRun.ECHO_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.roster.RosterFile;
import firsthop.grader.submission.AccountOwner;
import firsthop.grader.submission.SubmissionOrigin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Submissions that are matched with a roster. */
class RosterIntakeTest {
  @TempDir Path temp;
  private Path submissions;
  private Folder folder;

  @BeforeEach
  void empty() throws Exception {
    submissions = Files.createDirectory(temp.resolve("submissions"));
    folder = new Folder(submissions);
  }

  @Test
  void the_roster_gives_names_and_shows_who_is_missing_or_unknown() throws Exception {
    folder.with("kim/MyCodec.java", CODEC_SOURCE).with("stranger/MyCodec.java", CODEC_SOURCE);
    IntakeRun run = take("submission,id,person\nkim,101,Kim Minsu\nlee,102,Bo Lee\npark,103,\n");
    assertThat(run.output())
        .containsExactly(
            submissions + " is read as 2 submissions, one folder each",
            "1 not in the roster: stranger",
            "2 handed in nothing: Bo Lee, park");
    assertThat(run.ids()).containsExactly("kim", "lee", "park", "stranger");
    assertThat(run.of("kim").arrival())
        .isEqualTo(new SubmissionOrigin("", "Kim Minsu", "101", Optional.empty(), false));
    assertThat(run.of("lee").arrival().account()).isEqualTo("102");
    assertThat(run.of("lee").sources()).isEmpty();
    assertThat(run.notices("lee"))
        .containsExactly("nothing was handed in; the row comes from the roster");
    assertThat(run.notices("stranger")).containsExactly("not in the roster");
  }

  @Test
  void the_submission_of_one_member_counts_for_members_without_one() throws Exception {
    folder.with("kim/MyCodec.java", CODEC_SOURCE).with("choi/MyEcho.java", ECHO_SOURCE);
    IntakeRun run =
        take("id,person,group\nkim,Kim,A\nlee,Lee,A\npark,Park,B\nchoi,Choi,C\nseo,Seo,C\n");
    assertThat(run.ids()).containsExactly("choi", "kim", "lee", "park", "seo");
    assertThat(run.of("lee").sources()).isEqualTo(run.of("kim").sources());
    assertThat(run.of("lee").digest()).isEqualTo(run.of("kim").digest());
    assertThat(run.of("lee").arrival().account()).isEqualTo("lee");
    assertThat(run.notices("kim")).containsExactly("member of group A");
    assertThat(run.notices("lee"))
        .containsExactly("handed in as kim; also counts for Lee of group A");
    assertThat(run.of("seo").sources()).containsOnlyKeys("lab02");
    assertThat(run.output()).contains("1 handed in nothing: Park");
  }

  @Test
  void members_of_a_group_keep_their_own_submissions() throws Exception {
    folder.with("kim/MyCodec.java", CODEC_SOURCE).with("lee/MyEcho.java", ECHO_SOURCE);
    IntakeRun run = take("id,group\nkim,A\nlee,A\n");
    assertThat(run.of("kim").sources()).containsOnlyKeys("lab01");
    assertThat(run.of("lee").sources()).containsOnlyKeys("lab02");
  }

  @Test
  void a_submission_named_after_a_group_counts_for_each_member() throws Exception {
    folder.with("Team 1_55_assignsubmission_file/MyCodec.java", CODEC_SOURCE);
    IntakeRun run =
        take("Identifier,Full name,Group\nParticipant 7,Kim,Team 1\nParticipant 8,Lee,Team 1\n");
    assertThat(run.ids()).containsExactly("7", "8");
    assertThat(run.submissions())
        .allSatisfy(each -> assertThat(each.of("lab01")).containsOnlyKeys(CODEC));
    assertThat(run.of("8").arrival())
        .isEqualTo(new SubmissionOrigin("Moodle", "Lee", "8", Optional.empty(), false));
  }

  @Test
  void the_number_of_a_group_is_not_a_participants() throws Exception {
    folder.with("Group 3_77_assignsubmission_file/MyCodec.java", CODEC_SOURCE);
    IntakeRun run =
        take(
            "Identifier,Full name,Group\n"
                + "Participant 77,Ann Other,Group 9\n"
                + "Participant 501,Jane Doe,Group 3\n");
    assertThat(run.of("77").sources()).isEmpty();
    assertThat(run.of("501").of("lab01")).containsOnlyKeys(CODEC);
  }

  @Test
  void a_number_of_somebody_with_another_name_matches_nobody() throws Exception {
    folder.with("Group 3_77_assignsubmission_file/MyCodec.java", CODEC_SOURCE);
    IntakeRun run = take("Identifier,Full name\nParticipant 77,Ann Other\n");
    assertThat(run.of("77").sources()).isEmpty();
    assertThat(run.of("Group 3_77").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(run.notices("Group 3_77")).contains("not in the roster");
  }

  @Test
  void the_number_of_a_participant_counts_if_the_name_is_the_same() throws Exception {
    folder
        .with("Jane Doe_77_assignsubmission_file/MyCodec.java", CODEC_SOURCE)
        .with("Lee_78_assignsubmission_file/MyCodec.java", CODEC_SOURCE);
    IntakeRun run = take("Identifier,Full name\nParticipant 77,Jane Doe\nParticipant 78,Lee\n");
    assertThat(run.output()).hasSize(1);
    assertThat(run.of("Jane Doe_77").arrival().accountOwner()).isEqualTo(AccountOwner.PERSON);
  }

  @Test
  void a_person_may_be_in_several_groups() throws Exception {
    folder.with("Group 3_77_assignsubmission_file/MyCodec.java", CODEC_SOURCE);
    IntakeRun run =
        take(
            "First name,Last name,Email address,Groups\nJane,Doe,j@x.edu,\"Monday, Group 3\"\n"
                + "Ann,Lock,a@x.edu,Monday\n");
    assertThat(run.of("j@x.edu").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(run.output()).contains("1 handed in nothing: Ann Lock");
  }

  @Test
  void a_common_group_does_not_share_work_with_people_who_are_in_other_groups_too()
      throws Exception {
    folder.with("jane/MyCodec.java", CODEC_SOURCE);
    IntakeRun run = take("id,group\njane,\"Monday, Group 3\"\nann,Monday\n");
    assertThat(run.of("ann").sources()).isEmpty();
  }

  @Test
  void the_default_group_is_those_in_no_group() throws Exception {
    folder
        .with("Group 3_77_assignsubmission_file/MyCodec.java", CODEC_SOURCE)
        .with("기본 모둠_assignsubmission_file/MyEcho.java", ECHO_SOURCE);
    IntakeRun run = take("식별자,성명,모둠\n참가자501,김민수,Group 3\n참가자502,홍길동,\n");
    assertThat(run.ids()).containsExactly("501", "502");
    assertThat(run.of("501").sources()).containsOnlyKeys("lab01");
    assertThat(run.of("502").sources()).containsOnlyKeys("lab02");
  }

  @Test
  void a_number_of_the_university_is_not_taken_for_one_of_moodle() throws Exception {
    folder.with("Group 3_77_assignsubmission_file/MyCodec.java", CODEC_SOURCE);
    IntakeRun run = take("id,person,group\n20250001,Kim,Group 3\n");
    assertThat(run.of("20250001").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(run.of("20250001").arrival())
        .isEqualTo(new SubmissionOrigin("Moodle", "Kim", "", Optional.empty(), false));
  }

  @Test
  void both_forms_of_a_name_are_one_row() throws Exception {
    String pieces = Normalizer.normalize("홍길동", Normalizer.Form.NFD);
    folder
        .with("홍길동_7_900_MyCodec.java", CODEC_SOURCE)
        .with(pieces + "_7_901_MyEcho.java", ECHO_SOURCE)
        .with("김_8_902_MyEcho.java", ECHO_SOURCE);
    IntakeRun run = take("id,person\n7,홍길동\n8,김\n");
    assertThat(run.output()).noneMatch(line -> line.contains("different names"));
    assertThat(run.submissions())
        .extracting(each -> each.sources().keySet())
        .containsExactlyInAnyOrder(Set.of("lab01", "lab02"), Set.of("lab02"));
  }

  @Test
  void people_with_the_role_of_a_teacher_have_no_row() throws Exception {
    folder.with("kim/MyCodec.java", CODEC_SOURCE);
    IntakeRun run = take("id,name,role\nkim,Kim,Student\npat,Pat Tutor,TA\n");
    assertThat(run.ids()).containsExactly("kim");
    assertThat(run.output())
        .contains("1 in the roster with a role that is not a student's: Pat Tutor (TA)");
  }

  @Test
  void the_newest_of_two_submissions_of_one_person_counts() throws Exception {
    folder
        .with("submission_1/MyCodec.java", CODEC_SOURCE)
        .with("submission_2/MyCodec.java", ECHO_SOURCE)
        .with(
            "submission_metadata.yml",
            """
            submission_1:
              :submitters:
              - :name: Kim
                :email: kim@x.edu
              :created_at: 2026-10-02 00:00:00 Z
            submission_2:
              :submitters:
              - :name: Minsu Kim
                :email: kim@x.edu
              :created_at: 2026-10-01 00:00:00 Z
            """);
    IntakeRun run = take("SID,email,person\n7,kim@x.edu,Kim\n");
    assertThat(run.ids()).containsExactly("submission_1");
    assertThat(run.notices("submission_1"))
        .containsExactly(
            "there are 2 submissions; the newest counts: submission_1 (2026-10-02T00:00:00Z); left"
                + " out: submission_2 (2026-10-01T00:00:00Z)");
  }

  @Test
  void if_two_accounts_match_one_person_the_number_in_the_roster_decides() throws Exception {
    folder.with("kim_7_900_MyCodec.java", CODEC_SOURCE).with("kim_8_901_MyCodec.java", ECHO_SOURCE);
    IntakeRun run = take("id,person\n7,Kim\n");
    assertThat(run.ids()).containsExactly("kim_7", "kim_8");
    assertThat(run.of("kim_7").arrival().person()).isEqualTo("Kim");
    assertThat(run.of("kim_7").of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
    assertThat(run.output())
        .contains(
            "more than one account matches Kim, so these have rows of their own: kim_8; if one of"
                + " them is right, put its platform number into the roster");
  }

  @Test
  void two_accounts_with_one_name_both_keep_their_rows() throws Exception {
    folder
        .with("doejane_9999_100_MyCodec.java", CODEC_SOURCE)
        .with("doejane_4711_200_MyCodec.java", ECHO_SOURCE);
    IntakeRun run = take("id,person\ns1,\"Doe, Jane\"\n");
    assertThat(run.ids()).containsExactly("doejane_4711", "doejane_9999");
    assertThat(run.output().get(1)).contains("Doe, Jane", "doejane_4711, doejane_9999");
  }

  @Test
  void the_end_of_a_github_user_name_does_not_match_another_user() throws Exception {
    for (String clone : List.of("lab1-kim", "lab1-lee", "lab1-zz-kim")) {
      folder.with(clone + "/.git/HEAD", "").with(clone + "/MyCodec.java", CODEC_SOURCE);
    }
    IntakeRun run = take("id,person\nkim,Kim\nlee,Lee\n");
    assertThat(run.ids()).containsExactly("lab1-kim", "lab1-lee", "lab1-zz-kim");
    assertThat(run.of("lab1-kim").arrival().person()).isEqualTo("Kim");
    assertThat(run.output()).contains("1 not in the roster: lab1-zz-kim");
  }

  @Test
  void users_with_a_common_prefix_are_matched() throws Exception {
    for (String clone : List.of("lab1-snu-kim", "lab1-snu-lee")) {
      folder.with(clone + "/.git/HEAD", "").with(clone + "/MyCodec.java", CODEC_SOURCE);
    }
    assertThat(take("id,person\nsnu-kim,Kim\nsnu-lee,Lee\n").output()).hasSize(1);
  }

  @Test
  void an_absent_person_gets_the_account_from_the_roster() throws Exception {
    folder.with("kim_7_900_MyCodec.java", CODEC_SOURCE);
    assertThat(take("id,person\n7,Kim\n12349,Jung Nothing\n").of("12349").arrival())
        .isEqualTo(
            new SubmissionOrigin("Canvas", "Jung Nothing", "12349", Optional.empty(), false));
    assertThat(take("id,person\n1,Kim\n2,Jung Nothing\n").of("2").arrival().from())
        .as("these are not the numbers of Canvas, where Kim has the number 7")
        .isEmpty();
  }

  @Test
  void submissions_outside_the_roster_are_listed_once() throws Exception {
    folder.with("kim/MyCodec.java", CODEC_SOURCE).with("stranger/README.md", "");
    assertThat(take("id\nkim\n").output())
        .filteredOn(line -> line.contains("not in the roster"))
        .containsExactly("1 not in the roster: stranger");
  }

  @Test
  void canvas_names_are_matched_by_their_letters_if_nothing_else_matches() throws Exception {
    folder
        .with("doejane_1_900_MyCodec.java", CODEC_SOURCE)
        .with("김민수_2_901_MyCodec.java", CODEC_SOURCE);
    IntakeRun run = take("Student,SIS Login ID\n\"Doe, Jane\",jdoe\n\"김, 민수\",mskim\n");
    assertThat(run.of("doejane_1").arrival().person()).isEqualTo("Doe, Jane");
    assertThat(run.of("doejane_1").arrival().account())
        .as("the account comes from the platform")
        .isEqualTo("1");
    assertThat(run.of("김민수_2").arrival().person()).isEqualTo("김, 민수");
    assertThat(run.output()).hasSize(1);
  }

  @Test
  void a_name_that_two_people_share_matches_nobody() throws Exception {
    folder.with("kimminsu_9_900_MyCodec.java", CODEC_SOURCE);
    assertThat(take("id,person\n1,\"Kim, Minsu\"\n2,\"Kim, Minsu\"\n").output())
        .contains("1 not in the roster: kimminsu_9", "2 handed in nothing: Kim, Minsu, Kim, Minsu");
  }

  @Test
  void a_number_of_the_platform_does_not_match_another_number() throws Exception {
    folder
        .with("submission_2/MyCodec.java", CODEC_SOURCE)
        .with(
            "submission_metadata.yml",
            "submission_2:\n  :submitters:\n  - :name: Kim\n    :email: kim@x.edu\n");
    assertThat(take("id,email\n1,kim@x.edu\n2,lee@x.edu\n").output())
        .as("Gradescope's second submission is not the student with the number 2")
        .contains("1 handed in nothing: 2");
    Files.delete(submissions.resolve("submission_metadata.yml"));
    Files.delete(submissions.resolve("submission_2/MyCodec.java"));
    Files.delete(submissions.resolve("submission_2"));
    folder.with("lee_77_900_MyCodec.java", CODEC_SOURCE);
    assertThat(take("SIS User ID,name\n77,Kim\n78,Lee\n").of("lee_77").arrival().person())
        .as("Canvas's user is matched by name, and not by the number of another person")
        .isEqualTo("Lee");
  }

  @Test
  void a_clone_is_matched_by_the_user_name_at_its_end() throws Exception {
    for (String clone : List.of("lab-1-kim-a", "lab-1-a", "lab-1-octocat")) {
      folder.with(clone + "/.git/config", "").with(clone + "/MyCodec.java", CODEC_SOURCE);
    }
    IntakeRun run = take("identifier,github_username,name\n1,kim-a,Kim\n2,a,Amy\n3,OctoCat,Mona\n");
    assertThat(run.of("lab-1-kim-a").arrival().person()).isEqualTo("Kim");
    assertThat(run.of("lab-1-a").arrival().person()).isEqualTo("Amy");
    assertThat(run.of("lab-1-octocat").arrival().account()).isEqualTo("3");
  }

  @Test
  void all_submitters_of_a_group_at_gradescope_are_matched() throws Exception {
    folder
        .with(
            "submission_metadata.yml",
            """
            submission_5:
              :submitters:
              - :name: Kim
                :sid: '1'
                :email: kim@x.edu
              - :name: Lee
                :sid:
                :email: lee@x.edu
              :created_at: 2026-10-01 00:00:00 Z
            """)
        .with("submission_5/MyCodec.java", CODEC_SOURCE);
    IntakeRun run = take("SID,Email,Name\n1,kim@x.edu,Kim Minsu\n2,LEE@x.edu,Bo Lee\n3,,Park\n");
    assertThat(run.ids()).containsExactly("3", "submission_5");
    assertThat(run.of("submission_5").arrival())
        .isEqualTo(
            new SubmissionOrigin(
                "Gradescope",
                "Kim, Lee",
                "5",
                Optional.of(Instant.parse("2026-10-01T00:00:00Z")),
                false));
    assertThat(run.output()).contains("1 handed in nothing: Park");
  }

  private IntakeRun take(String roster) throws Exception {
    return IntakeRun.from(
        submissions, RosterFile.read(Files.writeString(temp.resolve("roster.csv"), roster)));
  }
}
