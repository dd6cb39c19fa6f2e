package firsthop.kit;

import static firsthop.kit.OpenAdder.ADDER;
import static firsthop.kit.OpenAdder.meet;
import static firsthop.kit.OpenAdder.onAnotherThread;
import static firsthop.kit.OpenAdder.swallow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Test classes that meet an open exercise in a test. {@link OpenExercisesTest} runs them. */
final class WaysInATest {

  private WaysInATest() {}

  @ExerciseTest(Adder.class)
  static class Thrown {
    @Test
    void test() {
      assertThat(meet()).isEqualTo(1);
    }
  }

  @ExerciseTest(Adder.class)
  static class WhereTheTestExpectsThatType {
    @Test
    void test() {
      assertThatThrownBy(OpenAdder::meet).isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @ExerciseTest(Adder.class)
  static class WhereTheTestExpectsAnotherType {
    @Test
    void test() {
      assertThatThrownBy(OpenAdder::meet).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ExerciseTest(Adder.class)
  static class Swallowed {
    @Test
    void test() {
      swallow();
    }
  }

  @ExerciseTest(Adder.class)
  static class SwallowedBeforeAnAssertionFails {
    @Test
    void test() {
      swallow();
      assertThat(1).isEqualTo(2);
    }
  }

  @ExerciseTest(Adder.class)
  static class OnAnotherThread {
    @Test
    void test() throws InterruptedException {
      onAnotherThread().join();
    }
  }

  @ExerciseTest(Adder.class)
  static class Wrapped {
    @Test
    void test() {
      CompletableFuture.supplyAsync(OpenAdder::meet).join();
    }
  }

  @ExerciseTest(Adder.class)
  static class UnderATimeout {
    @Test
    void test() {
      assertTimeoutPreemptively(Duration.ofSeconds(5), OpenAdder::meet);
    }
  }

  @ExerciseTest(Adder.class)
  static class InOneOfSeveralAssertions {
    @Test
    void test() {
      assertAll(() -> assertThat(1).isEqualTo(1), OpenAdder::meet);
    }
  }

  @ExerciseTest(value = Adder.class, seconds = 1)
  static class WhileTheTestWaitsForAnAnswerForEver {
    @Test
    void test() throws InterruptedException {
      onAnotherThread();
      new CountDownLatch(1).await();
    }
  }

  @ExerciseTest(Adder.class)
  static class InAParameterizedTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void test(int b) {
      ADDER.add(0, b);
    }
  }

  @ExerciseTest(Adder.class)
  static class InARepeatedTest {
    @RepeatedTest(2)
    void test() {
      meet();
    }
  }

  @ExerciseTest(Adder.class)
  static class InADynamicTest {
    @TestFactory
    Stream<DynamicTest> tests() {
      return IntStream.of(1, 2).mapToObj(b -> dynamicTest("b = " + b, () -> ADDER.add(0, b)));
    }
  }

  @ExerciseTest(Adder.class)
  static class WhileDynamicTestsAreMade {
    @TestFactory
    Stream<DynamicTest> tests() {
      return Stream.of(1).map(b -> dynamicTest("sum is " + ADDER.add(0, b), () -> {}));
    }
  }

  @ExerciseTest(Adder.class)
  static class InANestedClass {
    @Nested
    class Inner {
      @Test
      void test() {
        meet();
      }
    }
  }
}
