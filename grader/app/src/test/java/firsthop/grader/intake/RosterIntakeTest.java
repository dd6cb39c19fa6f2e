package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.intake.Taken.CODEC_SOURCE;
import static firsthop.grader.intake.Taken.ECHO_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.roster.RosterFile;
import firsthop.grader.submission.SubmissionOrigin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was handed in, held against a roster. */
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
  void the_roster_says_who_it_is_who_is_missing_and_who_is_a_stranger() throws Exception {
    folder.with("kim/MyCodec.java", CODEC_SOURCE).with("stranger/MyCodec.java", CODEC_SOURCE);
    Taken taken = take("submission,id,person\nkim,101,Kim Minsu\nlee,102,Bo Lee\npark,103,\n");
    assertThat(taken.said())
        .containsExactly(
            submissions + " is taken for 2 submissions, a folder each",
            "1 not in the roster: stranger",
            "2 handed in nothing: Bo Lee, park");
    assertThat(taken.ids()).containsExactly("kim", "lee", "park", "stranger");
    assertThat(taken.of("kim").arrival())
        .isEqualTo(new SubmissionOrigin("", "Kim Minsu", "101", Optional.empty(), false));
    assertThat(taken.of("lee").arrival().account()).isEqualTo("102");
    assertThat(taken.of("lee").sources()).isEmpty();
    assertThat(taken.notices("lee"))
        .containsExactly("nothing was handed in; the row is the roster's");
    assertThat(taken.notices("stranger")).containsExactly("not in the roster");
  }

  @Test
  void what_one_of_a_group_handed_in_counts_for_those_with_nothing_of_their_own() throws Exception {
    folder.with("kim/MyCodec.java", CODEC_SOURCE).with("choi/MyEcho.java", ECHO_SOURCE);
    Taken taken =
        take("id,person,group\nkim,Kim,A\nlee,Lee,A\npark,Park,B\nchoi,Choi,C\nseo,Seo,C\n");
    assertThat(taken.ids()).containsExactly("choi", "kim", "lee", "park", "seo");
    assertThat(taken.of("lee").sources()).isEqualTo(taken.of("kim").sources());
    assertThat(taken.of("lee").digest()).isEqualTo(taken.of("kim").digest());
    assertThat(taken.of("lee").arrival().account()).isEqualTo("lee");
    assertThat(taken.notices("kim")).containsExactly("of group A");
    assertThat(taken.notices("lee")).containsExactly("counts for Lee of group A: handed in as kim");
    assertThat(taken.of("seo").sources()).containsOnlyKeys("lab02");
    assertThat(taken.said()).contains("1 handed in nothing: Park");
  }

  @Test
  void members_of_a_group_keep_what_they_handed_in_themselves() throws Exception {
    folder.with("kim/MyCodec.java", CODEC_SOURCE).with("lee/MyEcho.java", ECHO_SOURCE);
    Taken taken = take("id,group\nkim,A\nlee,A\n");
    assertThat(taken.of("kim").sources()).containsOnlyKeys("lab01");
    assertThat(taken.of("lee").sources()).containsOnlyKeys("lab02");
  }

  @Test
  void a_submission_named_after_a_group_is_that_of_each_of_them() throws Exception {
    folder.with("Team 1_55_assignsubmission_file/MyCodec.java", CODEC_SOURCE);
    Taken taken =
        take("Identifier,Full name,Group\nParticipant 7,Kim,Team 1\nParticipant 8,Lee,Team 1\n");
    assertThat(taken.ids()).containsExactly("7", "8");
    assertThat(taken.submissions())
        .allSatisfy(each -> assertThat(each.of("lab01")).containsOnlyKeys(CODEC));
    assertThat(taken.of("8").arrival())
        .isEqualTo(new SubmissionOrigin("Moodle", "Lee", "8", Optional.empty(), false));
  }

  @Test
  void of_two_submissions_that_the_roster_gives_one_person_the_newest_counts() throws Exception {
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
    Taken taken = take("SID,email,person\n7,kim@x.edu,Kim\n");
    assertThat(taken.ids()).containsExactly("submission_1");
    assertThat(taken.notices("submission_1"))
        .containsExactly(
            "of 2 submissions the newest counts, submission_1 of 2026-10-02T00:00:00Z; left out:"
                + " submission_2 of 2026-10-01T00:00:00Z");
  }

  @Test
  void of_two_accounts_that_look_like_one_person_that_of_the_rosters_number_is() throws Exception {
    folder.with("kim_7_900_MyCodec.java", CODEC_SOURCE).with("kim_8_901_MyCodec.java", ECHO_SOURCE);
    Taken taken = take("id,person\n7,Kim\n");
    assertThat(taken.ids()).containsExactly("kim_7", "kim_8");
    assertThat(taken.of("kim_7").arrival().person()).isEqualTo("Kim");
    assertThat(taken.of("kim_7").of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
    assertThat(taken.said())
        .contains(
            "more than one account looks like Kim: kim_8, which has a row of its own; give the"
                + " roster the platform's numbers, if it is");
  }

  @Test
  void of_two_accounts_of_one_name_neither_is_left_out() throws Exception {
    folder
        .with("doejane_9999_100_MyCodec.java", CODEC_SOURCE)
        .with("doejane_4711_200_MyCodec.java", ECHO_SOURCE);
    Taken taken = take("id,person\ns1,\"Doe, Jane\"\n");
    assertThat(taken.ids()).containsExactly("doejane_4711", "doejane_9999");
    assertThat(taken.said().get(1)).contains("Doe, Jane", "doejane_4711, doejane_9999");
  }

  @Test
  void the_end_of_a_user_name_on_github_is_nobody_else() throws Exception {
    for (String clone : List.of("lab1-kim", "lab1-lee", "lab1-zz-kim")) {
      folder.with(clone + "/.git/HEAD", "").with(clone + "/MyCodec.java", CODEC_SOURCE);
    }
    Taken taken = take("id,person\nkim,Kim\nlee,Lee\n");
    assertThat(taken.ids()).containsExactly("lab1-kim", "lab1-lee", "lab1-zz-kim");
    assertThat(taken.of("lab1-kim").arrival().person()).isEqualTo("Kim");
    assertThat(taken.said()).contains("1 not in the roster: lab1-zz-kim");
  }

  @Test
  void users_whose_names_all_begin_alike_are_known() throws Exception {
    for (String clone : List.of("lab1-snu-kim", "lab1-snu-lee")) {
      folder.with(clone + "/.git/HEAD", "").with(clone + "/MyCodec.java", CODEC_SOURCE);
    }
    assertThat(take("id,person\nsnu-kim,Kim\nsnu-lee,Lee\n").said()).hasSize(1);
  }

  @Test
  void who_handed_in_nothing_is_known_to_the_platform_by_the_rosters_number() throws Exception {
    folder.with("kim_7_900_MyCodec.java", CODEC_SOURCE);
    assertThat(take("id,person\n7,Kim\n12349,Jung Nothing\n").of("12349").arrival())
        .isEqualTo(
            new SubmissionOrigin("Canvas", "Jung Nothing", "12349", Optional.empty(), false));
    assertThat(take("id,person\n1,Kim\n2,Jung Nothing\n").of("2").arrival().from())
        .as("these are no numbers of Canvas, which knows Kim by 7")
        .isEmpty();
  }

  @Test
  void strangers_are_listed_once() throws Exception {
    folder.with("kim/MyCodec.java", CODEC_SOURCE).with("stranger/README.md", "");
    assertThat(take("id\nkim\n").said())
        .filteredOn(line -> line.contains("not in the roster"))
        .containsExactly("1 not in the roster: stranger");
  }

  @Test
  void canvas_names_are_known_by_their_letters_when_there_is_nothing_better() throws Exception {
    folder
        .with("doejane_1_900_MyCodec.java", CODEC_SOURCE)
        .with("김민수_2_901_MyCodec.java", CODEC_SOURCE);
    Taken taken = take("Student,SIS Login ID\n\"Doe, Jane\",jdoe\n\"김, 민수\",mskim\n");
    assertThat(taken.of("doejane_1").arrival().person()).isEqualTo("Doe, Jane");
    assertThat(taken.of("doejane_1").arrival().account())
        .as("the platform's word stands")
        .isEqualTo("1");
    assertThat(taken.of("김민수_2").arrival().person()).isEqualTo("김, 민수");
    assertThat(taken.said()).hasSize(1);
  }

  @Test
  void a_name_that_two_people_share_is_nobodys() throws Exception {
    folder.with("kimminsu_9_900_MyCodec.java", CODEC_SOURCE);
    assertThat(take("id,person\n1,\"Kim, Minsu\"\n2,\"Kim, Minsu\"\n").said())
        .contains("1 not in the roster: kimminsu_9", "2 handed in nothing: Kim, Minsu, Kim, Minsu");
  }

  @Test
  void a_number_of_the_platform_is_no_other_number() throws Exception {
    folder
        .with("submission_2/MyCodec.java", CODEC_SOURCE)
        .with(
            "submission_metadata.yml",
            "submission_2:\n  :submitters:\n  - :name: Kim\n    :email: kim@x.edu\n");
    assertThat(take("id,email\n1,kim@x.edu\n2,lee@x.edu\n").said())
        .as("Gradescope's second submission is not the student with the number 2")
        .contains("1 handed in nothing: 2");
    Files.delete(submissions.resolve("submission_metadata.yml"));
    Files.delete(submissions.resolve("submission_2/MyCodec.java"));
    Files.delete(submissions.resolve("submission_2"));
    folder.with("lee_77_900_MyCodec.java", CODEC_SOURCE);
    assertThat(take("SIS User ID,name\n77,Kim\n78,Lee\n").of("lee_77").arrival().person())
        .as("Canvas's user is known by name, and not by another's number")
        .isEqualTo("Lee");
  }

  @Test
  void a_clone_is_known_by_the_user_at_its_end() throws Exception {
    for (String clone : List.of("lab-1-kim-a", "lab-1-a", "lab-1-octocat")) {
      folder.with(clone + "/.git/config", "").with(clone + "/MyCodec.java", CODEC_SOURCE);
    }
    Taken taken = take("identifier,github_username,name\n1,kim-a,Kim\n2,a,Amy\n3,OctoCat,Mona\n");
    assertThat(taken.of("lab-1-kim-a").arrival().person()).isEqualTo("Kim");
    assertThat(taken.of("lab-1-a").arrival().person()).isEqualTo("Amy");
    assertThat(taken.of("lab-1-octocat").arrival().account()).isEqualTo("3");
  }

  @Test
  void all_who_handed_in_together_at_gradescope_are_there() throws Exception {
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
    Taken taken = take("SID,Email,Name\n1,kim@x.edu,Kim Minsu\n2,LEE@x.edu,Bo Lee\n3,,Park\n");
    assertThat(taken.ids()).containsExactly("3", "submission_5");
    assertThat(taken.of("submission_5").arrival())
        .isEqualTo(
            new SubmissionOrigin(
                "Gradescope",
                "Kim, Lee",
                "5",
                Optional.of(Instant.parse("2026-10-01T00:00:00Z")),
                false));
    assertThat(taken.said()).contains("1 handed in nothing: Park");
  }

  private Taken take(String roster) throws Exception {
    return Taken.from(
        submissions, RosterFile.read(Files.writeString(temp.resolve("roster.csv"), roster)));
  }
}
