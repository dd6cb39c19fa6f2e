package firsthop.kit;

import static firsthop.kit.OpenAdder.meet;
import static firsthop.kit.OpenAdder.onAnotherThread;
import static firsthop.kit.OpenAdder.swallow;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Test classes that meet an open exercise around a test. {@link OpenExercisesTest} runs them. */
final class WaysAroundATest {

  private WaysAroundATest() {}

  @ExerciseTest(Adder.class)
  static class InBeforeEach {
    @BeforeEach
    void prepare() {
      meet();
    }

    @Test
    void test() {}
  }

  @ExerciseTest(Adder.class)
  static class OnAThreadThatBeforeEachStarted {
    private @Nullable Thread thread;

    @BeforeEach
    void prepare() {
      thread = onAnotherThread();
    }

    @Test
    void test() throws InterruptedException {
      if (thread != null) {
        thread.join();
      }
    }
  }

  @ExerciseTest(Adder.class)
  static class InAfterEach {
    @Test
    void test() {}

    @AfterEach
    void close() {
      meet();
    }
  }

  @ExerciseTest(Adder.class)
  static class InTestAndAfterEach {
    @Test
    void test() {
      meet();
    }

    @AfterEach
    void close() {
      meet();
    }
  }

  @ExerciseTest(Adder.class)
  static class InAFieldInitializer {
    final int sum = meet();

    @Test
    void test() {}
  }

  @ExerciseTest(Adder.class)
  static class SwallowedInTheConstructor {
    SwallowedInTheConstructor() {
      swallow();
    }

    @Test
    void test() {}
  }

  @ExerciseTest(Adder.class)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class InTheConstructorOfOneInstanceForAllTests {
    final int sum = meet();

    @Test
    void test() {}
  }

  @ExerciseTest(Adder.class)
  static class InAStaticInitializer {
    static final int SUM = meet();

    @Test
    void test() {}
  }

  @ExerciseTest(Adder.class)
  static class InBeforeAll {
    @BeforeAll
    static void prepare() {
      meet();
    }

    @Test
    void test() {}
  }

  /** Apart from the others, because its test has passed before the Todo is met. */
  @ExerciseTest(Adder.class)
  static class InAfterAll {
    @Test
    void test() {}

    @AfterAll
    static void close() {
      meet();
    }
  }
}
