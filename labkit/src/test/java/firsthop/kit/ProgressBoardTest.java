package firsthop.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class ProgressBoardTest {

  @Test
  void junit_finds_it() {
    assertThat(ServiceLoader.load(TestExecutionListener.class))
        .hasAtLeastOneElementOfType(ProgressBoard.class);
  }

  @Test
  void shows_one_line_per_exercise_in_the_order_of_their_numbers() {
    assertThat(
            boardOf(
                SampleTests.OpenBeforeAll.class,
                SampleTests.WaitsForAnother.class,
                SampleTests.Green.class))
        .containsSubsequence(
            " 9.1 Adding done 7 points",
            " 9.2 Adding less open",
            " 9.10 Adding more open 9 points",
            " [######..............] 1 of 3 done");
  }

  @Test
  void shows_how_many_tests_are_green_and_which_is_red() {
    assertThat(boardOf(SampleTests.Mixed.class))
        .contains(" 9.1 Adding wrong 1 of 3 tests 7 points")
        .contains("next: 9.1 Adding is wrong. Make this test green:")
        .contains("\"adds to seven\"");
  }

  @Test
  void names_the_input_of_the_red_test() {
    assertThat(boardOf(SampleTests.Failing.class)).contains("\"adds what it is given\" with \"2\"");
  }

  @Test
  void names_the_file_of_an_open_exercise() {
    assertThat(boardOf(SampleTests.OpenBeforeAll.class))
        .contains("next: 9.10 Adding more is open. Fill in")
        .contains("MyBigAdder.java.")
        .contains("BigAdder.java beside it");
  }

  @Test
  void says_which_other_exercise_an_open_one_waits_for() {
    assertThat(boardOf(SampleTests.WaitsForAnother.class))
        .contains("next: 9.2 Adding less needs another exercise first:")
        .contains("exercise 9.1 is open: fill in MyAdder.");
  }

  @Test
  void counts_a_test_that_could_not_even_begin() {
    assertThat(boardOf(SampleTests.BrokenArguments.class))
        .contains("wrong 0 of 1 tests")
        .contains("\"never runs\"");
  }

  @Test
  void does_not_call_an_exercise_done_of_which_it_saw_one_test() {
    assertThat(boardOf(selectMethod(SampleTests.Green.class, "adds_one_and_one")))
        .contains("green 1 of 2 ran")
        .contains("0 of 1 done")
        .contains("next: the tests that ran are green.");
  }

  @Test
  void does_not_call_the_lab_done_when_other_tests_exist() {
    assertThat(boardOf(SampleTests.Green.class))
        .contains("1 of 1 done")
        .contains("next: the tests that ran are green. Run \"mvn test\" for the whole lab.");
  }

  @Test
  void is_silent_about_tests_of_no_exercise() {
    assertThat(boardOf(SampleTests.NoExercise.class, SampleTests.OfNoContract.class)).isEmpty();
  }

  @Test
  void is_silent_when_the_reference_runs() {
    System.setProperty("firsthop.open", "fails");
    try {
      assertThat(boardOf(SampleTests.Green.class)).isEmpty();
    } finally {
      System.clearProperty("firsthop.open");
    }
  }

  @Test
  void a_build_reads_above_the_board_about_the_first_failure_and_how_many_there_are() {
    assertThat(reportOf(SampleTests.Failing.class))
        .containsOnlyOnce("9.1 Adding, wrong")
        .containsOnlyOnce("hint: A hint for all of them.")
        .containsSubsequence("expected: 9", "+4 more: ", " [....................] 0 of 1 done");
  }

  @Test
  void an_ide_shows_the_failures_itself() {
    assertThat(boardOf(SampleTests.Failing.class)).doesNotContain("expected: 9", "hint:");
  }

  @Test
  void of_much_that_was_printed_forty_lines_are_shown_with_their_test_and_the_rest_is_counted() {
    assertThat(reportOf(PrintingTests.PrintsMuchAndFails.class))
        .containsSubsequence("but was: 5", "your code printed:\n line 0\n", " line 39\n")
        .doesNotContain("line 40")
        .containsOnlyOnce("... and 499,960 more lines");
  }

  @Test
  void what_a_thread_prints_later_stands_with_the_exercise_that_started_it() {
    assertThat(
            reportOf(PrintingTests.LeavesAThreadBehind.class, PrintingTests.MeetsTheThread.class))
        .containsSubsequence("9.1 Adding, printed:\n printed later\n", " 9.2 Adding less")
        .containsOnlyOnce("printed later")
        .doesNotContain("9.2 Adding less, printed");
  }

  @Test
  void after_two_time_outs_the_other_tests_of_the_exercise_do_not_run() {
    assertThat(reportOf(SampleTests.EndlessAgain.class))
        .contains("add did not return within 1 s")
        .contains(" +1 more: ")
        .contains(" 3 not run: they would meet the same");
  }

  @Test
  void the_first_failure_is_that_of_the_class_with_the_name_of_the_contract() {
    assertThat(reportOf(SampleTests.Failing.class, SampleTests.AdderTest.class))
        .contains("test: is first in the handout");
  }

  @Test
  void a_build_reads_about_a_failed_test_of_no_exercise_too() {
    assertThat(reportOf(SampleTests.OwnTest.class))
        .contains("failed: ", "expected: 2", "at SampleTests.java:");
  }

  @Test
  void is_plain_ascii() {
    assertThat(boardOf(SampleTests.Mixed.class).chars()).allMatch(c -> c < 128);
  }

  private static String boardOf(Class<?>... testClasses) {
    return printed(false, selectors(testClasses));
  }

  private static String boardOf(DiscoverySelector selector) {
    return printed(false, selector);
  }

  /** Returns what a build prints: the failures and the board. */
  private static String reportOf(Class<?>... testClasses) {
    return printed(true, selectors(testClasses));
  }

  private static DiscoverySelector[] selectors(Class<?>... testClasses) {
    return Stream.of(testClasses)
        .map(type -> (DiscoverySelector) selectClass(type))
        .toArray(DiscoverySelector[]::new);
  }

  /** Returns the printed text with each run of spaces as one space. */
  private static String printed(boolean printsFailures, DiscoverySelector... selectors) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    LauncherConfig config =
        LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .addTestExecutionListeners(
                new ProgressBoard(
                    new PrintStream(printed, true, StandardCharsets.UTF_8), printsFailures))
            .build();
    LauncherFactory.create(config)
        .execute(LauncherDiscoveryRequestBuilder.request().selectors(selectors).build());
    return printed.toString(StandardCharsets.UTF_8).replaceAll(" +", " ");
  }
}
