package firsthop.tool.relay;

import firsthop.tool.explain.MessageSummary;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One direction of a relay: each datagram meets its fate here. */
final class DatagramPath {
  /** A datagram that waits to be overtaken goes on after this time if no other comes. */
  private static final int HELD_MILLIS = 100;

  private final boolean toServer;
  private final FateSequence fates;
  private final int delayMillis;
  private final TrafficLog log;
  private final ScheduledExecutorService timer;
  private @Nullable Runnable held;

  DatagramPath(
      boolean toServer,
      FateSequence.Shares shares,
      TrafficLog log,
      ScheduledExecutorService timer) {
    this.toServer = toServer;
    this.fates = new FateSequence(shares, toServer);
    this.delayMillis = shares.delayMillis();
    this.log = log;
    this.timer = timer;
  }

  /** Draws a datagram and sends it, as its fate says. */
  synchronized void pass(TrafficLog.Endpoints ends, byte[] data, Runnable send) {
    Fate fate = fates.next();
    log.draw(ends, toServer, MessageSummary.ofDatagram(data), fate.words());
    log.capture(ends, toServer, data, fate.words());
    if (fate.lost()) {
      return;
    }
    Runnable arrival =
        fate.repeated()
            ? () -> {
              send.run();
              log.capture(ends, toServer, data, "the copy that the relay has made");
              send.run();
            }
            : send;
    if (fate.delayed()) {
      timer.schedule(arrival, delayMillis, TimeUnit.MILLISECONDS);
    } else if (fate.overtaken() && held == null) {
      held = arrival;
      timer.schedule(() -> release(arrival), HELD_MILLIS, TimeUnit.MILLISECONDS);
    } else {
      arrival.run();
      release(held);
    }
  }

  private synchronized void release(@Nullable Runnable arrival) {
    if (arrival != null && held == arrival) {
      held = null;
      arrival.run();
    }
  }
}
