package firsthop.grader.exams.tcp;

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
import firsthop.tcp.RetransmittingSender;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The data are letters in the order of the alphabet: the letter a has index 0. */
@Exam(RetransmittingSender.class)
class RetransmittingSenderExam {
  private static final int SIZE = 4;
  private static final int AMPLE = 1_000;
  private static final int TIMEOUT = 100;
  private static final int RETRANSMISSIONS = 3;
  private static final byte[] LETTER = {'a'};

  /**
   * The lengths of the streams. Some are short, because most mistakes show at the end of a stream.
   */
  private static final int[] LENGTHS = {150, 80, 40, 20};

  @Test
  @Points(1)
  @Clause({
    "Segments are made at once. Not even a single byte waits until more bytes are" + " written.",
    "Segments are as full as they can be."
  })
  @Hint(
      "write sends all its bytes in the same call if the window allows it: full segments,"
          + " and one segment for the rest.")
  void segments_are_made_at_once_and_as_full_as_they_can_be(
      @Subject RetransmittingSender sender, @Subject RetransmittingSender other) {
    new CheckedSender(sender, SIZE, AMPLE, TIMEOUT, RETRANSMISSIONS)
        .write("abcdefghij", "0 abcd", "4 efgh", "8 ij")
        .write("")
        .write("k", "10 k")
        .write("lmno", "11 lmno")
        .write("pqrst", "15 pqrs", "19 t");
    new CheckedSender(other, 1, 3, TIMEOUT, RETRANSMISSIONS).write("abcd", "0 a", "1 b", "2 c");
  }

  @Test
  @Points(1)
  @Clause({
    "The limit is acknowledged + max(window, 1). Every index that goes out for the"
        + " first time is below this limit, the index of FIN too.",
    "Last, what the window now allows goes out in the same call."
  })
  @Hint(
      "The limit is acknowledged + window. It does not start at sent, and it moves with"
          + " each acknowledgement.")
  void new_data_stays_within_the_window(@Subject RetransmittingSender sender) {
    new CheckedSender(sender, SIZE, 6, TIMEOUT, RETRANSMISSIONS)
        .write("abcdefghijklmnopqrstuvw", "0 abcd", "4 ef")
        .acknowledge(4, 6, "6 ghij")
        .acknowledge(6, 4)
        .acknowledge(6, 5, "10 k")
        .acknowledge(10, 8, "11 lmno", "15 pqr")
        .acknowledge(11, 7)
        .acknowledge(18, 5, "18 stuv", "22 w")
        .write("x")
        .acknowledge(22, 2, "23 x")
        .write("y")
        .acknowledge(24, 1, "24 y");
  }

  @Test
  @Points(1)
  @Clause({
    "If the window shrinks, the limit may fall below sent.",
    "Only this segment goes out, and exactly as it went out before, even if a part of"
        + " it is acknowledged or the window has shrunk."
  })
  @Hint(
      "A smaller window stops only new data. An outstanding segment stays outstanding and"
          + " may go out again unchanged.")
  void a_window_that_shrinks_takes_back_nothing(@Subject RetransmittingSender sender) {
    new CheckedSender(sender, SIZE, 8, TIMEOUT, RETRANSMISSIONS)
        .write("abcdefghijklm", "0 abcd", "4 efgh")
        .acknowledge(4, 1)
        .tick(TIMEOUT, "4 efgh")
        .acknowledge(4, 4)
        .acknowledge(4, 5, "8 i")
        .acknowledge(4, 2)
        .tick(2 * TIMEOUT, "4 efgh")
        .acknowledge(8, 0)
        .tick(TIMEOUT, "8 i")
        .acknowledge(9, 2, "9 jk")
        .acknowledge(9, 1)
        .tick(TIMEOUT, "9 jk");
  }

