package firsthop.grader.exams.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.Seed;
import firsthop.grader.exam.Subject;
import firsthop.grader.exam.TimeLimit;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import firsthop.tcp.SequenceNumbers;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

@Exam(SequenceNumbers.class)
class SequenceNumbersExam {
  private static final long LAP = 1L << 32;
  private static final long HALF_A_LAP = 1L << 31;
  private static final long LAST_INDEX = 1L << 62;
  private static final int LARGEST_WINDOW = 1 << 30;

  /** So many calls near 2^62 that a loop over 2^30 laps in each of them takes far too long. */
  private static final int FAR_CALLS = 24;

  private static final int FAR_MILLIS = 2_000;

  @Test
  @Points(1)
  @Clause("Returns the sequence number of an index: initial + index, modulo 2^32.")
  @Hint(
      "Index 0 has the initial number itself. All 32 bits belong to the number, so Java may"
          + " print a result as negative.")
  void wrap_counts_on_from_the_initial_number(@Subject SequenceNumbers numbers) {
    assertWraps(numbers, 0, 0, 0);
    assertWraps(numbers, 0, 77, 77);
    assertWraps(numbers, 9, 0, 9);
    assertWraps(numbers, 9, 77, 86);
    assertWraps(numbers, 0, 0x89ABCDEF, 0x89ABCDEF);
    assertWraps(numbers, 0x10000, 0x89ABCDEF, 0x89ACCDEF);
    assertWraps(numbers, 1, 0x7FFFFFFF, 0x80000000);
    assertWraps(numbers, 0xF0000000L, 5, 0xF0000005);
  }

  @Test
  @Points(1)
  @Clause("After the number 0xFFFFFFFF comes 0")
  @Hint(
      "After 0xFFFFFFFF comes 0, and this is no error. A lap has 2^32 numbers, not one" + " less.")
  void wrap_begins_again_after_the_last_number(@Subject SequenceNumbers numbers) {
    assertWraps(numbers, 0, 0xFFFFFFFF, 0xFFFFFFFF);
    assertWraps(numbers, 1, 0xFFFFFFFF, 0);
    assertWraps(numbers, 2, 0xFFFFFFFF, 1);
    assertWraps(numbers, 100, 0xFFFFFFF0, 84);
    assertWraps(numbers, LAP - 1, 0, 0xFFFFFFFF);
    assertWraps(numbers, LAP - 1, 1, 0);
    assertWraps(numbers, LAP, 77, 77);
    assertWraps(numbers, 3 * LAP + 5, 0xFFFFFFFE, 3);
  }

  @Test
  @Points(1)
  @Clause({
    "An index and a checkpoint are from 0 to 2^62",
    "Any int may be a sequence number, an initial number, or the start of a window."
  })
  @Hint(
      "An index has up to 62 bits, and each of them may count. Compute with long: a double"
          + " keeps only 53 bits.")
  void wrap_is_exact_for_every_index(@Subject SequenceNumbers numbers, Seed seed) {
    SplittableRandom random = seed.random();
    assertWraps(numbers, LAST_INDEX, 77, 77);
    assertWraps(numbers, LAST_INDEX - 1, 0, 0xFFFFFFFF);
    assertWraps(numbers, (1L << 53) + 1, 0, 1);
    for (int call = 0; call < FAR_CALLS; call++) {
      long index = random.nextLong(LAST_INDEX + 1);
      int initial = random.nextInt();
      assertWraps(numbers, index, initial, SequenceArithmetic.wrap(index, initial));
    }
  }

  @Test
  @Points(1)
  @Clause("Returns the index that a sequence number stands for.")
  @Hint(
      "Count the index from the initial number. The checkpoint only says which lap is" + " meant.")
  void unwrap_undoes_wrap(@Subject SequenceNumbers numbers) {
    long[] indexes = {5, 4_000, 0x40000000L, 5 * LAP + 0x50000000L, 1_000 * LAP + 0x30000000L};
    int[] initials = {0, 0x12345678, 0xC0000001};
    for (long index : indexes) {
      for (int initial : initials) {
        int sequence = (int) ((initial + index) % LAP);
        assertUnwraps(numbers, sequence, initial, index, index);
        assertUnwraps(numbers, sequence, initial, index - 5, index);
        assertUnwraps(numbers, sequence, initial, index + 70_000, index);
      }
    }
  }

