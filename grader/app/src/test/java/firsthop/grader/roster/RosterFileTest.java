package firsthop.grader.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import firsthop.grader.common.BadInputException;
import firsthop.grader.roster.Roster.Person;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterFileTest {
  @TempDir Path temp;

  @Test
  void the_columns_are_found_by_their_names_in_any_order() throws Exception {
    Roster roster = read(" Group ,person,id\nA,Kim Minsu,7\n\n,Lee,8\n");
    assertThat(roster.people())
        .extracting(Person::id, Person::name, Person::group)
        .containsExactly(tuple("7", "Kim Minsu", "A"), tuple("8", "Lee", ""));
    assertThat(roster.group("a")).hasSize(1);
  }

  @Test
  void exports_of_platforms_are_read_without_changes() throws Exception {
    assertOnly(
        "Student,ID,SIS User ID,SIS Login ID,Section,Lab 1 (55)\n"
            + ",,,,,Manual Posting\n"
            + "    Points Possible,,,,,10\n"
            + "\"Doe, Jane\",123,S1,jane,CN,\n"
            + "\"Student, Test\",999,,x,CN,\n",
        "123",
        "123",
        "Doe, Jane");
    assertOnly(
        "name,canvas_user_id,user_id,login_id,sections,group_name,canvas_group_id,group_id\n"
            + "\"Doe, Jane\",123,S1,jane,CN,Team 3,4,\n",
        "123",
        "123",
        "Doe, Jane");
    assertOnly(
        "LastName,FirstName,ID,SIS User ID,SIS Login ID,Section,Lab 1 (55)\n"
            + "    Points Possible,,,,,,10\nDoe,Jane,123,S1,jane,CN,\nStudent,Test,999,,x,CN,\n",
        "123",
        "123",
        "Jane Doe");
    assertOnly(
        "Identifier,\"Full name\",\"Email address\",Status,Grade\n"
            + "\"Participant 123\",\"Jane Doe\",j@x.edu,\"Submitted\",\n",
        "123",
        "123",
        "Jane Doe");
    assertOnly("First Name,Last Name,SID,Email\nJane,Doe,123,j@x.edu\n", "123", "", "Jane Doe");
    assertOnly(
        "\"identifier\",\"github_username\",\"github_id\",\"name\"\n"
            + "\"123\",\"octocat\",\"583231\",\"Jane Doe\"\n",
        "123",
        "123",
        "Jane Doe");
    assertOnly("학번\t이름\t조\n123\t김민수\t2\n", "123", "", "김민수");
    assertOnly("id;person\n123;Jane Doe\n", "123", "123", "Jane Doe");
  }

  @Test
  void encodings_of_spreadsheets_are_read() throws Exception {
    String text = "id,person\n1,김민수\n";
    for (byte[] bytes :
        new byte[][] {
          ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
          text.getBytes(Charset.forName("x-windows-949")),
          ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)
        }) {
      Path file = Files.write(temp.resolve("roster.csv"), bytes);
      assertThat(RosterFile.read(file).people().get(0).name()).isEqualTo("김민수");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | is empty; expected a row with titles of columns",
        "'id,person' | has no people; expected a first row such as id,person,group",
        "'\nperson,group\nKim,A' | 'row 2: expected columns such as id,person,group'",
        "'id,person\n1,Kim\n,Lee' | 'row 3, column id: the id is missing'",
        "'id\n1\n2\n1' | 'row 4, column id: the id 1 is also in row 2'",
        "'id\nKim\nkim' | 'row 3, column id: the id kim is also in row 2'",
        "'id\n../x' | 'row 2, column id: the id ../x cannot be used as the name of a folder of results'",
        "'id\n..' | 'row 2, column id: the id .. cannot be used as the name of a folder of results'",
        "'id,person\n1,\"Kim' | 'row 2, column 2: it is not valid CSV'"
      })
  void an_invalid_roster_is_refused_in_one_line_that_names_the_row(String text, String why) {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> read(text))
        .satisfies(
            refused ->
                assertThat(refused.getMessage())
                    .startsWith(temp.resolve("roster.csv").toString())
                    .contains(why)
                    .doesNotContain("\n"));
  }

  @Test
  void teachers_and_assistants_are_not_students() throws Exception {
    List<String> staff =
        List.of(
            "TA",
            "Instructor",
            "Teaching Assistant",
            "TeacherEnrollment",
            "TaEnrollment",
            "Non-editing teacher",
            "교수",
            "담당교수",
            "조교",
            "Head TA",
            "Trainer/in",
            "教師",
            "助教");
    List<String> students =
        List.of("Student", "StudentEnrollment", "학생", "Learner", "청강생", "Stagiaire", "");
    for (String role : staff) {
      assertThat(read("Name,Email,Role\nKim,k@x.edu,Student\nPat,p@x.edu," + role + "\n").people())
          .as(role)
          .extracting(Person::name)
          .containsExactly("Kim");
    }
    for (String role : students) {
      assertThat(read("이름,이메일,역할\nKim,k@x.edu," + role + "\n").people()).as(role).hasSize(1);
    }
    assertThat(read("Name,Email,Role\nKim,k@x.edu,Student\nPat,p@x.edu,TA\n").staff())
        .containsExactly("Pat (TA)");
  }

  @Test
  void titles_in_other_languages_are_known() throws Exception {
    assertOnly("이름,성,이메일 주소,그룹\n민수,김,m@x.edu,3조\n", "m@x.edu", "", "김민수");
    assertThat(read("이름,성,이메일 주소,그룹\n민수,김,m@x.edu,3조\n").group("3조")).hasSize(1);
    assertOnly("번호,학과,학번,이름\n1,컴퓨터,20250001,홍길동\n", "20250001", "", "홍길동");
    assertOnly("식별자,성명,이메일 주소,상태\n참가자1234,김민수,m@x.edu,x\n", "1234", "1234", "김민수");
    assertOnly(
        "ID,Vollständiger Name,Gruppe\nTeilnehmer/in1234,Jörg Doe,A\n", "1234", "1234", "Jörg Doe");
    assertOnly("Vorname,Nachname,E-Mail-Adresse\nJörg,Doe,j@x.edu\n", "j@x.edu", "", "Jörg Doe");
    assertOnly("Name;Vorname;E-Mail\nDoe;Jörg;j@x.edu\n", "j@x.edu", "", "Jörg Doe");
    assertOnly("Prénom,Nom,Courriel\nZoé,Doe,z@x.edu\n", "z@x.edu", "", "Zoé Doe");
    assertOnly("Nombre,Apellido(s),Correo\nÁngel,Doe,a@x.edu\n", "a@x.edu", "", "Ángel Doe");
    assertOnly("名,姓,メールアドレス\n太郎,山田,t@x.jp\n", "t@x.jp", "", "山田太郎");
  }

  @Test
  void a_class_list_of_brightspace_is_read_without_its_signs() throws Exception {
    assertOnly(
        "OrgDefinedId,Username,Last Name,First Name,Email\n#123,#jdoe,Doe,Jane,j@x.edu\n",
        "123",
        "",
        "Jane Doe");
  }

  @Test
  void a_title_above_the_header_is_left_out() throws Exception {
    assertOnly("2026학년도 출석부,,\n\n학번,이름,조\n7,김민수,1\n", "7", "", "김민수");
  }

  @Test
  void both_forms_of_an_id_are_one_id() {
    String pieces = java.text.Normalizer.normalize("김", java.text.Normalizer.Form.NFD);
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> read("id\n김\n" + pieces + "\n"))
        .withMessageContaining("row 3, column id: the id " + pieces + " is also in row 2");
  }

  @Test
  void a_missing_file_is_refused_in_one_line() {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> RosterFile.read(temp.resolve("none.csv")))
        .withMessageEndingWith("none.csv cannot be read: no such file or folder");
  }

  private void assertOnly(String text, String id, String account, String name) throws Exception {
    assertThat(read(text).people())
        .singleElement()
        .satisfies(
            person -> {
              assertThat(person.id()).isEqualTo(id);
              assertThat(person.account()).isEqualTo(account);
              assertThat(person.name()).isEqualTo(name);
            });
  }

  private Roster read(String text) throws Exception {
    return RosterFile.read(Files.writeString(temp.resolve("roster.csv"), text));
  }
}
