package firsthop.grader.agent;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.agent.RunningAgent.Subject;
import firsthop.grader.wire.FromCandidate;
import firsthop.grader.wire.ToCandidate;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AgentCallsTest {
  private static final Map<String, String> GIVEN =
      Map.of(
          "Vault",
          """
          import java.util.*;
          public interface Vault extends AutoCloseable {
            enum Side { LEFT { }, RIGHT { } }
            record Pair(int first, byte[] second) {}
            sealed interface Shape permits Dot, Line {}
            record Dot(int x) implements Shape {}
            record Line(int from, int to) implements Shape {}
            boolean not(boolean value);
            byte ofByte(byte value);
            short ofShort(short value);
            char ofChar(char value);
            int add(int one, int other);
            int add(int one, int other, int third);
            long ofLong(long value);
            float ofFloat(float value);
            double ofDouble(double value);
            String upper(String text);
            byte[] reverse(byte[] bytes);
            Side opposite(Side side);
            Pair pair(Pair pair);
            Shape shape(Shape shape);
            List<String> sorted(Set<String> texts);
            Map<String, List<Integer>> places(List<String> texts);
            Optional<String> first(List<Optional<String>> texts);
            void put(String text);
            List<String> stored();
            String hang();
            void release();
            default String greeting() { return "given"; }
            @Override void close();
          }
          """);

  private static final Map<String, String> HANDED_IN =
      Map.of(
          "MyVault",
          """
          import java.util.*;
          import java.util.concurrent.CountDownLatch;
          public class MyVault implements Vault {
            private static final CountDownLatch released = new CountDownLatch(1);
            private final List<String> stored = new ArrayList<>();
            public boolean not(boolean value) { return !value; }
            public byte ofByte(byte value) { return ++value; }
            public short ofShort(short value) { return ++value; }
            public char ofChar(char value) { return ++value; }
            public int add(int one, int other) { return one + other; }
            public int add(int one, int other, int third) { return one + other + third; }
            public long ofLong(long value) { return ++value; }
            public float ofFloat(float value) { return -value; }
            public double ofDouble(double value) { return -value; }
            public String upper(String text) { return text == null ? null : text.toUpperCase(); }
            public byte[] reverse(byte[] bytes) { return new Helper().reverse(bytes); }
            public Side opposite(Side side) { return side == Side.LEFT ? Side.RIGHT : Side.LEFT; }
            public Pair pair(Pair pair) { return new Pair(pair.first() + 1, pair.second()); }
            public Shape shape(Shape shape) { return new Line(((Dot) shape).x(), 9); }
            public List<String> sorted(Set<String> texts) { return List.copyOf(new TreeSet<>(texts)); }
            public Map<String, List<Integer>> places(List<String> texts) {
              Map<String, List<Integer>> places = new TreeMap<>();
              for (int i = 0; i < texts.size(); i++) {
                places.computeIfAbsent(texts.get(i), first -> new LinkedList<>()).add(i);
              }
              return places;
            }
            public Optional<String> first(List<Optional<String>> texts) {
              return texts.stream().flatMap(Optional::stream).findFirst();
            }
            public void put(String text) { stored.add(text); }
            public List<String> stored() { return stored; }
            public String hang() {
              boolean waiting = true;
              while (waiting) {
                try {
                  released.await();
                  waiting = false;
                } catch (InterruptedException ignored) {
                }
              }
              return "released";
            }
            public void release() { released.countDown(); }
            public void close() { stored.clear(); }
            static class Helper {
              byte[] reverse(byte[] bytes) {
                byte[] result = new byte[bytes.length];
                for (int i = 0; i < bytes.length; i++) result[i] = bytes[bytes.length - 1 - i];
                return result;
              }
            }
          }
          """);

  private static Map<String, byte[]> given;
  private static Map<String, byte[]> handedIn;
  private RunningAgent agent;
  private Subject vault;

  @BeforeAll
  static void compile() {
    given = TestCompiler.compile(GIVEN, Map.of());
    handedIn = TestCompiler.compile(HANDED_IN, given);
  }

  @BeforeEach
  void start() throws IOException {
    agent = new RunningAgent(given, handedIn);
    vault = agent.subject("Vault");
  }

  @AfterEach
  void hangUp() throws IOException {
    agent.close();
  }

  @Test
  void a_new_subject_is_answered_without_a_value() {
    FromCandidate answer = agent.create("Vault");
    assertThat(answer).isInstanceOf(FromCandidate.Returned.class);
    assertThat(((FromCandidate.Returned) answer).value()).isNull();
  }

  @Test
  void primitives_go_there_and_back() {
    assertThat(agent.value(vault, "not", true)).isEqualTo(false);
    assertThat(agent.value(vault, "ofByte", (byte) 127)).isEqualTo((byte) -128);
    assertThat(agent.value(vault, "ofShort", (short) 1)).isEqualTo((short) 2);
    assertThat(agent.value(vault, "ofChar", 'a')).isEqualTo('b');
    assertThat(agent.value(vault, "ofLong", 1L << 40)).isEqualTo((1L << 40) + 1);
    assertThat(agent.value(vault, "ofFloat", 0f)).isEqualTo(-0f);
    assertThat(agent.value(vault, "ofDouble", 2d)).isEqualTo(-2d);
  }

  @Test
  void overloads_are_told_apart() {
    assertThat(agent.value(vault, "add", 1, 2)).isEqualTo(3);
    assertThat(agent.value(vault, "add", 1, 2, 3)).isEqualTo(6);
  }

  @Test
  void text_and_bytes_go_there_and_back() {
    assertThat(agent.value(vault, "upper", "äb한")).isEqualTo("ÄB한");
    assertThat(agent.value(vault, "upper", (Object) null)).isNull();
    assertThat(agent.value(vault, "reverse", (Object) new byte[] {1, 2}))
        .isEqualTo(new byte[] {2, 1});
  }

  @Test
  void containers_go_there_and_back_whatever_class_the_student_chose() {
    assertThat(agent.value(vault, "sorted", Set.of("b", "a"))).isEqualTo(List.of("a", "b"));
    assertThat(agent.value(vault, "places", List.of("x", "y", "x")))
        .isEqualTo(Map.of("x", List.of(0, 2), "y", List.of(1)));
    assertThat(agent.value(vault, "first", List.of(Optional.empty(), Optional.of("a"))))
        .isEqualTo(Optional.of("a"));
    assertThat(agent.value(vault, "first", List.of())).isEqualTo(Optional.empty());
  }

  @Test
  void enums_records_and_variants_of_the_contract_go_there_and_back() throws Exception {
    Class<?> contract = vault.contract();
    Class<?> side = contract.getClassLoader().loadClass("lab.Vault$Side");
    assertThat(agent.value(vault, "opposite", side.getEnumConstants()[0]))
        .isSameAs(side.getEnumConstants()[1]);
    Object pair =
        made(contract, "Pair", new Class<?>[] {int.class, byte[].class}, 1, new byte[] {7});
    assertThat(agent.value(vault, "pair", pair))
        .usingRecursiveComparison()
        .isEqualTo(
            made(contract, "Pair", new Class<?>[] {int.class, byte[].class}, 2, new byte[] {7}));
    assertThat(agent.value(vault, "shape", made(contract, "Dot", new Class<?>[] {int.class}, 4)))
        .hasToString("Line[from=4, to=9]");
  }

  @Test
  void a_default_method_of_the_contract_runs_in_the_candidate() {
    assertThat(agent.value(vault, "greeting")).isEqualTo("given");
  }

  @Test
  void a_void_call_is_answered_without_a_value() {
    FromCandidate answer = agent.call(vault, "put", "x");
    assertThat(((FromCandidate.Returned) answer).value()).isNull();
    assertThat(agent.value(vault, "stored")).isEqualTo(List.of("x"));
    agent.call(vault, "close");
    assertThat(agent.value(vault, "stored")).isEqualTo(List.of());
  }

  @Test
  void each_subject_is_an_instance_of_its_own() {
    Subject other = agent.subject("Vault");
    agent.call(vault, "put", "mine");
    assertThat(agent.value(other, "stored")).isEqualTo(List.of());
    assertThat(agent.value(vault, "stored")).isEqualTo(List.of("mine"));
  }

  @Test
  void a_call_that_hangs_holds_up_no_other() {
    int hanging = agent.begin(vault, "hang");
    assertThat(agent.value(vault, "upper", "a")).isEqualTo("A");
    int releasing = agent.begin(vault, "release");
    List<Integer> answered = Arrays.asList(agent.answer().call(), agent.answer().call());
    assertThat(answered).containsExactlyInAnyOrder(hanging, releasing);
  }

  @Test
  void a_dropped_subject_cannot_be_called_and_the_others_can() {
    Subject other = agent.subject("Vault");
    agent.tell(new ToCandidate.Drop(vault.number()));
    assertThat(RunningAgent.unusable(agent.call(vault, "stored")))
        .isEqualTo("there is no subject " + vault.number());
    assertThat(agent.value(other, "stored")).isEqualTo(List.of());
    agent.tell(new ToCandidate.Drop(999));
    assertThat(agent.value(other, "stored")).isEqualTo(List.of());
  }

  @Test
  void a_call_of_no_method_or_with_misfitting_arguments_is_answered() {
    agent.tell(new ToCandidate.Call(1, vault.number(), 99, new byte[0], false));
    assertThat(RunningAgent.unusable(agent.answer())).startsWith("there is no method 99");
    agent.tell(new ToCandidate.Call(2, vault.number(), 0, new byte[0], false));
    assertThat(RunningAgent.unusable(agent.answer())).startsWith("cut short");
  }

  @Test
  void the_agent_ends_when_the_examiner_hangs_up() throws Exception {
    agent.begin(vault, "hang");
    assertThat(agent.hangUp()).isNull();
  }

  @Test
  void the_agent_ends_when_the_classes_come_twice_or_late() throws Exception {
    agent.tell(new ToCandidate.Classes(given, handedIn));
    assertThat(agent.hangUp()).isInstanceOf(IOException.class);
  }

  private static Object made(Class<?> contract, String record, Class<?>[] types, Object... parts)
      throws ReflectiveOperationException {
    return contract
        .getClassLoader()
        .loadClass("lab.Vault$" + record)
        .getConstructor(types)
        .newInstance(parts);
  }
}