  @Test
  @Points(1)
  @Clause(
      "Of all indexes that have this sequence number, the result is the nearest to the"
          + " checkpoint. It may be below the checkpoint, above it, or the checkpoint itself.")
  @Hint(
      "Near the end of a lap, the nearest index may be in the next lap or in the lap"
          + " before. Look at all three laps.")
  void unwrap_crosses_the_end_of_a_lap_both_ways(@Subject SequenceNumbers numbers) {
    for (long lap : new long[] {LAP, 2 * LAP, 300 * LAP}) {
      assertUnwraps(numbers, 3, 0, lap - 10, lap + 3);
      assertUnwraps(numbers, 0, 0, lap - 1, lap);
      assertUnwraps(numbers, 0xFFFFFFFF, 0, lap, lap - 1);
      assertUnwraps(numbers, 0xFFFFFFF0, 0, lap + 500, lap - 16);
      // With an initial number, a lap of indexes and a lap of sequence numbers end at other places.
      assertUnwraps(numbers, 1_003, 1_000, lap - 10, lap + 3);
      assertUnwraps(numbers, 990, 1_000, lap + 20, lap - 10);
      assertUnwraps(numbers, 2, 0xFFFFFFFE, lap - 2, lap + 4);
      assertUnwraps(numbers, 0xFFFFFFFF, 0xFFFFFFF0, lap + 20, lap + 15);
    }
  }

  @Test
  @Points(1)
  @Clause({
    "the result is the nearest to the checkpoint",
    "If two are equally near, 2^31 below and 2^31 above, the result is the smaller one."
  })
  @Hint(
      "Exactly half a lap away, two indexes are equally near: take the smaller. Check one"
          + " step less and one step more, too.")
  void unwrap_changes_sides_at_half_a_lap(@Subject SequenceNumbers numbers) {
    for (long checkpoint : new long[] {7 * LAP, 7 * LAP + 12_345, 7 * LAP + 0xE0000000L}) {
      for (int initial : new int[] {0, 0x9ABCDEF0}) {
        int opposite = SequenceArithmetic.wrap(checkpoint + HALF_A_LAP, initial);
        assertUnwraps(numbers, opposite - 1, initial, checkpoint, checkpoint + HALF_A_LAP - 1);
        assertUnwraps(numbers, opposite, initial, checkpoint, checkpoint - HALF_A_LAP);
        assertUnwraps(numbers, opposite + 1, initial, checkpoint, checkpoint - HALF_A_LAP + 1);
      }
    }
  }

  @Test
  @Points(1)
  @Clause(
      "There are no indexes below 0. If these rules lead to a negative index, the result"
          + " is the next higher index with this sequence number.")
  @Hint(
      "Near the start of the stream, the nearest index may be negative. Then take the next"
          + " higher one. 0 is a valid index.")
  void unwrap_never_goes_below_0(@Subject SequenceNumbers numbers) {
    assertUnwraps(numbers, 77, 77, 0, 0);
    assertUnwraps(numbers, 77, 77, 1_000, 0);
    assertUnwraps(numbers, 77, 77, HALF_A_LAP - 1, 0);
    assertUnwraps(numbers, 76, 77, 0, LAP - 1);
    assertUnwraps(numbers, 76, 77, HALF_A_LAP - 2, LAP - 1);
    assertUnwraps(numbers, 0x80000000, 0, 0, HALF_A_LAP);
    assertUnwraps(numbers, 0xC0000000, 0, 100, 0xC0000000L);
    assertUnwraps(numbers, 0x80000001, 2, HALF_A_LAP - 2, HALF_A_LAP - 1);
    assertUnwraps(numbers, 0x7FFFFFFF, 0x80000000, HALF_A_LAP - 1, LAP - 1);
  }

  @Test
  @TimeLimit(FAR_MILLIS)
  @Points(1)
  @Clause(
      "These methods are called for each segment. So a call must take the same short time"
          + " near 2^62 as near 0: there is no time to go through the laps one by one.")
  @Hint(
      "Compute the lap of the checkpoint with one division of longs. A loop over the laps"
          + " is too slow, and a double is not exact.")
  void unwrap_is_exact_and_quick_for_every_checkpoint(@Subject SequenceNumbers numbers, Seed seed) {
    SplittableRandom random = seed.random();
    assertUnwraps(numbers, 5, 0, LAST_INDEX, LAST_INDEX + 5);
    assertUnwraps(numbers, 0x7FFFFFFF, 0, LAST_INDEX, LAST_INDEX + HALF_A_LAP - 1);
    assertUnwraps(numbers, 0xFFFFFFFF, 0, LAST_INDEX, LAST_INDEX - 1);
    for (int call = 0; call < FAR_CALLS; call++) {
      int sequence = random.nextInt();
      int initial = random.nextInt();
      long checkpoint = random.nextLong(LAST_INDEX / 2, LAST_INDEX + 1);
      long expected = SequenceArithmetic.unwrap(sequence, initial, checkpoint);
      assertUnwraps(numbers, sequence, initial, checkpoint, expected);
    }
  }

