package firsthop.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * In these tests, the letter a has index 0, the letter b has index 1, and so on. A segment is
 * written as its index, its letters, and its FIN if it has one: {@code "0 abcd"}, {@code "4 ef
 * FIN"}, {@code "6 FIN"}. Segments have at most 4 bytes. The first time-out is 100 ms.
 */
@ExerciseTest(RetransmittingSender.class)
class RetransmittingSenderTest {
  private static final int SIZE = 4;
  private static final int TIMEOUT = 100;
  private static final int WIDE = 1_000;

  private final RetransmittingSender sender = new MyRetransmittingSender();
  private final Calls calls = new Calls();

  @Test
  @Order(1)
  @Hint("Each segment takes the next bytes: as many as there are, but at most the segment size.")
  void what_is_written_goes_out_at_once_in_full_segments() {
    open(WIDE, 3);
    write("abcdefghij", "0 abcd", "4 efgh", "8 ij");
    write("k", "10 k");
    write("");
    write("lmnop", "11 lmno", "15 p");
  }

  @Test
  @Order(2)
  @Hint("The limit is acknowledged + window. Both change with an acknowledgement.")
  void new_data_stays_within_the_window() {
    open(6, 3);
    write("abcdefghijklmnop", "0 abcd", "4 ef");
    acknowledge(4, 6, "6 ghij");
    acknowledge(10, 3, "10 klm");
    acknowledge(10, 5, "13 no");
  }

  @Test
  @Order(3)
  @Hint("The timer fires when the time is equal to the time-out, not only above it.")
  void the_earliest_segment_goes_again_at_the_time_out() {
    open(WIDE, 3);
    write("abcdef", "0 abcd", "4 ef");
    tick(TIMEOUT - 1);
    tick(1, "0 abcd");
    tick(1);
  }

  @Test
  @Order(4)
  @Hint("After each retransmission the timer starts from 0, and the time-out is twice as long.")
  void the_time_out_doubles() {
    open(WIDE, 5);
    write("ab", "0 ab");
    tick(TIMEOUT, "0 ab");
    tick(2 * TIMEOUT - 1);
    tick(1, "0 ab");
    tick(4 * TIMEOUT - 1);
    tick(1, "0 ab");
  }

  @Test
  @Order(5)
  @Hint("One call of tick sends at most one segment again, however much time has passed.")
  void a_long_tick_fires_once() {
    open(WIDE, 5);
    write("ab", "0 ab");
    tick(50 * TIMEOUT, "0 ab");
    tick(2 * TIMEOUT - 1);
    tick(1, "0 ab");
  }

  @Test
  @Order(6)
  @Hint("Remove segments that are acknowledged. While nothing is outstanding, no time adds up.")
  void what_is_acknowledged_does_not_go_again() {
    open(WIDE, 3);
    write("abcdefghij", "0 abcd", "4 efgh", "8 ij");
    acknowledge(4, WIDE);
    tick(TIMEOUT, "4 efgh");
    acknowledge(10, WIDE);
    tick(10 * TIMEOUT);
    write("k", "10 k");
    tick(TIMEOUT - 1);
    tick(1, "10 k");
  }

  @Test
  @Order(7)
  @Hint("An acknowledgement of new data resets three things: the time, the time-out, the count.")
  void an_acknowledgement_of_new_data_starts_the_timer_afresh() {
    open(WIDE, 2);
    write("abcdef", "0 abcd", "4 ef");
    tick(TIMEOUT, "0 abcd");
    tick(2 * TIMEOUT, "0 abcd");
    tick(4 * TIMEOUT - 1);
    acknowledge(4, WIDE);
    tick(TIMEOUT - 1);
    tick(1, "4 ef");
    tick(2 * TIMEOUT, "4 ef");
    failed(false);
  }

  @Test
  @Order(8)
  @Hint("Only an acknowledgement of new data restarts the timer. A write does not.")
  void nothing_else_restarts_the_timer() {
    open(8, 3);
    write("abcd", "0 abcd");
    tick(TIMEOUT - 1);
    write("ef", "4 ef");
    acknowledge(0, 8);
    acknowledge(0, 7);
    tick(1, "0 abcd");
  }

  @Test
  @Order(9)
  @Hint("Ignore an acknowledgement beyond sent or below acknowledged, and its window, too.")
  void impossible_and_old_acknowledgements_are_ignored() {
    open(4, 3);
    write("abcdefghijkl", "0 abcd");
    acknowledge(5, WIDE);
    acknowledge(4, 4, "4 efgh");
    acknowledge(3, WIDE);
    acknowledge(9, WIDE);
    tick(TIMEOUT, "4 efgh");
  }

  @Test
  @Order(10)
  @Hint("A segment stays in the queue unchanged until its last index is acknowledged.")
  void a_segment_acknowledged_in_part_goes_again_whole() {
    open(6, 3);
    write("abcdefgh", "0 abcd", "4 ef");
    acknowledge(2, 6, "6 gh");
    tick(TIMEOUT, "0 abcd");
    acknowledge(4, 2);
    tick(TIMEOUT, "4 ef");
  }

  @Test
  @Order(11)
  @Hint("FIN takes an index in the window, but no room in the segment.")
  void fin_rides_on_the_last_segment_if_it_can() {
    open(4, 3);
    write("abcdefgh", "0 abcd");
    finish();
    acknowledge(4, 5, "4 efgh FIN");
    done(false);
    acknowledge(8, 5);
    done(false);
    acknowledge(9, 5);
    done(true);
  }

  @Test
  @Order(12)
  @Hint("If the last byte has gone out, or the window had no room for FIN, FIN goes alone.")
  void fin_goes_alone_otherwise() {
    open(4, 3);
    write("abcd", "0 abcd");
    finish();
    acknowledge(4, 4, "4 FIN");
    tick(TIMEOUT, "4 FIN");
    acknowledge(5, 4);
    done(true);
    tick(10 * TIMEOUT);
  }

  @Test
  @Order(13)
  @Hint("A window of 0 lets one index out. While it is 0, count and time-out do not change.")
  void a_closed_window_is_probed_with_one_byte() {
    open(0, 1);
    write("abcdef", "0 a");
    tick(TIMEOUT, "0 a");
    tick(TIMEOUT, "0 a");
    tick(TIMEOUT, "0 a");
    failed(false);
    acknowledge(1, 0, "1 b");
    acknowledge(2, 4, "2 cdef");
  }

  @Test
  @Order(14)
  @Hint("After the last retransmission, the sender waits once more. Then it fails.")
  void it_fails_after_the_last_retransmission() {
    open(WIDE, 2);
    write("ab", "0 ab");
    tick(TIMEOUT, "0 ab");
    tick(2 * TIMEOUT, "0 ab");
    tick(4 * TIMEOUT - 1);
    failed(false);
    tick(1);
    failed(true);
    write("cd");
    acknowledge(2, WIDE);
    finish();
    done(false);
  }

  @Test
  void nothing_is_taken_after_finish() {
    open(WIDE, 3);
    write("ab", "0 ab");
    finish("2 FIN");
    assertThat(outcome(() -> sender.write(new byte[1])))
        .as("write after%s", calls)
        .isEqualTo("IllegalStateException");
    assertThat(outcome(sender::finish))
        .as("finish after%s", calls)
        .isEqualTo("IllegalStateException");
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1, 0", "1, -1, 1, 0", "1, 1, 0, 0", "1, 1, 1, -1"})
  void open_refuses_numbers_that_are_too_small(
      int maximumSegmentSize, int window, int timeoutMillis, int retransmissions) {
    assertThat(
            outcome(() -> sender.open(maximumSegmentSize, window, timeoutMillis, retransmissions)))
        .as("open(%d, %d, %d, %d)", maximumSegmentSize, window, timeoutMillis, retransmissions)
        .isEqualTo("IllegalArgumentException");
  }

  @Test
  void open_comes_first_and_once() {
    assertThat(outcome(() -> sender.write(new byte[1])))
        .as("write before open")
        .isEqualTo("IllegalStateException");
    open(WIDE, 3);
    assertThat(outcome(() -> sender.open(SIZE, WIDE, TIMEOUT, 3)))
        .as("open after%s", calls)
        .isEqualTo("IllegalStateException");
  }

  private void open(int window, int retransmissions) {
    calls.add("open(%d, %d, %d, %d)".formatted(SIZE, window, TIMEOUT, retransmissions));
    sender.open(SIZE, window, TIMEOUT, retransmissions);
  }

  private void write(String letters, String... segments) {
    calls.add("write(\"" + letters + "\")");
    sent(sender.write(letters.getBytes(StandardCharsets.US_ASCII)), segments);
  }

  private void finish(String... segments) {
    calls.add("finish()");
    sent(sender.finish(), segments);
  }

  private void acknowledge(long next, int window, String... segments) {
    calls.add("acknowledge(%d, %d)".formatted(next, window));
    sent(sender.acknowledge(next, window), segments);
  }

  private void tick(int millis, String... segments) {
    calls.add("tick(" + millis + ")");
    sent(sender.tick(millis), segments);
  }

  private void done(boolean expected) {
    assertThat(sender.done()).as("done() after%s", calls).isEqualTo(expected);
  }

  private void failed(boolean expected) {
    assertThat(sender.failed()).as("failed() after%s", calls).isEqualTo(expected);
  }

  private void sent(List<Segment> segments, String... expected) {
    assertThat(segments.stream().map(RetransmittingSenderTest::text))
        .as("the segments that go out in the last of these calls:%s", calls)
        .containsExactly(expected);
  }

  private static String text(Segment segment) {
    String letters = new String(segment.data(), StandardCharsets.US_ASCII);
    return segment.index()
        + (letters.isEmpty() ? "" : " " + letters)
        + (segment.fin() ? " FIN" : "");
  }

  private static String outcome(Runnable call) {
    try {
      call.run();
      return "no exception";
    } catch (IllegalArgumentException e) {
      return "IllegalArgumentException";
    } catch (IllegalStateException e) {
      return "IllegalStateException";
    }
  }
}
