package firsthop.grader.grading;

import static firsthop.grader.grading.SamplePlan.IMPATIENT;
import static firsthop.grader.grading.SamplePlan.PATIENT;
import static firsthop.grader.grading.SamplePlan.PLAN;
import static firsthop.grader.grading.ScriptedSandbox.compiled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.control.Compilation;
import firsthop.grader.grading.ScriptedSandbox.EndOfProcess;
import firsthop.grader.sandbox.MachineFaultException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CompilerTest {
  private static final Compilation.Request GOOD = request("good");

  @Test
  void one_process_compiles_one_after_the_other() throws Exception {
    ScriptedSandbox sandbox = new ScriptedSandbox(PLAN);
    try (Compiler compiler = new Compiler(sandbox, PATIENT)) {
      assertThat(compiler.compile(GOOD).compiled()).isTrue();
      assertThat(compiler.compile(GOOD).classes()).containsOnlyKeys("MyX");
    }
    assertThat(sandbox.compilers).hasValue(1);
  }

  @Test
  void what_takes_too_long_did_not_compile_and_the_next_compiles() throws Exception {
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .compiling(
                (request, grader) -> {
                  if (request.sources().containsValue("endless")) {
                    grader.hang();
                  }
                  grader.say(compiled(request));
                });
    try (Compiler compiler = new Compiler(sandbox, IMPATIENT)) {
      assertGaveUp(compiler.compile(request("endless")), "javac did not finish within");
      assertThat(compiler.compile(GOOD).compiled()).isTrue();
    }
    assertThat(sandbox.compilers).hasValue(2);
  }

  @Test
  void what_ends_the_process_twice_did_not_compile_and_the_next_compiles() throws Exception {
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .compiling(
                (request, grader) -> {
                  if (request.sources().containsValue("huge")) {
                    grader.writeError("Terminating due to java.lang.OutOfMemoryError\n");
                    throw new EndOfProcess();
                  }
                  grader.say(compiled(request));
                });
    try (Compiler compiler = new Compiler(sandbox, PATIENT)) {
      assertGaveUp(
          compiler.compile(request("huge")),
          "javac's process ended, probably because it ran out of memory");
      assertThat(compiler.exitDetails()).contains("Terminating due to java.lang.OutOfMemoryError");
      assertThat(compiler.compile(GOOD).compiled()).isTrue();
    }
    assertThat(sandbox.compilers).hasValue(3);
  }

  @Test
  void a_process_that_was_ended_from_outside_is_not_the_students_fault() throws Exception {
    ScriptedSandbox sandbox = new ScriptedSandbox(PLAN);
    sandbox.compiling(
        (request, grader) -> {
          if (sandbox.compilers.get() == 1) {
            throw new EndOfProcess();
          }
          grader.say(compiled(request));
        });
    try (Compiler compiler = new Compiler(sandbox, PATIENT)) {
      assertThat(compiler.compile(GOOD).compiled()).isTrue();
    }
  }

  @Test
  void a_process_that_ended_while_it_had_nothing_to_do_is_replaced() throws Exception {
    ScriptedSandbox sandbox = new ScriptedSandbox(PLAN);
    sandbox.compiling(
        (request, grader) -> {
          grader.say(compiled(request));
          if (!request.equals(Compiler.WARM_UP)) {
            throw new EndOfProcess();
          }
        });
    try (Compiler compiler = new Compiler(sandbox, PATIENT)) {
      for (int i = 0; i < 3; i++) {
        assertThat(compiler.compile(GOOD).compiled()).isTrue();
      }
    }
    assertThat(sandbox.compilers).hasValue(3);
  }

  @Test
  void a_compiler_that_does_not_start_in_time_is_the_machines_fault() throws Exception {
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN).compiling((request, grader) -> grader.hang());
    try (Compiler compiler = new Compiler(sandbox, IMPATIENT)) {
      assertThatExceptionOfType(MachineFaultException.class)
          .isThrownBy(() -> compiler.compile(GOOD))
          .withMessageContaining("the compiler did not start");
    }
  }

  private static void assertGaveUp(Compilation.Result result, String why) {
    assertThat(result.compiled()).isFalse();
    assertThat(result.classes()).isEmpty();
    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEmpty();
              assertThat(problem.message()).startsWith(why);
            });
  }

  private static Compilation.Request request(String source) {
    return new Compilation.Request(Map.of("MyX.java", source), Map.of());
  }
}
