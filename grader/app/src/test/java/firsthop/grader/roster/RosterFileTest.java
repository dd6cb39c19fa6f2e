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
        "'' | has no people; expected a first row such as id,person,group",
        "'id,person' | has no people; expected a first row such as id,person,group",
        "'person,group\nKim,A' | row 1: expected columns such as id,person,group",
        "'id,person\n1,Kim\n,Lee' | row 3: the id is missing",
        "'id\n1\n2\n1' | row 4: the id 1 is also in row 2",
        "'id\nKim\nkim' | row 3: the id kim is also in row 2",
        "'id\n../x' | row 2: the id ../x cannot be used as the name of a folder of results",
        "'id\n..' | row 2: the id .. cannot be used as the name of a folder of results",
        "'id,person\n1,\"Kim' | near row 2: "
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
