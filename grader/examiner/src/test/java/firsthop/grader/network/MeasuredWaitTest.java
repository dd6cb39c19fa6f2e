package firsthop.grader.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredWaitTest {
  private static final int DUE_MILLIS = 200;

  @Test
  void a_wait_that_is_on_time_often_enough_is_not_measured_again() throws Exception {
    assertThat(measurementsLeft(200L, 249L, 200L)).containsExactly(200L);
  }

  @Test
  void a_late_wait_is_measured_again_until_it_is_on_time_often_enough() throws Exception {
    assertThat(measurementsLeft(250L, 210L, Long.MAX_VALUE, 192L, 1L)).containsExactly(1L);
  }

  @Test
  void a_wait_that_ends_early_fails_whatever_was_measured_before() {
    for (List<Long> measured : List.of(List.of(191L), List.of(200L, 191L), List.of(900L, 191L))) {
      assertThatExceptionOfType(AssertionError.class)
          .as("waits of %s ms", measured)
          .isThrownBy(() -> measurementsLeft(measured.toArray(Long[]::new)))
          .withMessage("the wait should take at least 200 ms, but took 191 ms");
    }
  }

  @Test
  void a_wait_that_is_always_late_passes_when_the_budget_is_spent() throws Exception {
    int[] measured = {0};
    MeasuredWait.assertNeverShort(
        "the wait",
        DUE_MILLIS,
        2,
        () -> {
          measured[0]++;
          return 2 * DUE_MILLIS;
        },
        0);
    assertThat(measured[0]).isEqualTo(1);
  }

  /** Measures as often as necessary, and returns the durations that were not used. */
  private static Deque<Long> measurementsLeft(Long... millis) throws Exception {
    Deque<Long> left = new ArrayDeque<>(List.of(millis));
    MeasuredWait.assertNeverShort("the wait", DUE_MILLIS, 2, left::remove);
    return left;
  }
}
