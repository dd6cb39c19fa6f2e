package firsthop.grader.exams.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.Subject;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import firsthop.numbers.Doubler;
import org.junit.jupiter.api.Test;

@Exam(Doubler.class)
class DoublerExam {

  @Test
  @Points(3)
  @Clause("The result is twice the number.")
  @Hint("Add the number to itself.")
  void twice_doubles(@Subject Doubler doubler) {
    assertThat(doubler.twice(7)).as("twice(seven)").isEqualTo(14);
    assertDoubles(doubler);
  }

  @Test
  @Points(2)
  @Clause({"A number is 0 or more.", "A number below 0 is refused."})
  @Hint("Look at the number before you double it.")
  void twice_refuses_what_is_below_zero(@Subject Doubler doubler) {
    assertThat(doubler.twice(2)).isEqualTo(4);
    assertThatIllegalArgumentException().isThrownBy(() -> doubler.twice(-1));
  }

  private static void assertDoubles(Doubler doubler) {
    assertThat(doubler.twice(8)).isEqualTo(16);
  }
}
