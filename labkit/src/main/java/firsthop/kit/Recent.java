package firsthop.kit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Remembers what was added last, from any thread, and never more than a fixed number of things.
 *
 * <p>{@link #mark()} notes a moment; {@link #since(long)} gives what was added after it.
 */
final class Recent<T> {
  private final int capacity;
  private final Deque<T> kept = new ArrayDeque<>();
  private long added;

  Recent(int capacity) {
    this.capacity = capacity;
  }

  synchronized void add(T item) {
    if (kept.size() == capacity) {
      kept.removeFirst();
    }
    kept.addLast(item);
    added++;
  }

  synchronized long mark() {
    return added;
  }

  /** Gives what was added after the mark, oldest first, as far as it is still kept. */
  synchronized List<T> since(long mark) {
    List<T> all = new ArrayList<>(kept);
    int fresh = (int) Math.min(added - mark, all.size());
    return List.copyOf(all.subList(all.size() - fresh, all.size()));
  }
}
