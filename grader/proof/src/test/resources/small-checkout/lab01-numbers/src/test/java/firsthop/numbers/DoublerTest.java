package firsthop.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import org.junit.jupiter.api.Test;

@ExerciseTest(Doubler.class)
class DoublerTest {
  private final Doubler subject = new MyDoubler();

  @Test
  @Hint("Add 2 and 2.")
  void twice_adds_the_number_to_itself() {
    assertThat(subject.twice(2)).isEqualTo(4);
  }
}
