package firsthop.grader.network;

import firsthop.grader.control.TraceEntry;
import firsthop.grader.control.VisibleCharacters;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The record of the messages on the wire in one test. Any thread may add entries. A long trace
 * keeps only its beginning and its end.
 */
public final class PacketTrace {
  /** The number of entries kept from the beginning, and from the end. */
  static final int KEPT = 150;

  private static final int MAX_SUMMARY_CHARS = 160;

  private final long startNanos = System.nanoTime();
  private final Map<InetSocketAddress, String> names = new HashMap<>();
  private final List<TraceEntry> first = new ArrayList<>();
  private final Deque<TraceEntry> last = new ArrayDeque<>();
  private int leftOut;

  /** Gives an endpoint a name for all later entries, such as {@code server}. */
  public synchronized void name(InetSocketAddress endpoint, String name) {
    names.put(endpoint, name);
  }

  /** Adds a message from one endpoint to another, and what happened to it. */
  public synchronized void add(
      InetSocketAddress from, InetSocketAddress to, String summary, String outcome) {
    long micros = (System.nanoTime() - startNanos) / 1_000;
    TraceEntry entry =
        new TraceEntry(micros, nameOf(from), nameOf(to), printable(summary), outcome);
    if (first.size() < KEPT) {
      first.add(entry);
    } else {
      last.addLast(entry);
      if (last.size() > KEPT) {
        last.removeFirst();
        leftOut++;
      }
    }
  }

  /** Returns the entries in the order in which they were added. */
  public synchronized List<TraceEntry> entries() {
    List<TraceEntry> all = new ArrayList<>(first);
    if (leftOut > 0) {
      all.add(new TraceEntry(last.getFirst().micros(), "", "", leftOut + " more", "left out"));
    }
    all.addAll(last);
    return all;
  }

  /** Returns the trace as text, with one line per entry. */
  @Override
  public String toString() {
    return entries().stream().map(entry -> entry + "\n").collect(Collectors.joining());
  }

  private String nameOf(InetSocketAddress endpoint) {
    String name = names.get(endpoint);
    String address = endpoint.getAddress().getHostAddress() + ":" + endpoint.getPort();
    return name == null ? address : name + " " + address;
  }

  private static String printable(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(MAX_SUMMARY_CHARS)
        .forEach(
            point ->
                shown.appendCodePoint(
                    VisibleCharacters.isVisible(point) ? point : Character.MIN_VALUE + '?'));
    return shown.toString();
  }
}
