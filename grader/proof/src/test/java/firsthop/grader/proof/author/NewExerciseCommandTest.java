package firsthop.grader.proof.author;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.files.FolderLock;
import firsthop.grader.proof.Defect;
import firsthop.grader.proof.rules.ExerciseSources;
import firsthop.grader.proof.rules.SmallCheckout;
import firsthop.grader.proof.rules.SourceRule;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class NewExerciseCommandTest {
  private static final String LAB = SmallCheckout.LAB;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;
  private SmallCheckout checkout;

  @BeforeEach
  void copy() throws IOException {
    checkout = SmallCheckout.in(folder);
  }

  @Test
  void makes_every_file_of_an_exercise() throws IOException {
    List<String> before = checkout.files();
    assertThat(run("1.2", "UnitConverter", "--points", "7")).isZero();
    List<String> made = new ArrayList<>(checkout.files());
    made.removeAll(before);
    assertThat(made)
        .containsExactlyInAnyOrder(
            LAB + "/src/main/java/firsthop/numbers/UnitConverter.java",
            LAB + "/src/main/java/firsthop/numbers/MyUnitConverter.java",
            LAB + "/src/solution/java/firsthop/numbers/MyUnitConverter.java",
            LAB + "/src/test/java/firsthop/numbers/UnitConverterTest.java",
            "grader/exams/src/main/java/firsthop/grader/exams/numbers/UnitConverterExam.java",
            "grader/exams/wrong/1.2/base/MyUnitConverter.java",
            "grader/exams/right/1.2/another-way/MyUnitConverter.java",
            "examples/reference/" + LAB + "/src/main/java/firsthop/numbers/MyUnitConverter.java",
            "examples/skeleton/" + LAB + "/src/main/java/firsthop/numbers/MyUnitConverter.java");
    assertThat(out.toString()).contains(made).contains("./firsthop check 1.2");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void writes_rows_and_sections_after_those_of_the_exercise_before() throws IOException {
    run("1.2", "UnitConverter", "--points", "7", "--title", "Feet and metres");
    assertThat(read(LAB + "/README.md"))
        .contains(
            "| `MyDoubler.java` | 5 | nothing |\n| 1.2 Feet and metres | TODO: what it is about |"
                + " `MyUnitConverter.java` | 7 | nothing |\n\n## 1.1 Twice")
        .contains("A number, two times.\n\n## 1.2 Feet and metres\n\n###")
        .contains("contract.\n\n## Try it yourself\n");
    assertThat(read(LAB + "/hints.md"))
        .contains("Add the number to itself.\n\n## 1.2 Feet and metres\n\n### A nudge\n")
        .endsWith("write it down.\n");
    assertThat(read(LAB + "/README.ko.md"))
        .contains("| 5 | 없음 |\n| 1.2 TODO: Feet and metres | TODO: what it is about |")
        .contains("거부합니다. |\n\n## 1.2 TODO: Feet and metres\n\n###");
    assertThat(read(LAB + "/hints.ko.md"))
        .contains("더합니다.\n\n## 1.2 TODO: Feet and metres\n\n### 살짝");
    assertThat(read(LAB + "/src/test/resources/firsthop/hints.ko.properties"))
        .contains("봅니다.\n\n# 1.2 Feet and metres: UnitConverterTest\nUnitConverterTest.convert");
    assertThat(read("examples/README.md"))
        .contains("| half-done | 3/12 | 3/12 | graded | 1 passed, 2 missing |")
        .contains("| reference | 12/12 | 12/12 | graded | 3 passed |")
        .contains("| skeleton | 0/12 | 0/12 | graded | 3 open |");
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"TODO", "MISTAKES"})
  void what_it_makes_keeps_the_rules(SourceRule rule) throws IOException {
    run("1.2", "UnitConverter");
    for (ExerciseSources exercise : checkout.course().exercises()) {
      assertThat(rule.check(exercise).defects()).isEmpty();
    }
  }

  @Test
  void has_a_todo_in_every_file_that_an_author_writes() throws IOException {
    run("1.2", "UnitConverter");
    ExerciseSources made = checkout.course().exercises().get(1);
    assertThat(SourceRule.TODO.check(made).defects())
        .extracting(Defect::what)
        .extracting(what -> what.replaceFirst(".*/", "").replaceFirst(":.*", ""))
        .containsExactly(
            "UnitConverter.java",
            "MyUnitConverter.java",
            "UnitConverterTest.java",
            "UnitConverterExam.java",
            "MyUnitConverter.java",
            "MyUnitConverter.java",
            "README.md",
            "hints.md",
            "README.ko.md",
            "hints.ko.md",
            "hints.ko.properties",
            "hints-lab01.ko.properties");
  }

  @Test
  void what_it_makes_compiles() throws IOException {
    run("1.2", "UnitConverter");
    List<Path> contract =
        List.of(
            checkout.home().resolve(LAB + "/src/main/java/firsthop/numbers/UnitConverter.java"));
    for (String each :
        List.of(
            LAB + "/src/main/java/firsthop/numbers/MyUnitConverter.java",
            LAB + "/src/solution/java/firsthop/numbers/MyUnitConverter.java",
            "grader/exams/wrong/1.2/base/MyUnitConverter.java",
            "grader/exams/right/1.2/another-way/MyUnitConverter.java",
            "grader/exams/src/main/java/firsthop/grader/exams/numbers/UnitConverterExam.java")) {
      List<Path> sources = new ArrayList<>(contract);
      sources.add(checkout.home().resolve(each));
      assertThat(complaints(sources)).as(each).isEmpty();
    }
    assertThat(
            complaints(
                List.of(
                    contract.get(0),
                    checkout
                        .home()
                        .resolve(LAB + "/src/main/java/firsthop/numbers/MyUnitConverter.java"),
                    checkout
                        .home()
                        .resolve(LAB + "/src/test/java/firsthop/numbers/UnitConverterTest.java"))))
        .isEmpty();
  }

  @Test
  void what_it_makes_is_formatted_whatever_the_names_are() throws IOException {
    String contract = "A".repeat(32);
    assertThat(run("1.2", contract, "--title", "T".repeat(48), "--points", "100")).isZero();
    for (String file : checkout.files()) {
      if (file.contains(contract)) {
        assertThat(read(file).lines()).as(file).allMatch(line -> line.length() <= 100);
      }
    }
    assertThat(
            read(
                "grader/exams/src/main/java/firsthop/grader/exams/numbers/"
                    + contract
                    + "Exam.java"))
        .containsSubsequence(
            "import firsthop.grader.exam.Clause;",
            "import firsthop.kit.Points;",
            "import firsthop.numbers.A");
  }

  @ParameterizedTest
  @CsvSource({
    "1.1, UnitConverter, 1.1 is there already: Doubler",
    "1.3, UnitConverter, the next exercise of the lab is 1.2",
    "2.1, UnitConverter, there is no lab 2; there are lab01-numbers",
    "1.02, UnitConverter, 1.02 is not the number of an exercise",
    "one, UnitConverter, one is not the number of an exercise",
    "1.2, Doubler, Doubler is the contract of 1.1",
    "1.2, unitConverter, unitConverter cannot name a contract",
    "1.2, Unit-Converter, Unit-Converter cannot name a contract",
    "1.2, MyConverter, MyConverter cannot name a contract",
    "1.2, UnitExam, UnitExam cannot name a contract",
    "1.2, String, because String is there already: a class of java.lang",
    "1.2, Object, because Object is there already: a class of java.lang",
    "1.2, Override, because Override is there already: a class of java.lang",
    "1.2, Exception, because Exception is there already: a class of java.lang",
    "1.2, Record, because Record is there already: a class of java.lang",
    "1.2, Order, because Order is there already: an annotation of JUnit",
    "1.2, STRING, because String is there already: a class of java.lang",
    "1.2, DOUBLER, because Doubler is there already: lab01-numbers/src/main/java/firsthop",
    "1.2, Con, Con cannot name a contract, because Windows keeps this name for a device",
    "1.2, Aux, Aux cannot name a contract, because Windows keeps this name for a device",
    "1.2, COM1, COM1 cannot name a contract, because Windows keeps this name for a device",
  })
  void refuses_what_cannot_be_made(String id, String contract, String why) throws IOException {
    List<String> before = checkout.files();
    assertThat(run(id, contract)).isEqualTo(2);
    assertThat(err.toString()).contains(why).doesNotContain("\tat ");
    assertThat(checkout.files()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "labkit/src/main/java/firsthop/kit/Points",
        LAB + "/src/main/java/firsthop/numbers/Points",
        LAB + "/src/main/java/firsthop/numbers/POINTS",
        LAB + "/src/test/java/firsthop/numbers/PointsTest",
        LAB + "/src/main/java/firsthop/numbers/MyPoints"
      })
  void refuses_the_name_of_a_class_that_is_there(String other) throws IOException {
    Path file = checkout.home().resolve(other + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    List<String> before = checkout.files();
    assertThat(run("1.2", "Points")).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains(other + ".java");
    assertThat(checkout.files()).isEqualTo(before);
  }

  @Test
  void refuses_while_another_command_works_on_the_checkout() throws IOException {
    List<String> before = checkout.files();
    Path folderOfLock =
        Files.createDirectories(checkout.home().resolve("grader/proof/target/check"));
    FolderLock lock = FolderLock.take(folderOfLock).orElseThrow();
    try {
      assertThat(run("1.2", "UnitConverter")).isEqualTo(2);
    } finally {
      lock.close();
    }
    assertThat(err.toString().lines())
        .containsExactly(
            "firsthop: another check or new-exercise is running in this checkout;"
                + " wait until it has ended");
    assertThat(checkout.files()).isEqualTo(before);
    assertThat(run("1.2", "UnitConverter")).isZero();
  }

  @Test
  void refuses_points_and_titles_that_do_not_do() {
    assertThat(run("1.2", "UnitConverter", "--points", "0")).isEqualTo(2);
    assertThat(run("1.2", "UnitConverter", "--points", "ten")).isEqualTo(2);
    assertThat(run("1.2", "UnitConverter", "--title", "a | b")).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(3).allMatch(line -> line.startsWith("firsthop: "));
  }

  @Test
  void overwrites_nothing_and_says_what_is_there() throws IOException {
    Path sample =
        checkout
            .home()
            .resolve("examples/skeleton/" + LAB + "/src/main/java/firsthop/numbers")
            .resolve("MyUnitConverter.java");
    Files.writeString(sample, "mine");
    Files.createDirectories(checkout.home().resolve("grader/exams/wrong/1.2"));
    List<String> before = checkout.files();
    String handout = read(LAB + "/README.md");
    assertThat(run("1.2", "UnitConverter")).isEqualTo(2);
    assertThat(err.toString()).contains("grader/exams/wrong/1.2", "/MyUnitConverter.java");
    assertThat(checkout.files()).isEqualTo(before);
    assertThat(sample).hasContent("mine");
    assertThat(read(LAB + "/README.md")).isEqualTo(handout);
  }

  @Test
  void writes_nothing_when_the_handout_has_no_place_for_it() throws IOException {
    checkout.edit(checkout.exercise().handout(), "## 1.1 Twice", "## Twice");
    List<String> before = checkout.files();
    assertThat(run("1.2", "UnitConverter")).isEqualTo(2);
    assertThat(err.toString()).contains("lab01-numbers/README.md has no section");
    assertThat(checkout.files()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LAB + "/README.md",
        LAB + "/hints.md",
        LAB + "/src/main/java/firsthop/numbers/Doubler.java",
        "examples/README.md",
        "grader/exams/src/main/java/firsthop/grader/exams/numbers/DoublerExam.java"
      })
  void names_a_file_that_is_not_utf_8_and_writes_nothing(String file) throws IOException {
    checkout.addLatin1(checkout.home().resolve(file));
    List<String> before = checkout.files();
    assertThat(run("1.2", "UnitConverter")).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("firsthop: " + checkout.home().resolve(file) + ":")
        .endsWith("it is not in UTF-8; save it in this encoding");
    assertThat(checkout.files()).isEqualTo(before);
  }

  @Test
  void writes_nothing_through_a_link_that_leads_out_of_the_checkout(@TempDir Path elsewhere)
      throws IOException {
    Path solution = checkout.home().resolve("examples/skeleton");
    Files.move(solution, elsewhere.resolve("skeleton"));
    Files.createSymbolicLink(solution, elsewhere.resolve("skeleton"));
    List<String> before = checkout.files();
    assertThat(run("1.2", "UnitConverter")).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("a symbolic link leads out of the checkout");
    assertThat(checkout.files()).isEqualTo(before);
  }

  @Test
  void names_a_link_that_leads_to_nothing() throws IOException {
    Path exam = checkout.exercise().exam().resolveSibling("UnitConverterExam.java");
    Files.createSymbolicLink(exam, folder.resolve("none"));
    List<String> before = checkout.files();
    assertThat(run("1.2", "UnitConverter")).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("UnitConverterExam.java");
    assertThat(checkout.files()).isEqualTo(before);
  }

  @Test
  void a_write_that_fails_has_one_line_and_leaves_nothing_half_made() throws IOException {
    Path folderOfWrong = checkout.home().resolve("grader/exams/wrong/1.2");
    Path right = checkout.home().resolve("grader/exams/right");
    Files.move(right, folder.resolve("right"));
    Files.writeString(right, "a file in the place of the folder");
    List<String> before = checkout.files();
    assertThat(run("1.2", "UnitConverter")).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("MyUnitConverter.java: it cannot be written: ")
        .endsWith("nothing was changed");
    assertThat(checkout.files()).isEqualTo(before);
    assertThat(folderOfWrong).doesNotExist();
  }

  @Test
  void writes_nothing_when_there_is_no_file_for_the_korean_hints() throws IOException {
    Files.delete(checkout.exercise().koreanHiddenHints());
    List<String> before = checkout.files();
    assertThat(run("1.2", "UnitConverter")).isEqualTo(2);
    assertThat(err.toString()).contains("hints-lab01.ko.properties is missing");
    assertThat(checkout.files()).isEqualTo(before);
  }

  private int run(String... args) {
    return AuthorMain.run(
        new CommandLine(new NewExerciseCommand(checkout.home())),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        args);
  }

  private String read(String file) throws IOException {
    return Files.readString(checkout.home().resolve(file));
  }

  private List<String> complaints(List<Path> sources) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ENGLISH, null)) {
      boolean compiled =
          javac
              .getTask(
                  messages,
                  files,
                  null,
                  List.of(
                      "-proc:none", "-Xlint:all,-processing", "-Werror", "-d", folder.toString()),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      return compiled ? List.of() : messages.toString().lines().toList();
    }
  }
}
