package firsthop.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables have sequence numbers as longs: JUnit cannot convert 0xFFFFFFFF to an int. */
@ExerciseTest(value = SequenceNumbers.class, seconds = 10)
class SequenceNumbersTest {
  /** So many calls take milliseconds. One call that goes through 2^30 laps takes a second. */
  private static final int MANY = 100_000;

  private final SequenceNumbers numbers = new MySequenceNumbers();

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "5, 0, 5",
    "0, 100, 100",
    "5, 100, 105",
    "0, 0xFFFFFFFE, 0xFFFFFFFE",
    "1, 0xFFFFFFFE, 0xFFFFFFFF",
    "1, 0x7FFFFFFF, 0x80000000",
  })
  @Order(1)
  @Hint("Index 0 has the initial number. From there, count up.")
  void wrap_counts_on_from_the_initial_number(long index, long initial, long expected) {
    assertWraps(index, initial, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 0xFFFFFFFE, 0",
    "3, 0xFFFFFFFE, 1",
    "4294967295, 0, 0xFFFFFFFF",
    "4294967296, 0, 0",
    "4294967296, 100, 100",
    "4294967295, 100, 99",
    "12884901890, 0xFFFFFFFF, 1",
    "4611686018427387904, 7, 7",
  })
  @Order(2)
  @Hint(
      "When a sum is too large for an int, Java drops the upper bits. Here this is what you need.")
  void wrap_begins_again_after_a_lap(long index, long initial, long expected) {
    assertWraps(index, initial, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "17, 0, 0, 17",
    "17, 0, 30, 17",
    "17, 0, 5, 17",
    "105, 100, 0, 5",
    "0xFFFFFFFF, 0xFFFFFFFE, 1, 1",
    "1, 0xFFFFFFFE, 0, 3",
    "0x80000000, 0x7FFFFFF0, 0, 16",
  })
  @Order(3)
  @Hint("The index is the number of steps from the initial number forwards to the sequence number.")
  void unwrap_finds_an_index_of_the_first_lap(
      long sequence, long initial, long checkpoint, long expected) {
    assertUnwraps(sequence, initial, checkpoint, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "17, 0, 4294967296, 4294967313",
    "17, 0, 4294967290, 4294967313",
    "0xFFFFFFFF, 0, 4294967296, 4294967295",
    "0xFFFFFFFF, 0, 8589934600, 8589934591",
    "99, 100, 4294967300, 4294967295",
    "100, 100, 4294967290, 4294967296",
    "0, 0xFFFFFFFF, 42949672960, 42949672961",
    "3, 0, 4611686018427387904, 4611686018427387907",
  })
  @Order(4)
  @Hint("The nearest index may be in the checkpoint's lap, in the one before, or in the one after.")
  void unwrap_finds_the_lap_that_is_nearest_to_the_checkpoint(
      long sequence, long initial, long checkpoint, long expected) {
    assertUnwraps(sequence, initial, checkpoint, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0x80000009, 0, 4294967306, 6442450953",
    "0x8000000A, 0, 4294967306, 2147483658",
    "0x8000000B, 0, 4294967306, 2147483659",
    "10, 0, 6442450954, 4294967306",
  })
  @Order(5)
  @Hint("Compare the three candidates on paper. Of two that are equally near, take the smaller.")
  void unwrap_takes_the_smaller_of_two_that_are_equally_near(
      long sequence, long initial, long checkpoint, long expected) {
    assertUnwraps(sequence, initial, checkpoint, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0xFFFFFFFF, 0, 0, 4294967295",
    "99, 100, 0, 4294967295",
    "99, 100, 5000, 4294967295",
    "0x80000000, 0, 0, 2147483648",
    "100, 100, 0, 0",
  })
  @Order(6)
  @Hint("If the nearest index is below 0, take the next higher one. 0 itself is a valid index.")
  void unwrap_never_goes_below_0(long sequence, long initial, long checkpoint, long expected) {
    assertUnwraps(sequence, initial, checkpoint, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "99, 100, 4, false",
    "100, 100, 4, true",
    "103, 100, 4, true",
    "104, 100, 4, false",
    "100, 100, 1, true",
    "100, 100, 0, false",
    "0x7FFFFFFF, 0x7FFFFFFE, 4, true",
    "0x80000001, 0x7FFFFFFE, 4, true",
    "0x80000002, 0x7FFFFFFE, 4, false",
    "0x7FFFFFFD, 0x7FFFFFFE, 4, false",
  })
  @Order(7)
  @Hint("Count the steps from the start of the window forwards to the number, and compare them.")
  void in_window_goes_from_the_first_number_to_the_last(
      long sequence, long windowStart, int windowSize, boolean expected) {
    assertInWindow(sequence, windowStart, windowSize, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0xFFFFFFFD, 0xFFFFFFFE, 4, false",
    "0xFFFFFFFE, 0xFFFFFFFE, 4, true",
    "0xFFFFFFFF, 0xFFFFFFFE, 4, true",
    "0, 0xFFFFFFFE, 4, true",
    "1, 0xFFFFFFFE, 4, true",
    "2, 0xFFFFFFFE, 4, false",
  })
  @Order(8)
  @Hint("Do not compare two sequence numbers with <. Compare the steps with the window size.")
  void in_window_goes_around_the_end_of_a_lap(
      long sequence, long windowStart, int windowSize, boolean expected) {
    assertInWindow(sequence, windowStart, windowSize, expected);
  }

  @Test
  @Order(9)
  @Hint("Do not go through the laps one by one: divide, or work with the checkpoint's own lap.")
  void unwrap_takes_no_longer_far_out_than_near_0() {
    long near = shortest(() -> unwrapAround(0, MANY));
    long far = shortest(() -> unwrapAround(1L << 62, 1));
    assertThat(far < near ? "less" : "more, " + far / 1_000_000 + " ms")
        .as("time of one unwrap near 2^62, compared with %,d unwraps near 0", MANY)
        .isEqualTo("less");
  }

  private void unwrapAround(long checkpoint, int times) {
    for (int i = 0; i < times; i++) {
      numbers.unwrap(17 + i, 0, checkpoint);
    }
  }

  /**
   * Returns the shortest of several times in nanoseconds, so that a busy machine does not matter.
   */
  private static long shortest(Runnable work) {
    long shortest = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long began = System.nanoTime();
      work.run();
      shortest = Math.min(shortest, System.nanoTime() - began);
    }
    return shortest;
  }

  private void assertWraps(long index, long initial, long expected) {
    assertThat(hex(numbers.wrap(index, (int) initial)))
        .as("wrap(%d, %s)", index, hex((int) initial))
        .isEqualTo(hex((int) expected));
  }

  private void assertUnwraps(long sequence, long initial, long checkpoint, long expected) {
    assertThat(numbers.unwrap((int) sequence, (int) initial, checkpoint))
        .as("unwrap(%s, %s, %d)", hex((int) sequence), hex((int) initial), checkpoint)
        .isEqualTo(expected);
  }

  private void assertInWindow(long sequence, long windowStart, int windowSize, boolean expected) {
    assertThat(numbers.inWindow((int) sequence, (int) windowStart, windowSize))
        .as("inWindow(%s, %s, %d)", hex((int) sequence), hex((int) windowStart), windowSize)
        .isEqualTo(expected);
  }

  private static String hex(int sequence) {
    return "0x%08X".formatted(sequence);
  }
}
