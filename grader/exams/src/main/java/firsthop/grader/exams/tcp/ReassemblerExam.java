package firsthop.grader.exams.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.Seed;
import firsthop.grader.exam.Subject;
import firsthop.grader.network.PacketTrace;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import firsthop.tcp.Reassembler;
import firsthop.tcp.Segment;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Data are letters in the order of the alphabet, so that a failure shows which byte is meant: the
 * letter a has index 0. Only the lossy link of the last test carries every value of a byte.
 */
@Exam(Reassembler.class)
class ReassemblerExam {
  /** Room enough wherever the test is not about room. */
  private static final int AMPLE = 1_000;

  private static final int MAX_CAPACITY = 1 << 30;

  /** So many segments go in between two looks at what is stored. */
  private static final int BATCH = 12;

  @Test
  @Points(1)
  @Clause({
    "insert returns the bytes that have just become readable: all that follow, without a gap, from"
        + " next wanted on.",
    "Bytes behind a gap are stored until the gap is filled, wherever its filling begins and in"
        + " however many pieces it comes."
  })
  @Hint("When a gap closes, everything behind it up to the next gap is readable at once.")
  void what_waits_behind_a_gap_comes_out_when_it_is_filled(@Subject Reassembler reassembler) {
    new ReassemblerSteps(reassembler, AMPLE)
        .insert(0, "ab", "ab")
        .insert(2, "c", "c")
        .insert(10, "kl", "")
        .insert(6, "gh", "")
        .insert(4, "ef", "")
        .insert(14, "o", "")
        .insert(3, "d", "defgh")
        .insert(12, "mn", "")
        .insert(8, "ij", "ijklmno")
        .insert(15, "p", "p");
  }

  @Test
  @Points(1)
  @Clause(
      "Bytes behind a gap are stored until the gap is filled, wherever its filling begins and in"
          + " however many pieces it comes.")
  @Hint("A piece may fill the middle or the end of a gap, and touch nothing that is known.")
  void a_gap_is_filled_in_pieces_from_anywhere(@Subject Reassembler reassembler) {
    new ReassemblerSteps(reassembler, AMPLE)
        .insert(9, "j", "")
        .insert(7, "h", "")
        .insert(8, "i", "")
        .insert(4, "e", "")
        .insert(6, "g", "")
        .insert(2, "c", "")
        .pending(6)
        .insert(1, "b", "")
        .insert(0, "a", "abc")
        .insert(5, "f", "")
        .pending(6)
        .insert(3, "d", "defghij")
        .pending(0);
  }

  @Test
  @Points(1)
  @Clause({
    "They are returned at once and never again.",
    "Bytes that have been returned, or are stored, may come again, alone or together with new"
        + " ones: the new ones count, the others change nothing."
  })
  @Hint("A segment may begin before what is wanted and still bring something new at its end.")
  void what_has_been_returned_does_not_come_again(@Subject Reassembler reassembler) {
    new ReassemblerSteps(reassembler, AMPLE)
        .insert(0, "abcd", "abcd")
        .insert(0, "abcd", "")
        .insert(1, "bc", "")
        .insert(0, "abcdef", "ef")
        .pending(0)
        .insert(5, "fgh", "gh")
        .insert(10, "kl", "")
        .insert(3, "defgh", "")
        .pending(2)
        .insert(2, "cdefghijklm", "ijklm")
        .insert(9, "jklm", "")
        .pending(0);
  }

  @Test
  @Points(1)
  @Clause("Each index counts once, however often its byte has come.")
  @Hint("Two segments may overlap at either end, or one may lie in the other: count only the new.")
  void an_overlap_is_stored_once(@Subject Reassembler reassembler) {
    new ReassemblerSteps(reassembler, AMPLE)
        .pending(0)
        .insert(10, "klmn", "")
        .pending(4)
        .insert(10, "klmn", "")
        .pending(4)
        .insert(8, "ijkl", "")
        .pending(6)
        .insert(12, "mnop", "")
        .pending(8)
        .insert(9, "jk", "")
        .pending(8)
        .insert(20, "uv", "")
        .pending(10)
        .insert(19, "tuvw", "")
        .pending(12)
        .insert(2, "cd", "")
        .insert(4, "ef", "")
        .pending(16)
        .insert(0, "abcdefghijkl", "abcdefghijklmnop")
        .pending(4);
  }