  @Test
  @Points(1)
  @Clause({
    "So a window of 0 still lets one index out, if nothing is outstanding.",
    "If the window is 0, the count and the time-out stay as they are: the receiver is"
        + " there, it only has no room."
  })
  @Hint(
      "While the window is 0, each time-out sends the probe again. The count and the"
          + " time-out do not change.")
  void a_closed_window_is_probed_for_as_long_as_it_takes(@Subject RetransmittingSender sender) {
    CheckedSender steps =
        new CheckedSender(sender, SIZE, 0, TIMEOUT, 1).write("abcdefgh", "0 a").acknowledge(0, 0);
    for (int i = 0; i < 4; i++) {
      steps.tick(TIMEOUT - 1).tick(1, "0 a");
    }
    steps
        .acknowledge(1, 0, "1 b")
        .tick(TIMEOUT, "1 b")
        .tick(TIMEOUT, "1 b")
        .failed(false)
        .acknowledge(1, 3, "2 cd")
        .tick(TIMEOUT, "1 b")
        .tick(2 * TIMEOUT - 1)
        .failed(false)
        .acknowledge(1, 0)
        .tick(1, "1 b")
        .tick(2 * TIMEOUT, "1 b")
        .acknowledge(1, 1)
        .tick(2 * TIMEOUT)
        .failed(true);
  }

  @Test
  @Points(1)
  @Clause({
    "FIN takes one index in the window, but it does not count for the segment size: a"
        + " full segment may carry it.",
    "FIN goes out in the segment with the last byte if that segment has not gone out"
        + " yet and the limit has room for both.",
    "Otherwise FIN goes out alone, in a segment without data, as soon as the limit" + " allows it."
  })
  @Hint(
      "FIN counts like a byte for the window, but not for the segment size. If it does not"
          + " fit behind the last byte, it goes alone.")
  void fin_rides_on_the_last_segment_or_goes_alone(
      @Subject RetransmittingSender gone,
      @Subject RetransmittingSender full,
      @Subject RetransmittingSender crowded,
      @Subject RetransmittingSender closed) {
    new CheckedSender(gone, SIZE, AMPLE, TIMEOUT, RETRANSMISSIONS)
        .write("ab", "0 ab")
        .finish("2 FIN")
        .tick(TIMEOUT, "0 ab")
        .acknowledge(2, AMPLE)
        .tick(TIMEOUT, "2 FIN");
    new CheckedSender(full, SIZE, 2, TIMEOUT, RETRANSMISSIONS)
        .write("abcdefghij", "0 ab")
        .finish()
        .acknowledge(2, 9, "2 cdef", "6 ghij FIN")
        .acknowledge(6, 0)
        .tick(TIMEOUT, "6 ghij FIN");
    new CheckedSender(crowded, SIZE, 3, TIMEOUT, RETRANSMISSIONS)
        .write("abcde", "0 abc")
        .finish()
        .acknowledge(3, 2, "3 de")
        .acknowledge(3, 3, "5 FIN");
    new CheckedSender(closed, SIZE, 0, TIMEOUT, RETRANSMISSIONS)
        .finish("0 FIN")
        .tick(TIMEOUT, "0 FIN")
        .acknowledge(1, 0)
        .tick(TIMEOUT);
  }

  @Test
  @Points(1)
  @Clause({
    "tick fires the timer when the time since its start is equal to the time-out or"
        + " above it. One call fires it at most once, however much time has passed.",
    "When the timer fires, the earliest outstanding segment, the one with the lowest"
        + " index, goes out again",
    "Time beyond the time-out is not carried over."
  })
  @Hint(
      "The timer fires when the time is equal to the time-out. It sends only the earliest"
          + " segment, once, and starts from 0.")
  void the_timer_sends_the_earliest_segment_again_at_the_time_out(
      @Subject RetransmittingSender sender, @Subject RetransmittingSender late) {
    new CheckedSender(sender, SIZE, AMPLE, TIMEOUT, RETRANSMISSIONS)
        .write("abcdefghij", "0 abcd", "4 efgh", "8 ij")
        .tick(TIMEOUT - 1)
        .tick(0)
        .tick(1, "0 abcd")
        .tick(1);
    new CheckedSender(late, SIZE, AMPLE, TIMEOUT, RETRANSMISSIONS)
        .write("abcde", "0 abcd", "4 e")
        .tick(TIMEOUT - 20)
        .tick(20 * TIMEOUT, "0 abcd")
        .tick(2 * TIMEOUT - 1)
        .tick(1, "0 abcd");
  }

