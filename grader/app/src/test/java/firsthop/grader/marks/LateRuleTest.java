package firsthop.grader.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateRuleTest {
  private static final Instant DUE = Instant.parse("2026-03-02T09:00:00Z");
  private static final LateRule TEN_A_DAY =
      new LateRule(BigDecimal.TEN, Duration.ofMinutes(15), BigDecimal.valueOf(25));

  @ParameterizedTest
  @CsvSource({
    "PT-1S, 0",
    "PT0S, 0",
    "PT15M, 0",
    "PT15M0.001S, 1",
    "PT24H, 1",
    "PT24H0.001S, 2",
    "PT48H, 2",
    "PT240H, 10",
  })
  void a_day_that_has_begun_counts_from_the_due_date_once_the_grace_is_over(
      Duration late, int days) {
    assertThat(TEN_A_DAY.daysLate(DUE.plus(late), DUE)).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 10", "2, 20", "3, 25", "1000, 25"})
  void what_is_taken_off_has_a_limit(int days, BigDecimal percent) {
    assertThat(TEN_A_DAY.percentOff(days)).isEqualByComparingTo(percent);
  }

  @Test
  void without_a_rule_late_costs_nothing() {
    assertThat(LateRule.NONE.percentOff(100)).isEqualByComparingTo("0");
  }
}
