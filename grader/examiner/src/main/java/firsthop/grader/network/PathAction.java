package firsthop.grader.network;

import java.util.List;

/** The way in which the path handles a datagram. */
public sealed interface PathAction {
  /** It arrives at once. */
  PathAction PASSES = new Copies(List.of(0));

  /** It never arrives. */
  PathAction LOST = new Copies(List.of());

  /** It arrives twice. */
  PathAction TWICE = new Copies(List.of(0, 0));

  /** It arrives after the next one of its direction, or late if no other follows. */
  PathAction OVERTAKEN = new Overtaken();

  /** Returns an action that delays the datagram by some milliseconds. */
  static PathAction late(int millis) {
    return new Copies(List.of(millis));
  }

  /** Returns an action that delivers it at once, and again some milliseconds later. */
  static PathAction again(int millis) {
    return new Copies(List.of(0, millis));
  }

  /** Returns the text for the trace. */
  String text();

  /**
   * Zero or more copies arrive.
   *
   * @param delaysMillis the delay of each copy in milliseconds
   */
  record Copies(List<Integer> delaysMillis) implements PathAction {
    @Override
    public String text() {
      if (delaysMillis.isEmpty()) {
        return "dropped";
      }
      String copies = delaysMillis.size() == 1 ? "sent" : "sent " + delaysMillis.size() + " times";
      return delaysMillis.stream().allMatch(delay -> delay == 0)
          ? copies
          : copies + ", after " + delaysMillis + " ms";
    }
  }

  /** It is held back until the next one has passed. */
  record Overtaken() implements PathAction {
    @Override
    public String text() {
      return "held back";
    }
  }
}
