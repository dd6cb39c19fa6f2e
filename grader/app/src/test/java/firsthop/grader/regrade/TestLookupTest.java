package firsthop.grader.regrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.common.BadInputException;
import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.TestKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestLookupTest {
  private static final ExamPlan PLAN =
      new ExamPlan(
          List.of(exercise("1.1", "loses", "loses_twice", "both"), exercise("1.2", "both")));

  @ParameterizedTest
  @ValueSource(strings = {"loses", "1.1 loses"})
  void a_whole_name_wins_over_others_that_have_it_in_them(String name) throws Exception {
    assertThat(TestLookup.find(PLAN, name)).isEqualTo(new TestKey("1.1", "loses"));
  }

  @Test
  void a_part_is_enough_if_no_other_test_has_it() throws Exception {
    assertThat(TestLookup.find(PLAN, "twice")).isEqualTo(new TestKey("1.1", "loses_twice"));
    assertThat(TestLookup.find(PLAN, "1.2")).isEqualTo(new TestKey("1.2", "both"));
  }

  @Test
  void a_name_of_two_is_one_line_that_says_which() {
    assertRefused("both", "both is more than one test; there are 1.1 both, 1.2 both");
    assertRefused("lose", "lose is more than one test; there are 1.1 loses, 1.1 loses_twice");
  }

  @Test
  void a_name_of_none_is_one_line_too() {
    assertRefused("LOSES", "there is no test LOSES; there are 1.1 loses, 1.1 loses_twice");
    assertRefused(
        "x", "there is no test x; there are 1.1 both, 1.1 loses, 1.1 loses_twice, 1.2 both");
  }

  private static void assertRefused(String name, String why) {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> TestLookup.find(PLAN, name))
        .withMessage(why);
  }

  private static ExamPlan.Exercise exercise(String id, String... tests) {
    return new ExamPlan.Exercise(
        id,
        "title",
        "RFC 1",
        "firsthop.X",
        Stream.of(tests)
            .map(name -> new ExamPlan.Test(new TestKey(id, name), 4, "", 100))
            .toList());
  }
}
