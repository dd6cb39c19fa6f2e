package firsthop.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In these tests the letter a has index 0, the letter b index 1, and so on. */
@ExerciseTest(Reassembler.class)
class ReassemblerTest {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz";

  private final Reassembler reassembler = new MyReassembler();
  private final Calls calls = new Calls();

  @Test
  @Order(1)
  void what_comes_in_order_is_returned_at_once() {
    open(100);
    insert(0, "abc", "abc");
    insert(3, "d", "d");
    insert(4, "", "");
    insert(4, "efgh", "efgh");
    pending(0);
  }

  @Test
  @Order(2)
  @Hint("Store the bytes after a gap. When the gap is filled, many pieces may become readable.")
  void what_lies_behind_a_gap_waits_for_the_gap_to_be_filled() {
    open(100);
    insert(2, "cd", "");
    pending(2);
    insert(6, "gh", "");
    pending(4);
    insert(4, "ef", "");
    pending(6);
    insert(10, "k", "");
    insert(0, "ab", "abcdefgh");
    pending(1);
  }

  @Test
  @Order(3)
  @Hint("A new piece need not begin where the gap begins.")
  void a_gap_may_be_filled_from_its_end() {
    open(100);
    insert(5, "f", "");
    insert(3, "d", "");
    insert(4, "e", "");
    insert(1, "bc", "");
    pending(5);
    insert(0, "a", "abcdef");
    pending(0);
  }

  @Test
  @Order(4)
  @Hint("Bytes below next wanted were returned before. Only bytes from next wanted on can be new.")
  void what_was_returned_is_not_returned_again() {
    open(100);
    insert(0, "abcd", "abcd");
    insert(0, "abcd", "");
    insert(1, "b", "");
    pending(0);
    insert(2, "cdef", "ef");
    insert(5, "f", "");
    pending(0);
  }

  @Test
  @Order(5)
  @Hint("When two segments overlap, only the bytes that are not stored yet are new.")
  void bytes_that_are_stored_count_once() {
    open(100);
    insert(4, "efg", "");
    insert(4, "efg", "");
    pending(3);
    insert(3, "de", "");
    pending(4);
    insert(6, "ghi", "");
    pending(6);
    insert(4, "e", "");
    pending(6);
    insert(2, "cdefghijk", "");
    pending(9);
    insert(0, "abc", "abcdefghijk");
    pending(0);
  }

  @Test
  @Order(6)
  @Hint("The end is an index. You may know it long before the last bytes come.")
  void it_is_finished_when_all_before_the_end_was_returned() {
    open(100);
    finished(false);
    insertLast(3, "de", "");
    finished(false);
    insert(0, "ab", "ab");
    finished(false);
    insert(2, "c", "cde");
    finished(true);
    insertLast(3, "de", "");
    finished(true);
  }

  @Test
  @Order(7)
  @Hint("A segment without bytes can still be the last one. Check last before you return.")
  void an_empty_segment_may_be_the_last() {
    open(100);
    insert(0, "ab", "ab");
    insert(2, "", "");
    finished(false);
    insertLast(2, "", "");
    finished(true);
  }

  @Test
  @Order(8)
  @Hint("The limit is next wanted + capacity. Drop the byte at the limit and all after it.")
  void what_lies_beyond_the_capacity_is_dropped() {
    open(5);
    insert(5, "f", "");
    pending(0);
    insert(3, "defg", "");
    pending(2);
    insert(0, "abc", "abcde");
    insert(5, "fghij", "fghij");
    pending(0);
  }

  @Test
  @Order(9)
  @Hint("Compute the limit before you return any byte, and do not change it in this call.")
  void the_capacity_counts_from_what_is_wanted_when_insert_is_called() {
    open(3);
    insert(1, "bc", "");
    insert(0, "abcdef", "abc");
    insert(3, "d", "d");
  }

  @Test
  @Hint("If the end lies beyond the limit, it is dropped, too: it must come again.")
  void the_end_counts_only_if_it_lies_within_the_capacity() {
    open(5);
    insertLast(2, "cdef", "");
    pending(3);
    insert(0, "ab", "abcde");
    finished(false);
    insertLast(5, "f", "f");
    finished(true);
  }

  @Test
  @Hint("Use long for every index: it may be far larger than an int.")
  void an_index_may_be_larger_than_an_int() {
    open(100);
    insert(1L << 32, "a", "");
    pending(0);
    insert(0, "a", "a");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, (1 << 30) + 1, Integer.MIN_VALUE})
  void open_refuses_what_is_no_capacity(int capacity) {
    assertThat(outcome(() -> reassembler.open(capacity)))
        .as("open(%d)", capacity)
        .isEqualTo("IllegalArgumentException");
  }

  @Test
  void open_works_once() {
    open(100);
    assertThat(outcome(() -> reassembler.open(100)))
        .as("the second open(100)")
        .isEqualTo("IllegalStateException");
  }

  /** The number is the seed: the same number makes the same segments again. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  @Hint("The message lists all calls. Copy them into a test of your own.")
  void whatever_the_order_every_byte_comes_out_once(long chance) {
    Random random = new Random(chance);
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      for (int from = 0; from < ALPHABET.length(); ) {
        int to = Math.min(ALPHABET.length(), from + 1 + random.nextInt(5));
        segments.add(new Segment(from, bytes(ALPHABET.substring(from, to)), to == 26));
        from = to;
      }
    }
    Collections.shuffle(segments, random);
    open(ALPHABET.length());
    StringBuilder out = new StringBuilder();
    for (Segment segment : segments) {
      calls.add(
          "insert(%d, \"%s\", %b)".formatted(segment.index(), text(segment.data()), segment.fin()));
      out.append(text(reassembler.insert(segment.index(), segment.data(), segment.fin())));
      assertThat(ALPHABET).as("all bytes that were returned so far by%s", calls).startsWith(out);
    }
    assertThat(out.toString()).as("all bytes that were returned by%s", calls).isEqualTo(ALPHABET);
    pending(0);
    finished(true);
  }

  private void open(int capacity) {
    calls.add("open(" + capacity + ")");
    reassembler.open(capacity);
  }

  private void insert(long index, String data, String expected) {
    insert(index, data, false, expected);
  }

  private void insertLast(long index, String data, String expected) {
    insert(index, data, true, expected);
  }

  private void insert(long index, String data, boolean last, String expected) {
    calls.add("insert(%d, \"%s\", %b)".formatted(index, data, last));
    assertThat(text(reassembler.insert(index, bytes(data), last)))
        .as("the result of the last of these calls:%s", calls)
        .isEqualTo(expected);
  }

  private void pending(int expected) {
    assertThat(reassembler.pending()).as("pending() after%s", calls).isEqualTo(expected);
  }

  private void finished(boolean expected) {
    assertThat(reassembler.finished()).as("finished() after%s", calls).isEqualTo(expected);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
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
