package firsthop.tool.relay;

import firsthop.tool.ToolException;
import firsthop.tool.explain.MessageSummary;
import firsthop.tool.pcapng.MadePackets;
import firsthop.tool.project.StudentObject;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lets the student's sender and reassembler of lab 3 exchange a stream over a network that loses,
 * in virtual time: nobody waits, and the same seed gives the same drawing.
 */
final class StreamTrace {
  private static final InetSocketAddress SENDER = new InetSocketAddress("127.0.0.1", 50_000);
  private static final InetSocketAddress RECEIVER = new InetSocketAddress("127.0.0.1", 7);
  private static final TrafficLog.Endpoints ENDS =
      new TrafficLog.Endpoints(SENDER, RECEIVER, RECEIVER.getPort());
  private static final int ONE_WAY_MILLIS = 50;
  private static final int OVERTAKEN_MILLIS = 60;
  private static final int STEP_MILLIS = 10;
  private static final int TIMEOUT_MILLIS = 300;
  private static final int RETRANSMISSIONS = 8;
  private static final int WINDOW = 4_000;
  private static final int SEGMENT_SIZE = 1_000;
  private static final int MAX_MILLIS = 600_000;
  private static final int MAX_PACKETS = 20_000;

  private record Arrival(long millis, long order, PacketAction action) {}

  @FunctionalInterface
  private interface PacketAction {
    void run() throws ToolException;
  }

  private final StudentObject sender;
  private final StudentObject reassembler;
  private final FateSequence toReceiver;
  private final FateSequence toSender;
  private final int delayMillis;
  private final TrafficLog log;
  private final Instant start = Instant.now();
  private final PriorityQueue<Arrival> arrivals =
      new PriorityQueue<>(Comparator.comparingLong(Arrival::millis).thenComparing(Arrival::order));
  private final byte[] stream;
  private long now;
  private long packets;
  private int delivered;
  private int wrongAt = -1;

  StreamTrace(
      StudentObject sender,
      StudentObject reassembler,
      FateSequence.Shares shares,
      TrafficLog log,
      int length) {
    this.sender = sender;
    this.reassembler = reassembler;
    this.toReceiver = new FateSequence(shares, true);
    this.toSender = new FateSequence(shares, false);
    this.delayMillis = shares.delayMillis();
    this.log = log;
    this.stream = new byte[length];
    for (int i = 0; i < length; i++) {
      stream[i] = (byte) ('a' + i / SEGMENT_SIZE % 26);
    }
  }

  /** Runs to the end and says how it ended; returns whether the whole stream arrived. */
  boolean run(PrintStream out) throws ToolException {
    sender.call("open", SEGMENT_SIZE, WINDOW, TIMEOUT_MILLIS, RETRANSMISSIONS);
    reassembler.call("open", WINDOW);
    send(sender.call("write", (Object) stream));
    send(sender.call("finish"));
    while (!is(sender, "done")
        && !is(sender, "failed")
        && now < MAX_MILLIS
        && packets < MAX_PACKETS) {
      Arrival next = arrivals.peek();
      if (next != null && next.millis() <= now) {
        arrivals.remove().action().run();
      } else {
        now += STEP_MILLIS;
        send(sender.call("tick", STEP_MILLIS));
      }
    }
    boolean whole =
        is(sender, "done")
            && is(reassembler, "finished")
            && delivered == stream.length
            && wrongAt < 0;
    out.println(
        whole
            ? "The whole stream arrived: %d octets in %d ms of virtual time, %d packets."
                .formatted(delivered, now, packets)
            : ("The stream did not arrive: %d of %d octets after %d ms%s."
                    + " Sender: done %s, failed %s.")
                .formatted(
                    delivered,
                    stream.length,
                    now,
                    wrongAt < 0 ? "" : ", the octet with index " + wrongAt + " is wrong",
                    is(sender, "done"),
                    is(sender, "failed")));
    return whole;
  }

  private void send(@Nullable Object segments) throws ToolException {
    if (!(segments instanceof List<?> list)) {
      throw new ToolException("your sender returned null; it returns a list, perhaps an empty one");
    }
    for (Object segment : list) {
      StudentSegment sent = StudentSegment.of(segment);
      pass(true, sent.toString(), sent.index(), sent.data(), sent.fin(), () -> arrive(sent));
    }
  }

  private void arrive(StudentSegment segment) throws ToolException {
    byte[] out =
        (byte[]) reassembler.call("insert", segment.index(), segment.data(), segment.fin());
    for (byte octet : out == null ? new byte[0] : out) {
      if (wrongAt < 0 && (delivered >= stream.length || octet != stream[delivered])) {
        wrongAt = delivered;
      }
      delivered++;
    }
    long next = delivered + (is(reassembler, "finished") ? 1 : 0);
    int window = WINDOW - (Integer) reassembler.call("pending");
    String text = "ACK " + next + ", window " + window;
    pass(
        false,
        text,
        next,
        new byte[0],
        false,
        () -> send(sender.call("acknowledge", next, window)));
  }

  private void pass(
      boolean forward, String text, long index, byte[] data, boolean fin, PacketAction action) {
    Fate fate = (forward ? toReceiver : toSender).next();
    log.draw(now / 1e3, ENDS, forward, text, fate.words());
    log.capture(
        start.plus(Duration.ofMillis(now)), packet(forward, index, data, fin), fate.words());
    packets++;
    long due = now + ONE_WAY_MILLIS;
    due += fate.delayed() ? delayMillis : 0;
    due += fate.overtaken() ? OVERTAKEN_MILLIS : 0;
    for (int copies = fate.lost() ? 0 : fate.repeated() ? 2 : 1; copies > 0; copies--) {
      arrivals.add(new Arrival(due, packets * 2 + copies, action));
    }
  }

  private byte[] packet(boolean forward, long index, byte[] data, boolean fin) {
    int flags = ConnectionCapture.ACK | (fin ? ConnectionCapture.FIN : 0);
    return forward
        ? MadePackets.tcp(SENDER, RECEIVER, (int) index + 1, 1, flags, data)
        : MadePackets.tcp(RECEIVER, SENDER, 1, (int) index + 1, flags, data);
  }

  private static boolean is(StudentObject object, String question) throws ToolException {
    return Boolean.TRUE.equals(object.call(question));
  }

  /** A segment of lab 3, which this tool is not compiled with. */
  private record StudentSegment(long index, byte[] data, boolean fin) {
    static StudentSegment of(Object segment) throws ToolException {
      StudentObject fields = StudentObject.around(segment);
      return new StudentSegment(
          (Long) fields.call("index"), (byte[]) fields.call("data"), is(fields, "fin"));
    }

    @Override
    public String toString() {
      String range = "SEQ " + index + ", " + MessageSummary.ofStream(data);
      return (data.length > 0 ? range : "SEQ " + index) + (fin ? ", FIN" : "");
    }
  }
}
