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
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CompilerTest {
  private static final Compilation.Request GOOD = request("good");

  @Test
  void one_process_compiles_one_after_the_other() throws Exception {
    ScriptedSandbox sandbox = new ScriptedSandbox(PLAN);
    try (Compiler compiler = new Compiler(sandbox, PATIENT)) {
      assertThat(compile(compiler, GOOD).compiled()).isTrue();
      assertThat(compile(compiler, GOOD).classes()).containsOnlyKeys("MyX");
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
      assertGaveUp(compile(compiler, request("endless")), "javac did not finish within");
      assertThat(compile(compiler, GOOD).compiled()).isTrue();
    }
    assertThat(sandbox.compilers).as("two for the endless one").hasValue(3);
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
          compile(compiler, request("huge")),
          "javac's process ended, probably because it ran out of memory");
      assertThat(compiler.exitDetails()).contains("Terminating due to java.lang.OutOfMemoryError");
      assertThat(compile(compiler, GOOD).compiled()).isTrue();
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
      assertThat(compile(compiler, GOOD).compiled()).isTrue();
    }
  }

  @Test
  void a_process_that_ended_while_it_had_nothing_to_do_is_replaced() throws Exception {
    ScriptedSandbox sandbox = new ScriptedSandbox(PLAN);
    sandbox.compiling(
        (request, grader) -> {
          grader.say(compiled(request));
          if (request.equals(GOOD)) {
            throw new EndOfProcess();
          }
        });
    try (Compiler compiler = new Compiler(sandbox, PATIENT)) {
      for (int i = 0; i < 3; i++) {
        assertThat(compile(compiler, GOOD).compiled()).isTrue();
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
          .isThrownBy(() -> compile(compiler, GOOD))
          .withMessageContaining("the compiler did not start");
    }
  }

  @Test
  void a_machine_that_stalled_for_a_moment_costs_no_student_anything() throws Exception {
    ScriptedSandbox sandbox = new ScriptedSandbox(PLAN);
    sandbox.compiling(
        (request, grader) -> {
          if (sandbox.compilers.get() == 1 && !request.equals(Compiler.WARM_UP)) {
            grader.hang();
          }
          grader.say(compiled(request));
        });
    try (Compiler compiler = new Compiler(sandbox, IMPATIENT)) {
      assertThat(compile(compiler, request("honest")).compiled()).isTrue();
    }
    assertThat(sandbox.compilers).hasValue(2);
  }

  @Test
  void what_made_javac_give_up_before_gets_one_attempt() throws Exception {
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
      assertThat(compiler.compile(request("endless"), null).gaveUp()).isTrue();
      assertThat(compiler.compile(GOOD, null).gaveUp()).isFalse();
    }
    assertThat(sandbox.compilers).hasValue(2);
  }

  @Test
  void where_the_canary_does_not_compile_either_it_is_the_machines_fault() throws Exception {
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .compiling(
                (request, grader) -> {
                  if (!request.equals(Compiler.WARM_UP)) {
                    grader.hang();
                  }
                  grader.say(compiled(request));
                });
    try (Compiler compiler = new Compiler(sandbox, IMPATIENT)) {
      assertThatExceptionOfType(MachineFaultException.class)
          .isThrownBy(() -> compile(compiler, request("honest")))
          .withMessageContaining("the reference solution in time either");
    }
  }

  @Test
  void waiting_for_other_compilations_counts_against_nobody() throws Exception {
    AtomicLong clock = new AtomicLong();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .compiling(
                (request, grader) -> {
                  if (request.sources().containsValue("long")) {
                    begun.countDown();
                    mayEnd.await();
                    clock.addAndGet(Duration.ofMinutes(1).toNanos());
                  }
                  grader.say(compiled(request));
                });
    try (Compiler compiler = new Compiler(sandbox, PATIENT, clock::get)) {
      FutureTask<Compiler.Outcome> first =
          new FutureTask<>(() -> compiler.compile(request("long"), GOOD));
      FutureTask<Compiler.Outcome> second = new FutureTask<>(() -> compiler.compile(GOOD, GOOD));
      new Thread(first).start();
      begun.await();
      Thread waiting = new Thread(second);
      waiting.start();
      while (waiting.getState() != Thread.State.BLOCKED) {
        Thread.onSpinWait();
      }
      mayEnd.countDown();
      assertThat(first.get().spent()).isEqualTo(Duration.ofMinutes(1));
      assertThat(second.get().spent()).isZero();
    }
  }

  private static Compilation.Result compile(Compiler compiler, Compilation.Request request)
      throws MachineFaultException {
    return compiler.compile(request, request("canary")).result();
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
