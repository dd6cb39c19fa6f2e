package firsthop.grader.agent;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.agent.RunningAgent.Subject;
import firsthop.grader.wire.FromCandidate;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that the contract does not allow, or that exceed the bounds. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AgentAnswersTest {
  private static final String GIVEN =
      """
      import java.util.*;
      public interface Answers {
        record Tree(List<Tree> children) {}
        enum Side { LEFT, RIGHT }
        sealed interface Shape permits Dot {}
        record Dot(int x) implements Shape {}
        List<String> texts(String what);
        Map<String, byte[]> files(String what);
        List<Shape> shapes();
        Set<Side> sides();
        Tree tree(String what);
        String text(int length);
        byte[] bytes(int length);
      }
      """;

  private static final String HANDED_IN =
      """
      import java.util.*;
      @SuppressWarnings({"rawtypes", "unchecked"})
      public class MyAnswers implements Answers {
        public List<String> texts(String what) {
          return switch (what) {
            case "numbers" -> (List) List.of("a", 1);
            case "many" -> Collections.nCopies(999_999, "");
            case "too many" -> Collections.nCopies(1_000_000, "");
            case "huge" -> Collections.nCopies(Integer.MAX_VALUE, "");
            case "in bytes" -> Collections.nCopies(17, "x".repeat(1_000_000));
            case "endless" -> new AbstractList<>() {
              public String get(int index) { return ""; }
              public int size() { return 1; }
              public Iterator<String> iterator() {
                return java.util.stream.Stream.generate(() -> "").iterator();
              }
            };
            default -> null;
          };
        }
        public Map<String, byte[]> files(String what) {
          Map files = new HashMap();
          files.put(what.equals("keys") ? 1 : "k", what.equals("keys") ? new byte[0] : "v");
          return files;
        }
        public List<Shape> shapes() { return (List) List.of("round"); }
        public Set<Side> sides() { return (Set) Set.of(Thread.State.NEW); }
        public Tree tree(String what) {
          List<Tree> children = new ArrayList<>();
          Tree tree = new Tree(children);
          if (what.equals("cyclic")) {
            children.add(tree);
            children.add(tree);
          } else {
            // 8 nodes in 8 lists are 16 deep.
            for (int i = 1; i < Integer.parseInt(what); i++) tree = new Tree(List.of(tree));
          }
          return tree;
        }
        public String text(int length) { return "x".repeat(length); }
        public byte[] bytes(int length) { return new byte[length]; }
      }
      """;

  private static Map<String, byte[]> given;
  private static Map<String, byte[]> handedIn;
  private RunningAgent agent;
  private Subject answers;

  @BeforeAll
  static void compile() {
    given = TestCompiler.compile(Map.of("Answers", GIVEN), Map.of());
    handedIn = TestCompiler.compile(Map.of("MyAnswers", HANDED_IN), given);
  }

  @BeforeEach
  void start() throws IOException {
    agent = new RunningAgent(given, handedIn);
    answers = agent.subject("Answers");
  }

  @AfterEach
  void hangUp() throws IOException {
    agent.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          texts | numbers  | expected String, got Integer
          texts | too many | more than 1000000 values
          texts | huge     | 2147483647 elements; the limit is 1000000
          texts | in bytes | more than 16776192 bytes
          texts | endless  | more than 1000000 values
          files | keys     | expected String, got Integer
          files | contents | expected byte[], got String
          tree  | cyclic   | nested deeper than 16
          tree  | 9        | nested deeper than 16
          """)
  void an_answer_beyond_contract_or_bounds_is_refused_with_a_reason(
      String method, String what, String reason) {
    assertThat(RunningAgent.unusable(agent.call(answers, method, what)))
        .isEqualTo(method + " returned a value that the contract does not allow: " + reason);
    assertThat(agent.value(answers, "text", 1)).as("the agent goes on").isEqualTo("x");
  }

  @Test
  void foreign_elements_are_refused_whatever_they_are() {
    assertThat(RunningAgent.unusable(agent.call(answers, "shapes")))
        .endsWith("expected Shape, got String");
    assertThat(RunningAgent.unusable(agent.call(answers, "sides")))
        .endsWith("expected Side, got State");
  }

  @Test
  void what_is_just_within_the_bounds_passes() {
    assertThat((List<?>) agent.value(answers, "texts", "many")).hasSize(999_999);
    assertThat(agent.call(answers, "tree", "8")).isInstanceOf(FromCandidate.Returned.class);
    assertThat((String) agent.value(answers, "text", 1 << 20)).hasSize(1 << 20);
    int longest = (16 << 20) - 1_024 - 5;
    assertThat((byte[]) agent.value(answers, "bytes", longest)).hasSize(longest);
  }

  @Test
  void what_is_just_beyond_the_bounds_does_not() {
    assertThat(RunningAgent.unusable(agent.call(answers, "text", (1 << 20) + 1)))
        .endsWith("a text of 1048577 characters; the limit is 1048576");
    assertThat(RunningAgent.unusable(agent.call(answers, "bytes", (16 << 20) - 1_024 - 4)))
        .endsWith("more than 16776192 bytes");
  }
}
