package firsthop.kit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Keeps the items that were added last, up to a fixed number. Any thread may add.
 *
 * <p>{@link #mark()} returns a mark of this moment; {@link #since(long)} returns the items that
 * were added after it.
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

  /** Returns the items that were added after the mark and are still kept, oldest first. */
  synchronized List<T> since(long mark) {
    List<T> all = new ArrayList<>(kept);
    int fresh = (int) Math.min(added - mark, all.size());
    return List.copyOf(all.subList(all.size() - fresh, all.size()));
  }
}