  @Test
  @Points(1)
  @Clause({
    "If the window is above 0 when the timer fires, the count rises by one and the time-out"
        + " doubles.",
    "It doubles without a bound, so an int may be too small for it."
  })
  @Hint(
      "After each retransmission the time-out doubles and the time starts from 0. The"
          + " time-out may not fit into an int.")
  void the_time_out_doubles_each_time(
      @Subject RetransmittingSender sender, @Subject RetransmittingSender patient) {
    new CheckedSender(sender, SIZE, AMPLE, TIMEOUT, 5)
        .write("ab", "0 ab")
        .tick(TIMEOUT, "0 ab")
        .tick(2 * TIMEOUT - 1)
        .tick(1, "0 ab")
        .tick(4 * TIMEOUT - 1)
        .tick(1, "0 ab")
        .tick(8 * TIMEOUT - 1)
        .tick(1, "0 ab")
        .failed(false);
    int huge = Integer.MAX_VALUE;
    new CheckedSender(patient, SIZE, AMPLE, huge, 5)
        .write("ab", "0 ab")
        .tick(huge - 1)
        .tick(1, "0 ab")
        .tick(huge)
        .tick(huge - 1)
        .tick(1, "0 ab")
        .tick(huge)
        .tick(huge)
        .tick(huge)
        .tick(huge, "0 ab");
  }

  @Test
  @Points(1)
  @Clause({
    "It starts from 0 when something goes out while nothing is outstanding. Segments"
        + " that go out later do not start it again.",
    "While nothing is outstanding, time does not add up."
  })
  @Hint(
      "The timer starts when the first segment goes out, and later segments do not restart"
          + " it. Without outstanding segments, no time adds up.")
  void the_timer_starts_when_something_becomes_outstanding(@Subject RetransmittingSender sender) {
    new CheckedSender(sender, SIZE, AMPLE, TIMEOUT, RETRANSMISSIONS)
        .tick(TIMEOUT - 1)
        .write("")
        .tick(5 * TIMEOUT)
        .write("ab", "0 ab")
        .tick(TIMEOUT - 1)
        .write("cd", "2 cd")
        .tick(1, "0 ab")
        .tick(TIMEOUT)
        .acknowledge(4, AMPLE)
        .tick(TIMEOUT)
        .acknowledge(4, AMPLE)
        .tick(TIMEOUT - 1)
        .write("ef", "4 ef")
        .tick(TIMEOUT - 1)
        .finish("6 FIN")
        .tick(1, "4 ef")
        .acknowledge(7, AMPLE)
        .tick(3 * TIMEOUT);
  }

  @Test
  @Points(1)
  @Clause({
    "Then the timer starts again, from 0 and with the first time-out, and the count is"
        + " 0 again",
    "A segment that is acknowledged only in part stays outstanding as a whole."
  })
  @Hint(
      "An acknowledgement of new data resets the time, the time-out and the count, also if"
          + " it covers only a part of a segment.")
  void an_acknowledgement_of_new_data_starts_the_timer_afresh(
      @Subject RetransmittingSender sender, @Subject RetransmittingSender counting) {
    new CheckedSender(sender, SIZE, AMPLE, TIMEOUT, RETRANSMISSIONS)
        .write("abcdefghij", "0 abcd", "4 efgh", "8 ij")
        .tick(TIMEOUT, "0 abcd")
        .tick(2 * TIMEOUT - 1)
        .acknowledge(4, AMPLE)
        .tick(TIMEOUT - 1)
        .tick(1, "4 efgh")
        .tick(TIMEOUT)
        .acknowledge(6, AMPLE)
        .tick(TIMEOUT - 1)
        .tick(1, "4 efgh")
        .acknowledge(8, AMPLE)
        .tick(TIMEOUT, "8 ij");
    new CheckedSender(counting, SIZE, 3, TIMEOUT, 2)
        .write("abcdef", "0 abc")
        .tick(TIMEOUT, "0 abc")
        .tick(2 * TIMEOUT, "0 abc")
        .acknowledge(1, 3, "3 d")
        .tick(TIMEOUT, "0 abc")
        .tick(2 * TIMEOUT, "0 abc")
        .tick(4 * TIMEOUT - 1)
        .acknowledge(4, 3, "4 ef")
        .tick(TIMEOUT - 1)
        .failed(false)
        .tick(1, "4 ef")
        .tick(2 * TIMEOUT, "4 ef")
        .tick(4 * TIMEOUT)
        .failed(true);
  }

