package firsthop.kit;

import java.util.List;

/**
 * The events on all threads since a test began: open exercises that were called, and uncaught
 * exceptions.
 */
record Watch(long todoMark, long uncaughtMark) {

  static Watch begin() {
    return new Watch(Todo.mark(), UncaughtExceptions.mark());
  }

  List<Todo> todos() {
    return Todo.madeSince(todoMark);
  }

  /** Returns the same; if there are none, the earlier Todo that caused this failure. */
  List<Todo> todos(Throwable thrown) {
    List<Todo> made = todos();
    return made.isEmpty() ? Todo.causeOf(thrown).map(List::of).orElse(List.of()) : made;
  }

  List<Throwable> uncaught() {
    return UncaughtExceptions.since(uncaughtMark);
  }
}
