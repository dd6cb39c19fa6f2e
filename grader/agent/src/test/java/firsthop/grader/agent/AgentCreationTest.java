package firsthop.grader.agent;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.agent.RunningAgent.Subject;
import firsthop.grader.wire.FromCandidate;
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

/** All reasons why a student's class cannot be created, and classes that pretend to be others. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AgentCreationTest {
  private static final String[] CONTRACTS = {
    "Absent",
    "Hidden",
    "Parameters",
    "PrivateConstructor",
    "Abstract",
    "AnInterface",
    "Stranger",
    "Refusing",
    "Initializer",
    "OutOfStack",
    "Copied",
    "Nosy",
    "Broken"
  };

  private static final Map<String, String> HANDED_IN =
      Map.ofEntries(
          Map.entry("MyHidden", "class MyHidden implements Hidden { public MyHidden() {} }"),
          Map.entry(
              "MyParameters",
              "public class MyParameters implements Parameters { public MyParameters(int x) {} }"),
          Map.entry(
              "MyPrivateConstructor",
              "public class MyPrivateConstructor implements PrivateConstructor"
                  + " { private MyPrivateConstructor() {} }"),
          Map.entry("MyAbstract", "public abstract class MyAbstract implements Abstract {}"),
          Map.entry("MyAnInterface", "public interface MyAnInterface extends AnInterface {}"),
          Map.entry("MyStranger", "public class MyStranger {}"),
          Map.entry(
              "MyRefusing",
              """
              public class MyRefusing implements Refusing {
                public MyRefusing() throws Exception { throw new Exception("not today"); }
              }
              """),
          Map.entry(
              "MyInitializer",
              """
              public class MyInitializer implements Initializer {
                static final int VALUE = Integer.parseInt("x");
              }
              """),
          Map.entry(
              "MyOutOfStack",
              """
              public class MyOutOfStack implements OutOfStack {
                public MyOutOfStack() { new MyOutOfStack(); }
              }
              """),
          Map.entry(
              "MyNosy",
              """
              public class MyNosy implements Nosy {
                public String text() {
                  String seen = "";
                  for (String name : new String[] {
                      "firsthop.grader.agent.Agent",
                      "firsthop.grader.wire.FrameChannel",
                      "org.junit.jupiter.api.Test",
                      "org.jspecify.annotations.Nullable"}) {
                    try {
                      seen += Class.forName(name).getName();
                    } catch (ClassNotFoundException hidden) {
                      seen += "-";
                    }
                    try {
                      seen += Thread.currentThread().getContextClassLoader().loadClass(name);
                    } catch (ClassNotFoundException hidden) {
                      seen += "-";
                    }
                  }
                  return seen;
                }
              }
              """),
          Map.entry("MyBroken", "public class MyBroken implements Broken {}"),
          Map.entry(
              "MyCopied",
              """
              public class MyCopied implements Copied {
                public String text() { return Copied.ORIGIN + new Constant().origin(); }
              }
              """));

  private static Map<String, byte[]> given;
  private static Map<String, byte[]> handedIn;
  private RunningAgent agent;

  @BeforeAll
  static void compile() {
    Map<String, String> contracts = new HashMap<>();
    for (String name : CONTRACTS) {
      contracts.put(name, "public interface " + name + " {}");
    }
    contracts.put("Nosy", "public interface Nosy { String text(); }");
    contracts.put("Copied", copied("given"));
    contracts.put("Constant", constant("given"));
    given = TestCompiler.compile(contracts, Map.of());
    handedIn = new HashMap<>(TestCompiler.compile(HANDED_IN, given));
    handedIn.putAll(
        TestCompiler.compile(
            Map.of("Copied", copied("the student's"), "Constant", constant("the student's")),
            Map.of()));
    handedIn.put("firsthop.grader.agent.Agent", handedIn.get("lab.MyStranger"));
    handedIn.put("lab.MyBroken", new byte[] {1, 2, 3});
  }

  /** The constant is no compile-time constant, so that it is read where the class is loaded. */
  private static String copied(String origin) {
    return "public interface Copied { String ORIGIN = String.valueOf(\""
        + origin
        + "\"); String text(); }";
  }

  private static String constant(String origin) {
    return "public class Constant { public String origin() { return \", " + origin + "\"; } }";
  }

  @BeforeEach
  void start() throws IOException {
    agent = new RunningAgent(given, handedIn);
  }

  @AfterEach
  void hangUp() throws IOException {
    agent.close();
  }

  @Test
  void a_missing_class_is_named() {
    assertThat(unusable("Absent")).isEqualTo("there is no class lab.MyAbsent");
  }

  @Test
  void a_class_that_is_not_public_is_told_so() {
    assertThat(unusable("Hidden")).contains("lab.MyHidden", "public class");
  }

  @Test
  void a_class_without_a_public_constructor_without_parameters_is_told_so() {
    String wanted = "must be public and must have a public constructor without parameters";
    assertThat(unusable("Parameters")).isEqualTo("lab.MyParameters " + wanted);
    assertThat(unusable("PrivateConstructor")).isEqualTo("lab.MyPrivateConstructor " + wanted);
    assertThat(unusable("AnInterface")).isEqualTo("lab.MyAnInterface " + wanted);
  }

  @Test
  void an_abstract_class_is_told_so() {
    assertThat(unusable("Abstract")).contains("lab.MyAbstract", "not abstract");
  }

  @Test
  void a_class_that_does_not_implement_the_contract_is_told_so() {
    assertThat(unusable("Stranger")).isEqualTo("lab.MyStranger does not implement lab.Stranger");
  }

  @Test
  void a_constructors_exception_is_reported_with_its_line() {
    ThrownData thrown = RunningAgent.thrown(agent.create("Refusing"));
    assertThat(thrown.types()).containsExactly("java.lang.Exception", "java.lang.Throwable");
    assertThat(thrown.message()).isEqualTo("not today");
    assertThat(thrown.frames()).containsExactly("MyRefusing.java:3");
  }

  @Test
  void a_static_initializers_exception_is_reported_with_its_cause_and_line() {
    ThrownData thrown = RunningAgent.thrown(agent.create("Initializer"));
    assertThat(thrown.types()).first().isEqualTo("java.lang.ExceptionInInitializerError");
    assertThat(thrown.message())
        .isEqualTo("java.lang.NumberFormatException: For input string: \"x\"");
    assertThat(thrown.frames()).containsExactly("MyInitializer.java:3");
  }

  @Test
  void a_class_whose_initializer_has_failed_is_reported_each_time() {
    agent.create("Initializer");
    ThrownData again = RunningAgent.thrown(agent.create("Initializer"));
    assertThat(again.types()).first().isEqualTo("java.lang.NoClassDefFoundError");
    assertThat(again.message()).contains("Could not initialize class lab.MyInitializer");
    assertThat(again.frames()).containsExactly("MyInitializer.java:3");
  }

  @Test
  void a_constructor_without_end_is_reported_and_the_agent_goes_on() {
    ThrownData thrown = RunningAgent.thrown(agent.create("OutOfStack"));
    assertThat(thrown.types()).first().isEqualTo("java.lang.StackOverflowError");
    assertThat(thrown.frames()).hasSize(ThrownData.MAX_FRAMES).containsOnly("MyOutOfStack.java:3");
    assertThat(agent.subject("Copied")).isNotNull();
  }

  @Test
  void a_class_file_that_is_none_is_reported() {
    assertThat(RunningAgent.thrown(agent.create("Broken")).types())
        .contains("java.lang.ClassFormatError", "java.lang.LinkageError");
  }

  @Test
  void a_students_copies_of_given_classes_are_not_used() {
    Subject copied = agent.subject("Copied");
    assertThat(agent.value(copied, "text")).isEqualTo("given, given");
  }

  @Test
  void the_students_code_finds_no_class_of_the_grader_by_name() {
    Map<String, byte[]> withoutCopy = new HashMap<>(handedIn);
    withoutCopy.remove("firsthop.grader.agent.Agent");
    try (RunningAgent alone = new RunningAgent(given, withoutCopy)) {
      assertThat(alone.value(alone.subject("Nosy"), "text")).isEqualTo("-".repeat(8));
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  @Test
  void a_contract_that_was_not_given_is_reported() {
    assertThat(RunningAgent.thrown(agent.create("Unheard")).types())
        .contains("java.lang.ClassNotFoundException");
  }

  private String unusable(String contract) {
    FromCandidate answer = agent.create(contract);
    return RunningAgent.unusable(answer);
  }
}
