package firsthop.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Test classes for the tests of reports and of the board to run. */
final class SampleTests {
  private static final Adder ADDER = new MyAdder();

  private SampleTests() {}

  /** A later exercise, as a second row of the board. */
  @Exercise(id = "9.10", title = "Adding more", rfc = "RFC 9999 §5")
  @Points(9)
  interface BigAdder {}

  /** An exercise between the two. */
  @Exercise(id = "9.2", title = "Adding less", rfc = "RFC 9999 §4.9")
  interface SmallAdder {}

  @ExerciseTest(Adder.class)
  static class Mixed {
    @Test
    void adds_one_and_one() {
      assertThat(ADDER.add(1, 1)).isEqualTo(2);
    }

    @Test
    void adds_to_zero() {
      assertThat(ADDER.add(0, 1)).isEqualTo(1);
    }

    @Test
    @Hint("Seven is a number like any other.")
    void adds_to_seven() {
      assertThat(ADDER.add(7, 2)).isEqualTo(9);
    }
  }

  @ExerciseTest(Adder.class)
  static class Green {
    @Test
    void adds_one_and_one() {
      assertThat(ADDER.add(1, 1)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void adds_to_two(int b) {
      assertThat(ADDER.add(2, b)).isEqualTo(2 + b);
    }
  }

  @ExerciseTest(Adder.class)
  @Hint("A hint for all of them.")
  static class Failing {
    @ParameterizedTest
    @ValueSource(strings = {"2"})
    void adds_what_it_is_given(String text) {
      assertThat(ADDER.add(7, Integer.parseInt(text))).as("7 + %s", text).isEqualTo(9);
    }

    @Test
    void adds_without_an_exception() {
      ADDER.add(8, 1);
    }

    @Test
    void does_not_fail_by_itself() {
      throw new IllegalStateException("the test's own fault");
    }

    @TestFactory
    List<DynamicTest> adds_everywhere() {
      return List.of(dynamicTest("7 and 3", () -> assertThat(ADDER.add(7, 3)).isEqualTo(10)));
    }

    @Nested
    class With_seven {
      @Test
      void adds_inside() {
        assertThat(ADDER.add(7, 4)).isEqualTo(11);
      }
    }
  }

  @ExerciseTest(Adder.class)
  static class DyingServer {
    @Test
    void notices_a_thread_that_dies() throws InterruptedException {
      Thread server = new Thread(() -> ADDER.add(8, 2));
      server.start();
      server.join();
      throw new AssertionError("no answer");
    }
  }

  @ExerciseTest(value = Adder.class, seconds = 1)
  static class EndlessAgain {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void comes_back(int b) {
      ADDER.add(9, b);
    }
  }

  @ExerciseTest(value = Adder.class, seconds = 1)
  static class Endless {
    @Test
    @Hint("Count the rounds of each loop.")
    void comes_back() {
      ADDER.add(9, 1);
    }
  }

  @ExerciseTest(Adder.class)
  static class Assuming {
    @Test
    void assumes() {
      Assumptions.abort("not on this machine");
    }
  }

  @ExerciseTest(BigAdder.class)
  static class OpenBeforeAll {
    @BeforeAll
    static void prepare() {
      throw Todo.exercise("9.10");
    }

    @Test
    void one() {}

    @Test
    void two() {}
  }

  @ExerciseTest(SmallAdder.class)
  static class WaitsForAnother {
    @Test
    void builds_on_the_adder() {
      ADDER.add(0, 1);
    }
  }

  @ExerciseTest(SmallAdder.class)
  static class BrokenArguments {
    static List<Integer> arguments() {
      throw new IllegalStateException("no arguments");
    }

    @ParameterizedTest
    @MethodSource("arguments")
    void never_runs(int argument) {}
  }

  @ExerciseTest(Adder.class)
  static class AdderTest {
    @Test
    void is_first_in_the_handout() {
      assertThat(ADDER.add(7, 5)).isEqualTo(12);
    }
  }

  /** A test that a student added. */
  static class OwnTest {
    @Test
    void adds() {
      assertThat(ADDER.add(1, 2)).isEqualTo(2);
    }
  }

  @ExerciseTest(value = Adder.class, seconds = 1)
  static class Servers {
    @Test
    @Hint("A hint about answers.")
    void starts_and_answers() {
      new MyServer().start();
    }

    @Test
    @Hint("A hint about answers.")
    void answers_and_ends() {
      try (MyServer server = new MyServer()) {
        assertThat(server.answer()).isEqualTo("yes");
      }
    }

    @Test
    void answers_with_a_text() {
      assertThat(new MyServer().answer().length()).isEqualTo(3);
    }
  }

  @ExerciseTest(Runnable.class)
  static class OfNoContract {
    @Test
    void test() {}
  }

  static class NoExercise {
    @Test
    void test() {}
  }
}
