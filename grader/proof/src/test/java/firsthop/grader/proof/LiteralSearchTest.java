package firsthop.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LiteralSearchTest {
  private static final LiteralSearch SEARCH =
      new LiteralSearch(List.of("192.0.2.1", "192.0.2.17", "example.org", "anna"), 4);

  @Test
  void finds_literals_at_the_start_in_the_middle_and_at_the_end() {
    assertThat(SEARCH.in("192.0.2.1 is not example.org, said anna"))
        .containsExactly("192.0.2.1", "anna", "example.org");
  }

  @Test
  void finds_literals_that_begin_alike_or_overlap() {
    assertThat(SEARCH.in("to 192.0.2.17")).containsExactly("192.0.2.1", "192.0.2.17");
    assertThat(SEARCH.in("annanna")).containsExactly("anna");
  }

  @Test
  void finds_nothing_in_a_part_of_a_literal() {
    assertThat(SEARCH.in("192.0.2.")).isEmpty();
    assertThat(SEARCH.in("ann")).isEmpty();
    assertThat(SEARCH.in("")).isEmpty();
  }
}
