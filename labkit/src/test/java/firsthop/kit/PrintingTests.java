package firsthop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Test classes that print, for the tests of the board to run. */
final class PrintingTests {
  static final int MANY = 500_000;

  private static final CountDownLatch RELEASE = new CountDownLatch(1);
  private static @Nullable Thread leftOver;

  private PrintingTests() {}

  @ExerciseTest(value = Adder.class, seconds = 60)
  static class PrintsMuchAndFails {
    @Test
    void adds_to_seven() {
      for (int i = 0; i < MANY; i++) {
        System.out.println("line " + i);
      }
      assertThat(new MyAdder().add(7, 2)).isEqualTo(9);
    }
  }

  @ExerciseTest(Adder.class)
  static class LeavesAThreadBehind {
    @Test
    void starts_a_thread() {
      leftOver =
          new Thread(
              () -> {
                await();
                System.err.println("printed later");
              });
      leftOver.start();
    }
  }

  @ExerciseTest(SampleTests.SmallAdder.class)
  static class MeetsTheThread {
    @Test
    void waits_for_the_thread() throws InterruptedException {
      RELEASE.countDown();
      if (leftOver != null) {
        leftOver.join();
      }
    }
  }

  private static void await() {
    try {
      RELEASE.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
