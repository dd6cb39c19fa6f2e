package firsthop.tool.relay;

import firsthop.tool.CommandWords;
import firsthop.tool.ToolException;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Decides what happens to the datagrams of one direction. The fate of the n-th datagram depends on
 * the seed, the direction and n only, so the same seed gives the same fates.
 */
final class FateSequence {
  static final Set<String> OPTIONS =
      Set.of("--loss", "--repeat", "--delay", "--reorder", "--delay-ms", "--seed");

  private static final long MAX_DELAY_MILLIS = 60_000;

  /**
   * How often each fate comes, from 0 to 1.
   *
   * @param delayMillis how late a delayed datagram arrives
   */
  record Shares(
      double loss, double repeat, double delay, double reorder, int delayMillis, long seed) {

    static Shares of(CommandWords words) throws ToolException {
      return new Shares(
          words.share("--loss"),
          words.share("--repeat"),
          words.share("--delay"),
          words.share("--reorder"),
          (int) words.number("--delay-ms", 200, 1, MAX_DELAY_MILLIS),
          words.number("--seed", 1, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    boolean isQuiet() {
      return loss + repeat + delay + reorder == 0;
    }
  }

  private final Shares shares;
  private final SplittableRandom random;

  FateSequence(Shares shares, boolean toServer) {
    this.shares = shares;
    this.random = new SplittableRandom(shares.seed() * 2 + (toServer ? 1 : 0));
  }

  /** Returns the fate of the next datagram. Each takes four random numbers, whatever they say. */
  synchronized Fate next() {
    boolean lost = random.nextDouble() < shares.loss();
    boolean repeated = random.nextDouble() < shares.repeat();
    boolean delayed = random.nextDouble() < shares.delay();
    boolean overtaken = random.nextDouble() < shares.reorder();
    return lost
        ? new Fate(true, false, false, false)
        : new Fate(false, repeated, delayed, overtaken);
  }
}
