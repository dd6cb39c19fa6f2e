package firsthop.grader.proof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every exercise of this checkout keeps every rule. */
class CheckoutRulesTest {
  private static final Checkout CHECKOUT = new Checkout(home());

  static List<ExerciseSources> exercises() throws IOException {
    return new CourseSources(CHECKOUT).exercises();
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void keeps_every_rule(ExerciseSources sources) throws IOException {
    for (SourceRule rule : SourceRule.values()) {
      assertThat(rule.check(sources).defects()).as(rule.label()).isEmpty();
    }
  }

  @Test
  void every_exam_and_every_folder_of_submissions_belongs_to_an_exercise() throws IOException {
    assertThat(CHECKOUT.exercises()).isNotEmpty();
    assertThat(CHECKOUT.strays()).isEmpty();
  }

  static Path home() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.isDirectory(at.resolve(Checkout.EXAM_SOURCES))) {
      at = at.getParent();
    }
    if (at == null) {
      throw new IllegalStateException("no folder above this one has " + Checkout.EXAM_SOURCES);
    }
    return at;
  }
}
