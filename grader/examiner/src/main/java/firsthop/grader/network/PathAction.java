package firsthop.grader.network;

import java.util.List;

/** What the path does to a datagram. */
public sealed interface PathAction {
  /** It arrives at once. */
  PathAction PASSES = new Copies(List.of(0));

  /** It never arrives. */
  PathAction LOST = new Copies(List.of());

  /** It arrives twice. */
  PathAction TWICE = new Copies(List.of(0, 0));

  /** It arrives after the next one of its direction, or late when none follows. */
  PathAction OVERTAKEN = new Overtaken();

  /** It arrives so many milliseconds late. */
  static PathAction late(int millis) {
    return new Copies(List.of(millis));
  }

  /** It arrives at once, and once more so many milliseconds later. */
  static PathAction again(int millis) {
    return new Copies(List.of(0, millis));
  }

  /** Returns what the trace says of it. */
  String words();

  /**
   * Copies that arrive.
   *
   * @param delaysMillis how late each comes, in milliseconds
   */
  record Copies(List<Integer> delaysMillis) implements PathAction {
    @Override
    public String words() {
      if (delaysMillis.isEmpty()) {
        return "dropped";
      }
      String copies = delaysMillis.size() == 1 ? "sent" : "sent " + delaysMillis.size() + " times";
      return delaysMillis.stream().allMatch(delay -> delay == 0)
          ? copies
          : copies + ", after ms " + delaysMillis;
    }
  }

  /** Held back until the next one has passed. */
  record Overtaken() implements PathAction {
    @Override
    public String words() {
      return "held back";
    }
  }
}