  @Test
  @Points(1)
  @Clause({
    "next is below acknowledged, or above sent: the call is ignored.",
    "next is equal to acknowledged: the window is taken and nothing else. What it"
        + " allows goes out.",
    "A timer that is running, its time-out and the count do not change."
  })
  @Hint(
      "Ignore an ACK below acknowledged or beyond sent. An ACK equal to acknowledged"
          + " updates the window only, not the timer.")
  void an_acknowledgement_of_nothing_new_is_no_progress(
      @Subject RetransmittingSender sender, @Subject RetransmittingSender counting) {
    new CheckedSender(sender, SIZE, 4, TIMEOUT, RETRANSMISSIONS)
        .write("abcdefghijklmnop", "0 abcd")
        .acknowledge(5, AMPLE)
        .acknowledge(4, 4, "4 efgh")
        .tick(TIMEOUT - 1)
        .acknowledge(3, AMPLE)
        .acknowledge(9, AMPLE)
        .acknowledge(1L << 32, AMPLE)
        .acknowledge(-1, AMPLE)
        .acknowledge(0, 0)
        .acknowledge(4, 6, "8 ij")
        .tick(1, "4 efgh")
        .acknowledge(4, 6)
        .acknowledge(11, 0)
        .tick(2 * TIMEOUT - 1)
        .tick(1, "4 efgh");
    new CheckedSender(counting, SIZE, 4, TIMEOUT, 1)
        .write("ab", "0 ab")
        .tick(TIMEOUT, "0 ab")
        .acknowledge(0, 4)
        .acknowledge(3, 4)
        .tick(2 * TIMEOUT)
        .failed(true);
  }

  @Test
  @Points(1)
  @Clause({
    "When the count would become larger than retransmissions, the sender fails instead,"
        + " and nothing goes out.",
    "From then on every call returns an empty list and changes nothing. write and"
        + " finish throw no exception any more, and done stays false."
  })
  @Hint(
      "After the last retransmission, the next time-out sends nothing and the sender fails"
          + " for good. Check every call after that.")
  void it_fails_when_the_retransmissions_are_used_up(
      @Subject RetransmittingSender sender,
      @Subject RetransmittingSender never,
      @Subject RetransmittingSender finished) {
    new CheckedSender(sender, SIZE, 6, TIMEOUT, 2)
        .write("abcdefgh", "0 abcd", "4 ef")
        .tick(TIMEOUT, "0 abcd")
        .tick(2 * TIMEOUT, "0 abcd")
        .tick(4 * TIMEOUT - 1)
        .failed(false)
        .tick(1)
        .failed(true)
        .tick(100 * TIMEOUT)
        .write("ij")
        .acknowledge(4, AMPLE)
        .acknowledge(0, AMPLE)
        .finish()
        .write("kl")
        .finish()
        .tick(TIMEOUT)
        .done(false)
        .failed(true);
    new CheckedSender(never, SIZE, 6, TIMEOUT, 0)
        .write("ab", "0 ab")
        .tick(TIMEOUT - 1)
        .failed(false)
        .tick(1)
        .failed(true);
    new CheckedSender(finished, SIZE, 6, TIMEOUT, 0)
        .write("ab", "0 ab")
        .finish("2 FIN")
        .tick(TIMEOUT)
        .failed(true)
        .write("cd")
        .finish()
        .acknowledge(3, 6)
        .done(false)
        .failed(true);
  }