  @Test
  @Points(1)
  @Clause(
      "Bytes that have been returned, or are stored, may come again, alone or together with new"
          + " ones: the new ones count, the others change nothing.")
  @Hint("Two segments may begin at the same index; neither the first nor the last one is right.")
  void a_longer_segment_adds_to_a_shorter_one_and_a_shorter_one_takes_nothing_away(
      @Subject Reassembler reassembler) {
    new ReassemblerSteps(reassembler, AMPLE)
        .insert(3, "de", "")
        .insert(3, "defg", "")
        .pending(4)
        .insert(3, "d", "")
        .pending(4)
        .insert(10, "klm", "")
        .insert(14, "op", "")
        .insert(9, "jklmnopq", "")
        .pending(12)
        .insert(0, "abc", "abcdefg")
        .insert(11, "l", "")
        .pending(8)
        .insert(7, "hi", "hijklmnopq")
        .pending(0);
  }

  @Test
  @Points(1)
  @Clause({
    "Bytes with an index of next wanted + capacity or more are dropped",
    "The bytes of the same segment that lie within are kept."
  })
  @Hint("A segment may lie across the limit: keep what is within, and not one byte beyond.")
  void what_lies_beyond_the_capacity_is_dropped(@Subject Reassembler reassembler) {
    new ReassemblerSteps(reassembler, 6)
        .insert(6, "g", "")
        .pending(0)
        .insert(5, "fgh", "")
        .pending(1)
        .insert(8, "ijk", "")
        .pending(1)
        .insert(2, "cdefghij", "")
        .pending(4)
        .insert(0, "ab", "abcdef")
        .pending(0)
        .insert(11, "l", "")
        .insert(12, "m", "")
        .pending(1)
        .insert(6, "ghijk", "ghijkl")
        .insert(12, "m", "m")
        .insert(13, "nopqrstuv", "nopqrs")
        .pending(0);
  }

  @Test
  @Points(1)
  @Clause({
    "Only the capacity bytes from next wanted on are taken, by the value that next wanted has when"
        + " insert is called.",
    "are dropped, even if the same call makes room for them"
  })
  @Hint("The limit is worked out before anything is returned, and what waits does not lower it.")
  void the_capacity_counts_from_what_is_wanted_at_the_call(@Subject Reassembler reassembler) {
    new ReassemblerSteps(reassembler, 4)
        .insert(1, "bc", "")
        .insert(3, "d", "")
        .pending(3)
        .insert(0, "abcdef", "abcd")
        .pending(0)
        .insert(7, "h", "")
        .insert(4, "efghij", "efgh")
        .pending(0)
        .insert(9, "jkl", "")
        .insert(7, "hijklm", "ijkl")
        .pending(0)
        .insert(12, "mnopq", "mnop")
        .insert(16, "q", "q");
  }

  @Test
  @Points(1)
  @Clause({
    "The stream is finished when all bytes before the end have been returned.",
    "The segment may arrive before others, may be empty, and may bring no byte that is new."
  })
  @Hint("The last segment is not the last to arrive: the end is an index to remember.")
  void the_stream_is_finished_when_all_before_the_end_is_returned(
      @Subject Reassembler reassembler, @Subject Reassembler other) {
    new ReassemblerSteps(reassembler, AMPLE)
        .finished(false)
        .insertLast(4, "efg", "")
        .finished(false)
        .insert(0, "ab", "ab")
        .finished(false)
        .insert(3, "d", "")
        .finished(false)
        .insert(2, "c", "cdefg")
        .finished(true)
        .insertLast(4, "efg", "")
        .insert(1, "bcd", "")
        .pending(0)
        .finished(true);
    new ReassemblerSteps(other, AMPLE)
        .insert(0, "abc", "abc")
        .finished(false)
        .insertLast(1, "bc", "")
        .finished(true);
  }

  @Test
  @Points(1)
  @Clause({
    "The segment may arrive before others, may be empty, and may bring no byte that is new.",
    "A stream may be empty."
  })
  @Hint("A segment without a byte may still say where the stream ends, now or later.")
  void an_empty_segment_may_be_the_last(
      @Subject Reassembler reassembler, @Subject Reassembler early, @Subject Reassembler empty) {
    new ReassemblerSteps(reassembler, AMPLE)
        .insert(0, "abc", "abc")
        .insert(3, "", "")
        .finished(false)
        .insertLast(3, "", "")
        .finished(true);
    new ReassemblerSteps(early, AMPLE)
        .insertLast(5, "", "")
        .pending(0)
        .finished(false)
        .insert(3, "de", "")
        .insert(0, "ab", "ab")
        .finished(false)
        .insert(2, "c", "cde")
        .finished(true);
    new ReassemblerSteps(empty, AMPLE)
        .insert(0, "", "")
        .finished(false)
        .insertLast(0, "", "")
        .pending(0)
        .finished(true);
  }

