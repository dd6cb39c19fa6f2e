package firsthop.grader.exams.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.exams.tcp.ModelReceiver.Ack;
import firsthop.grader.network.Ladder;
import firsthop.tcp.RetransmittingSender;
import firsthop.tcp.Segment;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Has a sender send a stream to the examiner's receiver, over lossy links, in virtual time. */
final class LossyTransfer {
  private static final int SEGMENT_SIZE = 12;
  private static final int FIRST_WINDOW = 20;
  private static final int TIMEOUT_MILLIS = 150;

  /**
   * More than the links and the receiver can make necessary: of three segments one arrives, and of
   * three acknowledgements one arrives.
   */
  private static final int RETRANSMISSIONS = 12;

  private static final int MAX_WRITE = 60;
  private static final int WRITE_MILLIS = 70;
  private static final int TICK_MILLIS = 50;
  private static final int LONG_TICK_MILLIS = 2_000;

  /** Longer than the time-out of a sender whose segment was lost as often as can be. */
  private static final int MAX_IDLE_MILLIS = 60_000;

  private final RetransmittingSender sender;
  private final SplittableRandom random;
  private final byte[] stream;
  private final SenderWatch watch;
  private final ModelReceiver receiver;
  private final LossyLink<Segment> forth;
  private final LossyLink<Ack> back;
  private long now;
  private int written;
  private boolean finished;

  /**
   * Make one.
   *
   * @param near the sender's end, as the ladder shows it
   * @param far the receiver's end
   */
  LossyTransfer(
      RetransmittingSender sender,
      SplittableRandom random,
      int length,
      Ladder ladder,
      InetSocketAddress near,
      InetSocketAddress far) {
    this.sender = sender;
    this.random = random;
    stream = new byte[length];
    random.nextBytes(stream);
    watch = new SenderWatch(stream, SEGMENT_SIZE, FIRST_WINDOW);
    receiver = new ModelReceiver(stream, random);
    forth =
        new LossyLink<>(
            random,
            Segment::index,
            (segment, fate) -> ladder.add(near, far, Words.of(segment), fate));
    back =
        new LossyLink<>(
            random, ack -> "ACK", (ack, fate) -> ladder.add(far, near, ack.toString(), fate));
  }

  /** Send the stream to its end, and require that it arrives. */
  void run() {
    sender.open(SEGMENT_SIZE, FIRST_WINDOW, TIMEOUT_MILLIS, RETRANSMISSIONS);
    long idleSince = 0;
    long nextWrite = 0;
    while (!receiver.finished() || !forth.isEmpty() || !back.isEmpty() || !sender.done()) {
      boolean idle = forth.isEmpty() && back.isEmpty() && finished;
      idleSince = idle ? idleSince : now;
      assertThat(now - idleSince)
          .as("milliseconds in which nothing went out, while %s, %s", receiver, watch)
          .isLessThan(MAX_IDLE_MILLIS);
      int pause = now - idleSince < LONG_TICK_MILLIS ? TICK_MILLIS : LONG_TICK_MILLIS;
      passTo(Math.min(Math.min(forth.nextMillis(), back.nextMillis()), now + pause));
      while (forth.nextMillis() <= now) {
        back.send(now, receiver.receive(forth.receive()));
      }
      while (back.nextMillis() <= now) {
        acknowledge(back.receive());
      }
      if (!finished && nextWrite <= now) {
        write();
        nextWrite = now + WRITE_MILLIS;
      }
    }
    assertThat(sender.failed()).as("failed() once everything has arrived").isFalse();
  }

  private void passTo(long then) {
    if (then > now) {
      String call = "tick(" + (then - now) + ")";
      List<Segment> again = sender.tick((int) (then - now));
      now = then;
      watch.requireAgain(again, call);
      again.forEach(segment -> forth.send(now, segment));
    }
  }

  private void acknowledge(Ack ack) {
    watch.acknowledged(ack);
    String call = "acknowledge(" + ack.next() + ", " + ack.window() + ")";
    send(sender.acknowledge(ack.next(), ack.window()), call);
  }

  private void write() {
    if (written == stream.length) {
      finished = true;
      watch.finished();
      send(sender.finish(), "finish()");
      return;
    }
    int size = Math.min(random.nextInt(1, MAX_WRITE + 1), stream.length - written);
    byte[] data = Arrays.copyOfRange(stream, written, written + size);
    written += size;
    watch.written(size);
    send(sender.write(data), "write(" + size + " bytes)");
  }

  private void send(List<Segment> segments, String call) {
    watch.requireNew(segments, call);
    segments.forEach(segment -> forth.send(now, segment));
  }
}