  @Test
  @Points(1)
  @Clause({
    "The sender is done when its FIN is acknowledged.",
    "IllegalStateException after finish, or before open",
    "if one of the numbers is below its minimum"
  })
  @Hint(
      "The sender is done when FIN is acknowledged, not when it goes out. Check also when"
          + " each call must throw.")
  void it_is_done_when_fin_is_acknowledged_and_takes_nothing_after_finish(
      @Subject RetransmittingSender sender,
      @Subject RetransmittingSender closed,
      @Subject RetransmittingSender size,
      @Subject RetransmittingSender window,
      @Subject RetransmittingSender timeout,
      @Subject RetransmittingSender count) {
    CheckedSender steps =
        new CheckedSender(sender, SIZE, AMPLE, TIMEOUT, RETRANSMISSIONS)
            .write("ab", "0 ab")
            .acknowledge(2, AMPLE)
            .done(false)
            .write("cd", "2 cd")
            .finish("4 FIN")
            .done(false)
            .acknowledge(4, AMPLE)
            .done(false);
    assertThatIllegalStateException()
        .as("write after finish")
        .isThrownBy(() -> sender.write(LETTER));
    assertThatIllegalStateException().as("finish after finish").isThrownBy(sender::finish);
    steps.acknowledge(5, AMPLE).done(true).failed(false).tick(10 * TIMEOUT).acknowledge(5, 1);
    assertThatIllegalStateException()
        .as("write after the sender is done")
        .isThrownBy(() -> sender.write(LETTER));
    assertThatIllegalStateException()
        .as("a second open")
        .isThrownBy(() -> sender.open(SIZE, AMPLE, TIMEOUT, 0));

    assertThatIllegalStateException()
        .as("write before open")
        .isThrownBy(() -> closed.write(LETTER));
    assertThatIllegalStateException().as("finish before open").isThrownBy(closed::finish);
    assertThatIllegalStateException()
        .as("acknowledge before open")
        .isThrownBy(() -> closed.acknowledge(0, 1));
    assertThatIllegalStateException().as("tick before open").isThrownBy(() -> closed.tick(1));
    assertThatIllegalArgumentException()
        .as("open with a segment size of 0")
        .isThrownBy(() -> size.open(0, AMPLE, TIMEOUT, 0));
    assertThatIllegalArgumentException()
        .as("open with a window of -1")
        .isThrownBy(() -> window.open(SIZE, -1, TIMEOUT, 0));
    assertThatIllegalArgumentException()
        .as("open with a time-out of 0")
        .isThrownBy(() -> timeout.open(SIZE, AMPLE, 0, 0));
    assertThatIllegalArgumentException()
        .as("open with -1 retransmissions")
        .isThrownBy(() -> count.open(SIZE, AMPLE, TIMEOUT, -1));
  }

  @Test
  @Points(1)
  @CallerOwnsArrays
  @Clause("No method changes an array that it gets, and none keeps one")
  @Hint(
      "The caller uses the array of write again for other bytes. Do not write into it, and copy"
          + " what you need later.")
  void arrays_belong_to_the_caller(@Subject RetransmittingSender sender) {
    // Nothing goes out again, because a segment that does may have the same array as before.
    new CheckedSender(sender, SIZE, 6, TIMEOUT, RETRANSMISSIONS)
        .write("ab", "0 ab")
        .write("cdefghij", "2 cdef")
        .write("klm")
        .acknowledge(6, 6, "6 ghij", "10 kl")
        .write("n")
        .finish()
        .acknowledge(12, 6, "12 mn FIN");
  }

  @Test
  @Points(1)
  @Clause({
    "cuts a stream into segments, stays within the receiver's window, and sends again"
        + " what is not acknowledged in time",
    "write, finish and acknowledge return new segments: everything that has been"
        + " written or finished, has not gone out yet, and may go out now.",
    "tick fires the timer when the time since its start is equal to the time-out or" + " above it."
  })
  @Hint(
      "Losses, late acknowledgements and changing windows come together here. Let one"
          + " method decide what may go out.")
  void every_byte_arrives_whatever_the_link_does(
      @Subject RetransmittingSender first,
      @Subject RetransmittingSender second,
      @Subject RetransmittingSender third,
      @Subject RetransmittingSender fourth,
      Seed seed,
      AddressPlan addresses,
      PacketTrace trace) {
    List<RetransmittingSender> senders = List.of(first, second, third, fourth);
    InetSocketAddress receiver = new InetSocketAddress(addresses.host(1), 1);
    trace.name(receiver, "receiver");
    SplittableRandom random = seed.random();
    for (int i = 0; i < senders.size(); i++) {
      InetSocketAddress sender = new InetSocketAddress(addresses.host(2 + i), 1);
      trace.name(sender, "sender " + (i + 1));
      new LossyTransfer(senders.get(i), random, LENGTHS[i], trace, sender, receiver).run();
    }
  }
}