  @Test
  @Points(1)
  @Clause("last counts if the end is at most next wanted + capacity")
  @Hint("An end may lie just at the limit; behind it, the end goes the way of its bytes.")
  void the_end_counts_up_to_the_limit_and_not_beyond(
      @Subject Reassembler within, @Subject Reassembler empty, @Subject Reassembler beyond) {
    new ReassemblerSteps(within, 6)
        .insertLast(2, "cdef", "")
        .pending(4)
        .insert(0, "ab", "abcdef")
        .finished(true);
    new ReassemblerSteps(empty, 6)
        .insertLast(6, "", "")
        .insert(0, "abcdef", "abcdef")
        .finished(true);
    new ReassemblerSteps(beyond, 6)
        .insertLast(7, "", "")
        .insertLast(3, "defg", "")
        .pending(3)
        .insert(0, "abc", "abcdef")
        .finished(false)
        .insert(6, "g", "g")
        .finished(false)
        .insertLast(7, "", "")
        .finished(true);
  }

  @Test
  @Points(1)
  @Clause({
    "Take memory for the bytes that are stored and not for the capacity: with a capacity of 2^30"
        + " and a few bytes far apart, a small heap must do.",
    "if the capacity is not 1 to 2^30",
    "if it has been called before"
  })
  @Hint("An index is a long at every step, and a capacity is a limit, not a size to reserve.")
  void the_largest_capacity_and_index_and_no_others(
      @Subject Reassembler largest,
      @Subject Reassembler smallest,
      @Subject Reassembler tooSmall,
      @Subject Reassembler tooLarge) {
    new ReassemblerSteps(largest, MAX_CAPACITY)
        .insert(MAX_CAPACITY - 2, "yz", "")
        .pending(2)
        .insert(MAX_CAPACITY - 1, "z!", "")
        .insert(1L << 32, "a", "")
        .insert((1L << 62) - 2, "ab", "")
        .pending(2)
        .insert(0, "a", "a")
        .insert(MAX_CAPACITY, "!", "")
        .pending(3);
    new ReassemblerSteps(smallest, 1).insert(1, "b", "").insert(0, "ab", "a").insert(1, "b", "b");
    assertThatIllegalStateException().as("a second open(1)").isThrownBy(() -> smallest.open(1));
    assertThatIllegalArgumentException().as("open(0)").isThrownBy(() -> tooSmall.open(0));
    assertThatIllegalArgumentException()
        .as("open(2^30 + 1)")
        .isThrownBy(() -> tooLarge.open(MAX_CAPACITY + 1));
  }

  @Test
  @Points(2)
  @Clause({
    "Puts a stream together again from its segments: what comes in has any order, what comes out"
        + " has the right one, with every byte once.",
    "a sender that sends again may cut the stream at other places than before, so that segments"
        + " overlap in any way that two segments can"
  })
  @Hint("Keep one rule true after every segment: what is stored does not overlap and is not old.")
  void every_byte_comes_out_once_and_in_order_whatever_the_link_does(
      @Subject Reassembler ample,
      @Subject Reassembler tight,
      @Subject Reassembler smallest,
      Seed seed,
      AddressPlan addresses,
      PacketTrace trace) {
    SplittableRandom random = seed.random();
    deliver(random, 600, AMPLE, ample, addresses, trace);
    deliver(random, 400, 20, tight, addresses, trace);
    deliver(random, 30, 3, smallest, addresses, trace);
  }

  private static void deliver(
      SplittableRandom random,
      int length,
      int capacity,
      Reassembler reassembler,
      AddressPlan addresses,
      PacketTrace trace) {
    InetSocketAddress sender = new InetSocketAddress(addresses.host(1), 1);
    InetSocketAddress receiver = new InetSocketAddress(addresses.host(2), capacity);
    trace.name(sender, "sender");
    trace.name(receiver, "receiver");
    RecutStream stream =
        new RecutStream(
            random,
            length,
            capacity,
            (segment, fate) -> trace.add(sender, receiver, Words.of(segment), fate));
    ByteMap map = stream.map();
    reassembler.open(capacity);
    for (int from = 0; from < stream.arrivals().size(); from += BATCH) {
      int to = Math.min(from + BATCH, stream.arrivals().size());
      List<Segment> batch = stream.arrivals().subList(from, to);
      List<byte[]> returned = reassembler.insertAll(List.copyOf(batch));
      assertThat(returned).as("answers to %d segments", batch.size()).hasSize(batch.size());
      for (int i = 0; i < batch.size(); i++) {
        Segment segment = batch.get(i);
        int number = from + i + 1;
        int wanted = map.wanted();
        assertThat(returned.get(i))
            .as(
                () ->
                    "what insert returned for segment %d, %s, with capacity %d, next wanted %d"
                        .formatted(number, Words.of(segment), capacity, wanted))
            .isEqualTo(map.insert(segment));
      }
      assertThat(reassembler.pending())
          .as("pending() after %d segments, with capacity %d", to, capacity)
          .isEqualTo(map.pending());
      assertThat(reassembler.finished())
          .as("finished() after %d segments, with capacity %d", to, capacity)
          .isEqualTo(map.finished());
    }
  }
}
