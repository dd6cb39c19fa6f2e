package firsthop.grader.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LongestGapTest {
  private long nowNanos = -5;
  private final LongestGap gap = new LongestGap(() -> nowNanos);

  @Test
  void the_longest_gap_counts_wherever_it_was() {
    pass(20);
    gap.end();
    pass(100);
    gap.end();
    pass(30);
    gap.end();
    assertThat(gap.isBelow(101)).isTrue();
    assertThat(gap.isBelow(100)).isFalse();
  }

  @Test
  void a_gap_that_has_not_ended_counts_too() {
    gap.end();
    pass(100);
    assertThat(gap.isBelow(101)).isTrue();
    assertThat(gap.isBelow(100)).isFalse();
  }

  @Test
  void the_time_before_the_beginning_does_not_count() {
    pass(100);
    gap.end();
    pass(100);
    gap.begin();
    pass(10);
    assertThat(gap.isBelow(11)).isTrue();
    assertThat(gap.isBelow(10)).isFalse();
  }

  private void pass(int millis) {
    nowNanos += TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
