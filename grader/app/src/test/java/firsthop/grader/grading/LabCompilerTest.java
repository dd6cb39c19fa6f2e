package firsthop.grader.grading;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.course.SampleCourse.LAB01;
import static firsthop.grader.course.SampleCourse.MASK;
import static firsthop.grader.grading.SamplePlan.PATIENT;
import static firsthop.grader.grading.SamplePlan.PLAN;
import static firsthop.grader.grading.ScriptedSandbox.compiled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.control.Verdict;
import firsthop.grader.result.LabResult;
import firsthop.grader.sandbox.MachineFaultException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the words in the sources mean, see {@link ScriptedJavac}. */
@Timeout(60)
class LabCompilerTest {
  private static final String HELPER = "firsthop/addresses/Helper.java";

  private Duration patience = PATIENT.compilations();
  private final ScriptedJavac javac = new ScriptedJavac();

  @Test
  void what_compiles_is_compiled_once_over_the_skeletons() throws Exception {
    LabCompiler.Compiled compiled = compile(Map.of(CODEC, "good"));
    assertThat(texts(compiled))
        .isEqualTo(
            Map.of(
                "firsthop.addresses.MyCodec", "good",
                "firsthop.addresses.MyMask", "skeleton of MyMask"));
    assertThat(compiled.problems()).isEmpty();
    assertThat(javac.compilations).hasValue(1);
  }

  @Test
  void a_blamed_file_is_put_back_and_the_others_are_kept() throws Exception {
    LabCompiler.Compiled compiled = compile(Map.of(CODEC, "bad", MASK, "good"));
    assertThat(texts(compiled))
        .isEqualTo(
            Map.of(
                "firsthop.addresses.MyCodec", "skeleton of MyCodec",
                "firsthop.addresses.MyMask", "good"));
    assertThat(compiled.problems()).isEqualTo(Map.of(CODEC, "line 3: bad\nno line: bad"));
  }

  @Test
  void a_blamed_helper_is_left_out() throws Exception {
    LabCompiler.Compiled compiled = compile(Map.of(CODEC, "good", HELPER, "bad"));
    assertThat(texts(compiled))
        .doesNotContainKey("firsthop.addresses.Helper")
        .containsEntry("firsthop.addresses.MyCodec", "good");
    assertThat(compiled.problems()).containsOnlyKeys(HELPER);
  }

  @Test
  void a_helper_that_brings_blame_on_an_exercise_is_left_out_in_its_place() throws Exception {
    LabCompiler.Compiled compiled =
        compile(Map.of(CODEC, "good", MASK, "good", HELPER, "spoils " + CODEC));
    assertThat(compiled.problems())
        .isEqualTo(Map.of(HELPER, "with this file, these did not compile: " + CODEC));
    assertThat(texts(compiled)).containsEntry("firsthop.addresses.MyCodec", "good");
  }

  @Test
  void what_needs_a_blamed_file_is_blamed_in_turn() throws Exception {
    LabCompiler.Compiled compiled =
        compile(Map.of(CODEC, "needs " + HELPER, MASK, "good", HELPER, "bad"));
    assertThat(compiled.problems())
        .containsOnlyKeys(CODEC, HELPER)
        .containsEntry(CODEC, "line 1: cannot find symbol");
    assertThat(texts(compiled)).containsEntry("firsthop.addresses.MyMask", "good");
  }

  @Test
  void when_nobody_is_blamed_each_is_tried_alone() throws Exception {
    LabCompiler.Compiled compiled =
        compile(Map.of(CODEC, "ends javac", MASK, "good", HELPER, "good"));
    assertThat(compiled.problems())
        .isEqualTo(Map.of(CODEC, "javac's process ended, probably because it ran out of memory"));
    assertThat(texts(compiled))
        .containsEntry("firsthop.addresses.MyCodec", "skeleton of MyCodec")
        .containsEntry("firsthop.addresses.MyMask", "good")
        .containsEntry("firsthop.addresses.Helper", "good");
  }

