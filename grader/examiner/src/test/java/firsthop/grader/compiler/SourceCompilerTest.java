package firsthop.grader.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.Compilation;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceCompilerTest {
  private static final String PATH = "lab/MyCodec.java";

  private final SourceCompiler compiler = new SourceCompiler();

  @Test
  void sources_are_compiled_against_the_class_path_and_nothing_else() {
    Compilation.Result given =
        compile(Map.of("lab/Codec.java", "package lab; public interface Codec {}"));
    assertThat(given.classes()).containsOnlyKeys("lab.Codec");
    String source = "package lab; public class MyCodec implements Codec {}";
    assertThat(compile(Map.of(PATH, source)).compiled()).isFalse();
    Compilation.Result handedIn =
        compiler.compile(new Compilation.Request(Map.of(PATH, source), given.classes()));
    assertThat(handedIn.compiled()).isTrue();
    assertThat(handedIn.classes()).containsOnlyKeys("lab.MyCodec");
    assertThat(compile(Map.of(PATH, "class A { org.junit.jupiter.api.Test test; }")).compiled())
        .as("what the compiler's own process has on its class path")
        .isFalse();
  }

  @Test
  void an_error_names_the_file_and_the_line() {
    assertThat(
            compile(Map.of(PATH, "package lab;\nclass MyCodec {\n  int x = \"\";\n}")).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo(PATH);
              assertThat(problem.line()).isEqualTo(3);
              assertThat(problem.message()).contains("incompatible types");
            });
  }

  @Test
  void helpers_may_be_in_any_package_but_not_in_one_of_the_jdk() {
    String uses = "package lab; public class MyCodec { util.Octet octet; 도구.Bit bit; }";
    String octet = "package util; public record Octet(int value) {}";
    String bit = "package 도구; public class Bit {}";
    assertThat(compile(Map.of(PATH, uses, "util/Octet.java", octet, "도구/Bit.java", bit)).classes())
        .containsOnlyKeys("lab.MyCodec", "util.Octet", "도구.Bit");
    assertThat(
            compile(Map.of("java/util/Octet.java", "package java.util; class Octet {}")).compiled())
        .isFalse();
  }

  @Test
  void a_file_may_have_any_name() {
    Compilation.Result result =
        compile(Map.of("lab/My Codec (1) %zz é.java", "package lab; class Any {}"));
    assertThat(result.compiled()).as("%s", result.problems()).isTrue();
  }

  @Test
  void source_that_overflows_javacs_stack_is_one_problem_and_the_next_compiles() {
    String nested = "class Deep { int x = " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "; }";
    Compilation.Result result = compile(Map.of(PATH, nested));
    assertThat(result.compiled()).isFalse();
    assertThat(result.problems()).hasSize(1);
    assertThat(result.problems().get(0).message()).startsWith("javac failed");
    assertThat(compile(Map.of(PATH, "class Flat {}")).compiled()).isTrue();
  }

  @Test
  void annotation_processors_do_not_run_and_ten_thousand_errors_are_cut() {
    String errors = "class Bad { " + "int x = y;\n".repeat(10_000) + "}";
    assertThat(compile(Map.of(PATH, errors)).problems()).hasSize(Compilation.MAX_PROBLEMS);
    String processed =
        """
        @javax.annotation.processing.SupportedAnnotationTypes("*")
        public class Ends extends javax.annotation.processing.AbstractProcessor {
          static { System.exit(7); }
          public boolean process(
              java.util.Set<? extends javax.lang.model.element.TypeElement> types,
              javax.annotation.processing.RoundEnvironment round) {
            return false;
          }
        }
        """;
    assertThat(compile(Map.of("Ends.java", processed)).compiled()).isTrue();
  }

  private Compilation.Result compile(Map<String, String> sources) {
    return compiler.compile(new Compilation.Request(sources, Map.of()));
  }
}
