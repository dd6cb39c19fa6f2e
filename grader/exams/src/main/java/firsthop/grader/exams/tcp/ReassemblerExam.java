package firsthop.grader.exams.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exam.CallerOwnsArrays;
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
 * The data are letters in the order of the alphabet: the letter a has index 0, the letter b has
 * index 1, and so on. So a failure shows which byte is meant. Only the last test, with the lossy
 * link, uses every value of a byte.
 */
@Exam(Reassembler.class)
class ReassemblerExam {
  /** A capacity that is large enough for tests that are not about the capacity. */
  private static final int AMPLE = 1_000;

  private static final int MAX_CAPACITY = 1 << 30;

  /** The number of segments between two checks of {@code pending} and {@code finished}. */
  private static final int BATCH = 12;

  @Test
  @Points(1)
  @Clause({
    "insert returns the bytes that have just become readable: all bytes from next"
        + " wanted up to the first gap.",
    "Bytes after a gap are stored until the gap is filled. A gap may be filled from any"
        + " place, and in any number of pieces."
  })
  @Hint(
      "When a gap is filled, all bytes up to the next gap become readable at once. Return"
          + " all of them.")
  void what_waits_behind_a_gap_comes_out_when_it_is_filled(@Subject Reassembler reassembler) {
    new CheckedReassembler(reassembler, AMPLE)
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
      "Bytes after a gap are stored until the gap is filled. A gap may be filled from any"
          + " place, and in any number of pieces.")
  @Hint(
      "A segment may fill the middle or the end of a gap, and touch no stored piece. Store"
          + " it, too.")
  void a_gap_is_filled_in_pieces_from_anywhere(@Subject Reassembler reassembler) {
    new CheckedReassembler(reassembler, AMPLE)
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
    "Bytes that have been returned, or are stored, may come again, alone or together"
        + " with new ones. The new bytes count, the others change nothing."
  })
  @Hint(
      "A segment may begin below next wanted and still have new bytes at its end. Return"
          + " only the new ones.")
  void what_has_been_returned_does_not_come_again(@Subject Reassembler reassembler) {
    new CheckedReassembler(reassembler, AMPLE)
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
  @Clause("Each index counts once, even if its byte has come more than once.")
  @Hint(
      "Segments may overlap at either end, or one may lie inside another. pending counts"
          + " each index once.")
  void an_overlap_is_stored_once(@Subject Reassembler reassembler) {
    new CheckedReassembler(reassembler, AMPLE)
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
      "Bytes that have been returned, or are stored, may come again, alone or together"
          + " with new ones. The new bytes count, the others change nothing.")
  @Hint(
      "Two segments may begin at the same index. The later one must not replace the earlier"
          + " one, and must not be ignored.")
  void a_longer_segment_adds_to_a_shorter_one_and_a_shorter_one_takes_nothing_away(
      @Subject Reassembler reassembler) {
    new CheckedReassembler(reassembler, AMPLE)
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
    "Bytes of the same segment that lie below this limit are kept."
  })
  @Hint(
      "A segment may lie across the limit. Keep its bytes below the limit, and drop the"
          + " byte at the limit and all after it.")
  void what_lies_beyond_the_capacity_is_dropped(@Subject Reassembler reassembler) {
    new CheckedReassembler(reassembler, 6)
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
    "Only the capacity bytes from next wanted on are taken. What counts is the value"
        + " that next wanted has when insert is called.",
    "are dropped, even if the same call makes room for them"
  })
  @Hint(
      "Compute the limit before you return any byte. It is next wanted + capacity, and"
          + " stored bytes do not lower it.")
  void the_capacity_counts_from_what_is_wanted_at_the_call(@Subject Reassembler reassembler) {
    new CheckedReassembler(reassembler, 4)
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
    "The segment may arrive before others, may be empty, and may bring no new byte."
  })
  @Hint(
      "The last segment of the stream need not arrive last, and may bring no new byte."
          + " Remember the end as an index.")
  void the_stream_is_finished_when_all_before_the_end_is_returned(
      @Subject Reassembler reassembler, @Subject Reassembler other) {
    new CheckedReassembler(reassembler, AMPLE)
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
    new CheckedReassembler(other, AMPLE)
        .insert(0, "abc", "abc")
        .finished(false)
        .insertLast(1, "bc", "")
        .finished(true);
  }

  @Test
  @Points(1)
  @Clause({
    "The segment may arrive before others, may be empty, and may bring no new byte.",
    "A stream may be empty."
  })
  @Hint(
      "A segment without bytes may say where the stream ends. Look at last before you" + " return.")
  void an_empty_segment_may_be_the_last(
      @Subject Reassembler reassembler, @Subject Reassembler early, @Subject Reassembler empty) {
    new CheckedReassembler(reassembler, AMPLE)
        .insert(0, "abc", "abc")
        .insert(3, "", "")
        .finished(false)
        .insertLast(3, "", "")
        .finished(true);
    new CheckedReassembler(early, AMPLE)
        .insertLast(5, "", "")
        .pending(0)
        .finished(false)
        .insert(3, "de", "")
        .insert(0, "ab", "ab")
        .finished(false)
        .insert(2, "c", "cde")
        .finished(true);
    new CheckedReassembler(empty, AMPLE)
        .insert(0, "", "")
        .finished(false)
        .insertLast(0, "", "")
        .pending(0)
        .finished(true);
  }

  @Test
  @Points(1)
  @Clause("last counts if the end is at most next wanted + capacity")
  @Hint(
      "An end exactly at the limit counts. An end beyond the limit is dropped and must come"
          + " again.")
  void the_end_counts_up_to_the_limit_and_not_beyond(
      @Subject Reassembler within, @Subject Reassembler empty, @Subject Reassembler beyond) {
    new CheckedReassembler(within, 6)
        .insertLast(2, "cdef", "")
        .pending(4)
        .insert(0, "ab", "abcdef")
        .finished(true);
    new CheckedReassembler(empty, 6)
        .insertLast(6, "", "")
        .insert(0, "abcdef", "abcdef")
        .finished(true);
    new CheckedReassembler(beyond, 6)
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
    "Use memory for the bytes that are stored, and not for the capacity: a small heap"
        + " must be enough for a capacity of 2^30 and a few bytes that are far apart.",
    "if the capacity is not 1 to 2^30",
    "if open has been called before"
  })
  @Hint(
      "Use long for every index and for the limit. The capacity is a limit, so make no"
          + " array of this size.")
  void the_largest_capacity_and_index_and_no_others(
      @Subject Reassembler largest,
      @Subject Reassembler smallest,
      @Subject Reassembler tooSmall,
      @Subject Reassembler tooLarge) {
    new CheckedReassembler(largest, MAX_CAPACITY)
        .insert(MAX_CAPACITY - 2, "yz", "")
        .pending(2)
        .insert(MAX_CAPACITY - 1, "z!", "")
        .insert(1L << 32, "a", "")
        .insert((1L << 62) - 2, "ab", "")
        .pending(2)
        .insert(0, "a", "a")
        .insert(MAX_CAPACITY, "!", "")
        .pending(3);
    new CheckedReassembler(smallest, 1).insert(1, "b", "").insert(0, "ab", "a").insert(1, "b", "b");
    assertThatIllegalStateException().as("a second open(1)").isThrownBy(() -> smallest.open(1));
    assertThatIllegalArgumentException().as("open(0)").isThrownBy(() -> tooSmall.open(0));
    assertThatIllegalArgumentException()
        .as("open(2^30 + 1)")
        .isThrownBy(() -> tooLarge.open(MAX_CAPACITY + 1));
  }

  @Test
  @Points(1)
  @CallerOwnsArrays
  @Clause({
    "No method changes an array that it gets, and none keeps one",
    "Each array in a result is new."
  })
  @Hint(
      "Do not write into an array that you get, and do not keep it: make a copy. Do not return"
          + " the same array twice.")
  void arrays_belong_to_the_caller(@Subject Reassembler reassembler) {
    new CheckedReassembler(reassembler, AMPLE)
        .insert(0, "abc", "abc")
        .insert(2, "cde", "de")
        .insert(8, "ij", "")
        .insert(6, "g", "")
        .insert(8, "ijkl", "")
        .pending(5)
        .insert(5, "f", "fg")
        .insert(7, "hi", "hijkl")
        .insert(12, "", "")
        .insert(12, "m", "m")
        .insertLast(13, "no", "no")
        .finished(true);
  }

  @Test
  @Points(1)
  @Clause({
    "The segments come in any order. The bytes come out in the right order, and every"
        + " byte comes out once.",
    "A sender that sends again may cut the stream at other places than before. So"
        + " segments may overlap in every way in which two segments can overlap."
  })
  @Hint(
      "Keep one rule true after every segment: stored pieces do not overlap, and none lies"
          + " below next wanted.")
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
    RepacketizedStream stream =
        new RepacketizedStream(
            random,
            length,
            capacity,
            (segment, fate) -> trace.add(sender, receiver, SegmentText.of(segment), fate));
    ModelReassembler model = stream.model();
    reassembler.open(capacity);
    for (int from = 0; from < stream.arrivals().size(); from += BATCH) {
      int to = Math.min(from + BATCH, stream.arrivals().size());
      List<Segment> batch = stream.arrivals().subList(from, to);
      List<byte[]> returned = reassembler.insertAll(List.copyOf(batch));
      assertThat(returned)
          .as("number of results for %d segments", batch.size())
          .hasSize(batch.size());
      for (int i = 0; i < batch.size(); i++) {
        Segment segment = batch.get(i);
        int number = from + i + 1;
        int wanted = model.wanted();
        assertThat(returned.get(i))
            .as(
                () ->
                    "the result of insert for segment %d, %s, with capacity %d, next wanted %d"
                        .formatted(number, SegmentText.of(segment), capacity, wanted))
            .isEqualTo(model.insert(segment));
      }
      assertThat(reassembler.pending())
          .as("pending() after %d segments, with capacity %d", to, capacity)
          .isEqualTo(model.pending());
      assertThat(reassembler.finished())
          .as("finished() after %d segments, with capacity %d", to, capacity)
          .isEqualTo(model.finished());
    }
  }
}
