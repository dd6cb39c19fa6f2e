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
 * What went over the wire in one test, entry by entry. Any thread may write. A long one keeps its
 * beginning and its end.
 */
public final class PacketTrace {
  /** So many entries are kept from the beginning, and so many from the end. */
  static final int KEPT = 150;

  private static final int MAX_WORDS_CHARS = 160;

  private final long startNanos = System.nanoTime();
  private final Map<InetSocketAddress, String> names = new HashMap<>();
  private final List<TraceEntry> first = new ArrayList<>();
  private final Deque<TraceEntry> last = new ArrayDeque<>();
  private int leftOut;

  /** Gives an endpoint a name, such as {@code server}, by which the trace calls it from now on. */
  public synchronized void name(InetSocketAddress endpoint, String name) {
    names.put(endpoint, name);
  }

  /** Writes down what went from one endpoint to another, and what became of it. */
  public synchronized void add(
      InetSocketAddress from, InetSocketAddress to, String what, String fate) {
    long micros = (System.nanoTime() - startNanos) / 1_000;
    TraceEntry entry = new TraceEntry(micros, nameOf(from), nameOf(to), printable(what), fate);
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

  /** Returns the entries in the order in which they were written. */
  public synchronized List<TraceEntry> entries() {
    List<TraceEntry> all = new ArrayList<>(first);
    if (leftOut > 0) {
      all.add(new TraceEntry(last.getFirst().micros(), "", "", leftOut + " more", "left out"));
    }
    all.addAll(last);
    return all;
  }

  /** Returns the trace as text, a line a entry. */
  @Override
  public String toString() {
    return entries().stream().map(entry -> entry + "\n").collect(Collectors.joining());
  }

  private String nameOf(InetSocketAddress endpoint) {
    String name = names.get(endpoint);
    String address = endpoint.getAddress().getHostAddress() + ":" + endpoint.getPort();
    return name == null ? address : name + " " + address;
  }

  private static String printable(String words) {
    StringBuilder text = new StringBuilder();
    words
        .codePoints()
        .limit(MAX_WORDS_CHARS)
        .forEach(
            point ->
                text.appendCodePoint(
                    VisibleCharacters.isSeen(point) ? point : Character.MIN_VALUE + '?'));
    return text.toString();
  }
}