  @Test
  void a_file_that_spoils_a_skeleton_is_found_though_the_skeleton_is_blamed() throws Exception {
    LabCompiler.Compiled compiled = compile(Map.of(CODEC, "good", HELPER, "spoils " + MASK));
    assertThat(compiled.problems()).containsOnlyKeys(HELPER);
    assertThat(texts(compiled)).containsEntry("firsthop.addresses.MyCodec", "good");
  }

  @Test
  void a_file_that_needs_another_is_not_blamed_for_being_tried_alone() throws Exception {
    LabCompiler.Compiled compiled =
        compile(Map.of(CODEC, "needs " + HELPER, HELPER, "good", MASK, "ends javac"));
    assertThat(compiled.problems()).containsOnlyKeys(MASK);
    assertThat(texts(compiled)).containsEntry("firsthop.addresses.MyCodec", "needs " + HELPER);
  }

  @Test
  void when_only_all_together_fail_all_are_blamed() throws Exception {
    String half = "half of what ends javac";
    LabCompiler.Compiled compiled = compile(Map.of(CODEC, half, MASK, half));
    assertThat(compiled.problems()).containsOnlyKeys(CODEC, MASK);
    assertThat(texts(compiled).values())
        .containsExactlyInAnyOrder("skeleton of MyCodec", "skeleton of MyMask");
  }

  @Test
  void when_all_are_blamed_the_skeletons_remain() throws Exception {
    LabCompiler.Compiled compiled = compile(Map.of(CODEC, "bad", MASK, "bad", HELPER, "bad"));
    assertThat(compiled.problems()).containsOnlyKeys(CODEC, MASK, HELPER);
    assertThat(texts(compiled)).hasSize(2);
  }

  @Test
  void a_submission_that_keeps_javac_busy_file_by_file_is_given_up() throws Exception {
    patience = Duration.ZERO;
    Map<String, String> many = new TreeMap<>();
    for (int i = 0; i < 100; i++) {
      many.put("firsthop/addresses/Helper" + i + ".java", "ends javac");
    }
    LabCompiler.Compiled compiled = compile(many);
    assertThat(compiled.problems()).hasSize(100);
    assertThat(compiled.problems().values())
        .allSatisfy(why -> assertThat(why).startsWith("javac did not finish all files within"));
    assertThat(javac.compilations).hasValueLessThan(10);
  }

  @Test
  void skeletons_that_do_not_compile_are_the_machines_fault() {
    assertThatExceptionOfType(MachineFaultException.class)
        .isThrownBy(() -> compile(Map.of(CODEC, "spoils javac")))
        .withMessageStartingWith("the compiler does not compile the reference solution either")
        .withMessageContaining("it wrote:\nsomething is wrong with this machine");
  }

  @Test
  void what_did_not_compile_is_a_verdict_and_the_rest_is_graded() throws Exception {
    ScriptedSandbox sandbox = sandbox();
    try (BenchSlot slot = new BenchSlot(sandbox, 1, 0, PATIENT);
        Compiler compiler = new Compiler(sandbox, PATIENT)) {
      LabResult result =
          new LabGrader(new LabCompiler(compiler, patience), slot, PLAN)
              .grade(LAB01, Map.of(CODEC, "good", MASK, "bad", HELPER, "bad"));
      assertThat(result.score()).isEqualTo(12);
      assertThat(result.exercises().get(1).tests())
          .singleElement()
          .satisfies(
              test -> {
                assertThat(test.verdict()).isEqualTo(Verdict.DID_NOT_COMPILE);
                assertThat(test.message()).isEqualTo("line 3: bad\nno line: bad");
              });
      assertThat(result.leftOut()).containsOnlyKeys(HELPER);
      assertThat(result.notices()).containsExactly(HELPER + " did not compile and was left out");
    }
  }

  private LabCompiler.Compiled compile(Map<String, String> handedIn) throws MachineFaultException {
    try (Compiler compiler = new Compiler(sandbox(), PATIENT)) {
      return new LabCompiler(compiler, patience).compile(LAB01, handedIn);
    }
  }

  private ScriptedSandbox sandbox() {
    return new ScriptedSandbox(PLAN).compiling(javac);
  }

  private static Map<String, String> texts(LabCompiler.Compiled compiled) {
    Map<String, String> texts = new TreeMap<>();
    compiled
        .classes()
        .forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
    return texts;
  }
}
