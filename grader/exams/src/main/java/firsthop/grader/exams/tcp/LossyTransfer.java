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

/** Lets a sender send a stream to a model receiver, over lossy links and in virtual time. */
final class LossyTransfer {
  private static final int SEGMENT_SIZE = 12;
  private static final int FIRST_WINDOW = 20;
  private static final int TIMEOUT_MILLIS = 150;

  /**
   * More than can be necessary: of three equal segments at least one arrives, and of three
   * acknowledgements at least one arrives.
   */
  private static final int RETRANSMISSIONS = 12;

  private static final int MAX_WRITE = 60;
  private static final int WRITE_MILLIS = 70;
  private static final int TICK_MILLIS = 50;

  private final RetransmittingSender sender;
  private final SplittableRandom random;
  private final byte[] stream;
  private final SenderMonitor monitor;
  private final ModelReceiver receiver;
  private final LossyLink<Segment> toReceiver;
  private final LossyLink<Ack> toSender;
  private long now;
  private int written;
  private boolean finished;

  /**
   * Creates a transfer.
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
    monitor = new SenderMonitor(stream, SEGMENT_SIZE, FIRST_WINDOW, TIMEOUT_MILLIS);
    receiver = new ModelReceiver(stream, random);
    toReceiver =
        new LossyLink<>(
            random,
            Segment::index,
            (segment, fate) -> trace.add(near, far, SegmentText.of(segment), fate));
    toSender =
        new LossyLink<>(
            random, ack -> "ACK", (ack, fate) -> trace.add(far, near, ack.toString(), fate));
  }

  /**
   * Sends the whole stream, and fails unless it arrives. The loop always ends: the monitor fails
   * when the sender does not send what it should, and whatever is sent often enough arrives.
   */
  void run() {
    sender.open(SEGMENT_SIZE, FIRST_WINDOW, TIMEOUT_MILLIS, RETRANSMISSIONS);
    long nextWrite = 0;
    while (!monitor.allAcknowledged() || !toReceiver.isEmpty() || !toSender.isEmpty()) {
      long nextArrival = Math.min(toReceiver.nextMillis(), toSender.nextMillis());
      passTo(Math.min(nextArrival, now + TICK_MILLIS));
      while (toReceiver.nextMillis() <= now) {
        toSender.send(now, receiver.receive(toReceiver.receive()));
      }
      while (toSender.nextMillis() <= now) {
        acknowledge(toSender.receive());
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
      monitor.requireAgain(now, again, call);
      again.forEach(segment -> toReceiver.send(now, segment));
    }
  }

  private void acknowledge(Ack ack) {
    monitor.acknowledged(now, ack);
    String call = "acknowledge(" + ack.next() + ", " + ack.window() + ")";
    send(sender.acknowledge(ack.next(), ack.window()), call);
  }

  /** Writes the next bytes, and finishes with the last bytes or some time after them. */
  private void write() {
    int size = Math.min(random.nextInt(1, MAX_WRITE + 1), stream.length - written);
    if (size > 0) {
      byte[] data = Arrays.copyOfRange(stream, written, written + size);
      written += size;
      monitor.written(size);
      send(sender.write(data), "write(" + size + " bytes)");
    }
    if (written == stream.length && random.nextBoolean()) {
      finished = true;
      monitor.finished();
      send(sender.finish(), "finish()");
    }
  }

  private void send(List<Segment> segments, String call) {
    monitor.requireNew(now, segments, call);
    segments.forEach(segment -> toReceiver.send(now, segment));
  }
}
