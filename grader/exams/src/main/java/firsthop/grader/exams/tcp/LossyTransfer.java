package firsthop.grader.exams.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.exams.tcp.ModelReceiver.Ack;
import firsthop.grader.network.PacketTrace;
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
   * @param near the sender's end, as the trace shows it
   * @param far the receiver's end
   */
  LossyTransfer(
      RetransmittingSender sender,
      SplittableRandom random,
      int length,
      PacketTrace trace,
      InetSocketAddress near,
      InetSocketAddress far) {
    this.sender = sender;
    this.random = random;
    stream = new byte[length];
    random.nextBytes(stream);
    watch = new SenderWatch(stream, SEGMENT_SIZE, FIRST_WINDOW, TIMEOUT_MILLIS);
    receiver = new ModelReceiver(stream, random);
    forth =
        new LossyLink<>(
            random,
            Segment::index,
            (segment, fate) -> trace.add(near, far, Words.of(segment), fate));
    back =
        new LossyLink<>(
            random, ack -> "ACK", (ack, fate) -> trace.add(far, near, ack.toString(), fate));
  }

  /**
   * Send the stream to its end, and require that it arrives. It comes to an end: a sender that does
   * not send what is due is stopped by the watch, and what is sent again and again gets through.
   */
  void run() {
    sender.open(SEGMENT_SIZE, FIRST_WINDOW, TIMEOUT_MILLIS, RETRANSMISSIONS);
    long nextWrite = 0;
    while (!watch.allAcknowledged() || !forth.isEmpty() || !back.isEmpty()) {
      long nextArrival = Math.min(forth.nextMillis(), back.nextMillis());
      passTo(Math.min(nextArrival, now + TICK_MILLIS));
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
    assertThat(receiver.finished()).as("whether every byte and FIN have arrived").isTrue();
    assertThat(sender.done()).as("done() once everything is acknowledged").isTrue();
    assertThat(sender.failed()).as("failed() once everything is acknowledged").isFalse();
  }

  private void passTo(long then) {
    if (then > now) {
      String call = "tick(" + (then - now) + ")";
      List<Segment> again = sender.tick((int) (then - now));
      now = then;
      watch.requireAgain(now, again, call);
      again.forEach(segment -> forth.send(now, segment));
    }
  }

  private void acknowledge(Ack ack) {
    watch.acknowledged(now, ack);
    String call = "acknowledge(" + ack.next() + ", " + ack.window() + ")";
    send(sender.acknowledge(ack.next(), ack.window()), call);
  }

  /** Write what comes next, and finish with the last bytes or some time after them. */
  private void write() {
    int size = Math.min(random.nextInt(1, MAX_WRITE + 1), stream.length - written);
    if (size > 0) {
      byte[] data = Arrays.copyOfRange(stream, written, written + size);
      written += size;
      watch.written(size);
      send(sender.write(data), "write(" + size + " bytes)");
    }
    if (written == stream.length && random.nextBoolean()) {
      finished = true;
      watch.finished();
      send(sender.finish(), "finish()");
    }
  }

  private void send(List<Segment> segments, String call) {
    watch.requireNew(now, segments, call);
    segments.forEach(segment -> forth.send(now, segment));
  }
}
