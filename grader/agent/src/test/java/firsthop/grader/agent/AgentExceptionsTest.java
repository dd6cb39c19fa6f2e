package firsthop.grader.agent;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.agent.RunningAgent.Subject;
import firsthop.grader.wire.ThrownData;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AgentExceptionsTest {
  private static final String GIVEN =
      """
      import java.util.List;
      public interface Thrower {
        void fail(String how) throws Exception;
        List<String> lazily();
      }
      """;

  private static final String HANDED_IN =
      """
      import java.util.*;
      public class MyThrower implements Thrower {
        static class Own extends IllegalArgumentException {
          Own(String message) { super(message); }
        }
        static class Mute extends RuntimeException {
          @Override public String getMessage() { throw new IllegalStateException("no message"); }
        }
        static class Traceless extends RuntimeException {
          @Override public StackTraceElement[] getStackTrace() { throw new Error("no trace"); }
        }
        static class NullTrace extends RuntimeException {
          @Override public StackTraceElement[] getStackTrace() {
            return new StackTraceElement[] {null};
          }
        }
        static class Unending extends RuntimeException {
          @Override public String getMessage() { return getMessage() + "!"; }
        }
        static class Liar extends RuntimeException {
          Liar() {
            super("Tests passed: 12");
            setStackTrace(new StackTraceElement[] {
              new StackTraceElement("lab.MyThrower", "x", "f".repeat(5000), -7),
              new StackTraceElement("lab.MyThrower", "x", null, 3),
              new StackTraceElement("org.junit.Assert", "x", "Assert.java", 1)
            });
          }
        }
        static class OwnCause extends RuntimeException {
          @Override public Throwable getCause() { return this; }
          @Override public StackTraceElement[] getStackTrace() { return new StackTraceElement[0]; }
        }
        public void fail(String how) throws Exception {
          switch (how) {
            case "own" -> throw new Own("mine");
            case "checked" -> throw new java.io.FileNotFoundException("gone");
            case "no message" -> throw new IllegalStateException();
            case "at the limit" -> throw new RuntimeException("m".repeat(2000));
            case "beyond the limit" -> throw new RuntimeException("m".repeat(2001));
            case "long" -> throw new RuntimeException("m".repeat(50_000_000));
            case "mute" -> throw new Mute();
            case "traceless" -> throw new Traceless();
            case "null trace" -> throw new NullTrace();
            case "unending" -> throw new Unending();
            case "liar" -> throw new Liar();
            case "own cause" -> throw new OwnCause();
            case "wrapped" -> throw new java.lang.reflect.InvocationTargetException(null);
            case "stack" -> deeper(1);
            case "jdk" -> Integer.parseInt("x");
            case "helper" -> new Helper().help();
            case "lambda" -> List.of(1).forEach(one -> { throw new IllegalStateException("in it"); });
            case "error" -> throw new AssertionError("expected 1 but was 2");
            case "death" -> throw new ThreadDeath();
            case "deep" -> throw deep();
            case "interrupt" -> {
              Thread.currentThread().interrupt();
              throw new InterruptedException("now");
            }
            default -> throw new IllegalArgumentException(how);
          }
        }
        public List<String> lazily() {
          return new AbstractList<>() {
            public String get(int index) { throw new IllegalArgumentException("too lazy"); }
            public int size() { return 1; }
          };
        }
        private static int deeper(int depth) { return deeper(depth + 1) + 1; }
        private static Exception deep() throws Exception {
          return (Exception) Class.forName("lab.Deep40").getConstructor().newInstance();
        }
      }
      """;

  private static Map<String, byte[]> given;
  private static Map<String, byte[]> handedIn;
  private RunningAgent agent;
  private Subject thrower;

  @BeforeAll
  static void compile() {
    given = TestCompiler.compile(Map.of("Thrower", GIVEN), Map.of());
    Map<String, String> sources = new HashMap<>();
    sources.put("MyThrower", HANDED_IN);
    sources.put(
        "Helper", "class Helper { void help() { throw new IllegalStateException(\"helped\"); } }");
    String above = "IllegalArgumentException";
    for (int i = 1; i <= 40; i++) {
      sources.put("Deep" + i, "public class Deep" + i + " extends " + above + " {}");
      above = "Deep" + i;
    }
    handedIn = TestCompiler.compile(sources, given);
  }

  @BeforeEach
  void start() throws IOException {
    agent = new RunningAgent(given, handedIn);
    thrower = agent.subject("Thrower");
  }

  @AfterEach
  void hangUp() throws IOException {
    agent.close();
  }

  @Test
  void a_students_subclass_comes_with_the_types_above_it() {
    assertThat(thrown("own").types())
        .containsExactly(
            "lab.MyThrower$Own",
            "java.lang.IllegalArgumentException",
            "java.lang.RuntimeException",
            "java.lang.Exception",
            "java.lang.Throwable");
    assertThat(thrown("own").message()).isEqualTo("mine");
  }

  @Test
  void a_checked_exception_and_an_error_come_as_they_are() {
    assertThat(thrown("checked").types()).startsWith("java.io.FileNotFoundException");
    assertThat(thrown("checked").types()).contains("java.io.IOException");
    assertThat(thrown("error").types()).startsWith("java.lang.AssertionError", "java.lang.Error");
    assertThat(thrown("death").types()).startsWith("java.lang.ThreadDeath");
    assertThat(thrown("wrapped").types()).startsWith("java.lang.reflect.InvocationTargetException");
  }

  @Test
  void no_message_stays_no_message() {
    assertThat(thrown("no message").message()).isNull();
  }

  @Test
  void a_message_is_cut_at_its_limit() {
    assertThat(thrown("at the limit").message()).isEqualTo("m".repeat(2_000));
    assertThat(thrown("beyond the limit").message()).isEqualTo("m".repeat(1_999) + "…");
    assertThat(thrown("long").message()).isEqualTo("m".repeat(1_999) + "…");
  }

  @Test
  void a_get_message_that_throws_is_said_so() {
    assertThat(thrown("mute").types()).startsWith("lab.MyThrower$Mute");
    assertThat(thrown("mute").message())
        .isEqualTo("(getMessage threw java.lang.IllegalStateException)");
    assertThat(thrown("unending").message())
        .isEqualTo("(getMessage threw java.lang.StackOverflowError)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"traceless", "null trace", "own cause"})
  void a_trace_that_cannot_be_had_is_none(String how) {
    assertThat(thrown(how).frames()).isEmpty();
  }

  @Test
  void a_trace_that_lies_stays_within_its_limits() {
    assertThat(thrown("liar").frames())
        .satisfiesExactly(
            frame -> assertThat(frame).hasSize(ThrownData.MAX_NAME_CHARS).startsWith("fff"),
            frame -> assertThat(frame).isEqualTo("lab.MyThrower:3"));
  }

  @Test
  void frames_are_only_of_the_students_files_innermost_first() {
    assertThat(thrown("jdk").frames()).hasSize(1).first().asString().startsWith("MyThrower.java:");
    assertThat(thrown("helper").frames())
        .satisfiesExactly(
            frame -> assertThat(frame).isEqualTo("Helper.java:2"),
            frame -> assertThat(frame).startsWith("MyThrower.java:"));
    assertThat(thrown("lambda").frames())
        .hasSize(2)
        .allSatisfy(frame -> assertThat(frame).startsWith("MyThrower.java:"));
  }

  @Test
  void a_stack_overflow_comes_with_a_few_frames() {
    assertThat(thrown("stack").types()).startsWith("java.lang.StackOverflowError");
    assertThat(thrown("stack").frames()).hasSize(ThrownData.MAX_FRAMES);
  }

  @Test
  void of_a_very_deep_hierarchy_the_end_that_a_contract_can_name_is_kept() {
    assertThat(thrown("deep").types())
        .hasSize(ThrownData.MAX_TYPES)
        .startsWith("lab.Deep12", "lab.Deep11")
        .endsWith(
            "lab.Deep1",
            "java.lang.IllegalArgumentException",
            "java.lang.RuntimeException",
            "java.lang.Exception",
            "java.lang.Throwable");
  }

  @Test
  void a_thread_that_interrupts_itself_still_answers() {
    assertThat(thrown("interrupt").message()).isEqualTo("now");
    assertThat(thrown("own").message()).isEqualTo("mine");
  }

  @Test
  void what_a_returned_collection_throws_is_the_students_exception() {
    ThrownData thrown = RunningAgent.thrown(agent.call(thrower, "lazily"));
    assertThat(thrown.message()).isEqualTo("too lazy");
    assertThat(thrown.frames()).isNotEmpty();
  }

  private ThrownData thrown(String how) {
    return RunningAgent.thrown(agent.call(thrower, "fail", how));
  }
}