  @Test
  @Points(1)
  @Clause(
      "The first and the last of these numbers are in the window. The number after the"
          + " last and the number before the first are not in it.")
  @Hint(
      "A window of size n has exactly n numbers. Check both ends, and one step beyond each"
          + " end.")
  void in_window_goes_from_the_first_number_to_the_last(@Subject SequenceNumbers numbers) {
    assertWindow(numbers, 5_000, 5);
    assertWindow(numbers, 0x89ABCDEF, 3);
    assertInWindow(numbers, 5_000 + 0x80000000, 5_000, 1_000, false);
    assertInWindow(numbers, 5_500, 5_000, 1_000, true);
    assertInWindow(numbers, 4_500, 5_000, 1_000, false);
    assertInWindow(numbers, -5_500, 5_000, 1_000, false);
  }

  @Test
  @Points(1)
  @Clause("It may go past the end of a lap and continue at 0.")
  @Hint(
      "A window that starts near the end of a lap continues at 0. Compare steps from the"
          + " start, not the numbers themselves.")
  void in_window_goes_around_the_end_of_a_lap(@Subject SequenceNumbers numbers) {
    assertWindow(numbers, 0xFFFFFFFD, 6);
    assertWindow(numbers, 0xFFFFFFFF, 1);
    assertWindow(numbers, 0xFFFFFFFC, 4);
    assertWindow(numbers, 0, 2);
    assertInWindow(numbers, 700, 0xFFFFFF00, 1_000, true);
    assertInWindow(numbers, 800, 0xFFFFFF00, 1_000, false);
  }

  @Test
  @Points(1)
  @Clause("After 0x7FFFFFFF comes 0x80000000, and nothing special happens there.")
  @Hint(
      "In the middle of a lap an int changes its sign. Compare the steps from the start as"
          + " numbers without a sign.")
  void in_window_knows_no_sign(@Subject SequenceNumbers numbers) {
    assertWindow(numbers, 0x7FFFFFFD, 6);
    assertWindow(numbers, 0x7FFFFFFF, 2);
    assertWindow(numbers, 0x80000000, 2);
    assertInWindow(numbers, 0x80000100, 0x7FFFFF00, 1_000, true);
    assertInWindow(numbers, 0x80000300, 0x7FFFFF00, 1_000, false);
    assertInWindow(numbers, 0x7FFFFEFF, 0x7FFFFF00, 1_000, false);
  }

  @Test
  @Points(1)
  @Clause({
    "A window of size 0 contains no number at all, not even its start.",
    "the size of a window is from 0 to 2^30"
  })
  @Hint(
      "A window of size 0 has no number, not even its start. The largest window has a"
          + " quarter of all numbers.")
  void in_window_knows_the_smallest_and_the_largest(@Subject SequenceNumbers numbers) {
    for (int start : new int[] {5_000, 0x90000000}) {
      assertInWindow(numbers, start, start, 0, false);
      assertInWindow(numbers, start - 1, start, 0, false);
      assertInWindow(numbers, start, start, 1, true);
      assertInWindow(numbers, start + LARGEST_WINDOW - 1, start, LARGEST_WINDOW, true);
      assertInWindow(numbers, start + LARGEST_WINDOW, start, LARGEST_WINDOW, false);
      assertInWindow(numbers, start + 2 * LARGEST_WINDOW, start, LARGEST_WINDOW, false);
      assertInWindow(numbers, start - LARGEST_WINDOW, start, LARGEST_WINDOW, false);
    }
  }

  private static void assertWraps(SequenceNumbers numbers, long index, int initial, int expected) {
    assertThat(hex(numbers.wrap(index, initial)))
        .as("wrap(%d, %s)", index, hex(initial))
        .isEqualTo(hex(expected));
  }

  private static void assertUnwraps(
      SequenceNumbers numbers, int sequence, int initial, long checkpoint, long expected) {
    assertThat(numbers.unwrap(sequence, initial, checkpoint))
        .as("unwrap(%s, %s, %d)", hex(sequence), hex(initial), checkpoint)
        .isEqualTo(expected);
  }

  /** Checks every number of the window, the number before it and the number after it. */
  private static void assertWindow(SequenceNumbers numbers, int start, int size) {
    for (int step = -1; step <= size; step++) {
      boolean expected = step >= 0 && step < size;
      assertInWindow(numbers, SequenceArithmetic.wrap(step + LAP, start), start, size, expected);
    }
  }

  private static void assertInWindow(
      SequenceNumbers numbers, int sequence, int start, int size, boolean expected) {
    assertThat(numbers.inWindow(sequence, start, size))
        .as("inWindow(%s, %s, %d)", hex(sequence), hex(start), size)
        .isEqualTo(expected);
  }

  private static String hex(int sequence) {
    return "0x%08X".formatted(sequence);
  }
}
