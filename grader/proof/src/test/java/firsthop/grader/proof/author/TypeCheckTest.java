package firsthop.grader.proof.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import firsthop.grader.proof.Defect;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TypeCheckTest {
  enum Kind {
    ONE
  }

  record Node(int number, byte[] octets, List<Node> below) {}

  sealed interface Answer permits Yes, No {}

  record Yes(String text) implements Answer {}

  record No(Kind kind) implements Answer {}

  interface Travels extends AutoCloseable {
    Answer ask(Node node, Integer boxed, Optional<Kind> kind) throws IOException;

    Map<String, Set<Long>> count(char letter, double ratio);

    @Override
    void close();
  }

  record Timed(String name, Instant time) {}

  interface Stuck {
    int sum(int[] numbers);

    List<? extends Kind> kinds();

    Timed timed();

    void run(Runnable task);

    int fine(int number);
  }

  @Test
  void all_that_the_wire_has_can_travel() {
    assertThat(TypeCheck.defects("1.1", Travels.class)).isEmpty();
  }

  @Test
  void names_the_method_the_type_and_the_allowed_ones() {
    List<Defect> defects = TypeCheck.defects("1.1", Stuck.class);
    assertThat(defects)
        .extracting(Defect::what, Defect::came)
        .containsExactlyInAnyOrder(
            tuple("Stuck.sum", "int[]"),
            tuple("Stuck.kinds", "? extends " + Kind.class.getName()),
            tuple("Stuck.timed", "java.time.Instant"),
            tuple("Stuck.run", "java.lang.Runnable"));
    assertThat(defects)
        .extracting(Defect::expected)
        .allSatisfy(expected -> assertThat(expected).contains("byte[]", "records", "Optional"));
  }
}
