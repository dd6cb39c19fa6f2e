package firsthop.kit;

import java.util.List;

/**
 * What has happened on all threads since a test began: exercises found open, exceptions that nobody
 * caught.
 */
record Watch(long todoMark, long uncaughtMark) {

  static Watch begin() {
    return new Watch(Todo.mark(), UncaughtExceptions.mark());
  }

  List<Todo> todos() {
    return Todo.madeSince(todoMark);
  }

  /** The same, or the one behind this failure, if it was made before. */
  List<Todo> todos(Throwable thrown) {
    List<Todo> made = todos();
    return made.isEmpty() ? Todo.behind(thrown).map(List::of).orElse(List.of()) : made;
  }

  List<Throwable> uncaught() {
    return UncaughtExceptions.since(uncaughtMark);
  }
}
