package firsthop.kit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The exception that the methods of a skeleton throw until a student fills them in: {@code throw
 * Todo.exercise("1.1");}.
 *
 * <p>A {@code Todo} registers itself when it is created. So an open exercise is recognized even if
 * the exception was caught, swallowed, or thrown on another thread.
 */
public final class Todo extends UnsupportedOperationException {
  private static final long serialVersionUID = 1L;

  /** How many are kept; an endless loop that creates them must not fill the memory. */
  private static final int REMEMBERED = 64;

  private static final Recent<Todo> MADE = new Recent<>(REMEMBERED);

  private static final Pattern RECORDED_BY_JVM =
      Pattern.compile(
          "Exception firsthop\\.kit\\.Todo: (?<message>exercise (?<id>\\S+) .*) \\[in thread");

  private final String id;

  private Todo(String id, String message) {
    super(message);
    this.id = id;
  }

  /**
   * Creates the exception for an open exercise.
   *
   * @param id the exercise, such as {@code 1.1}
   */
  public static Todo exercise(String id) {
    String where = caller().map(name -> ": fill in " + name).orElse("");
    Todo todo = new Todo(id, "exercise " + id + " is open" + where);
    MADE.add(todo);
    return todo;
  }

  /** Returns the id of the open exercise, such as {@code 1.1}. */
  public String id() {
    return id;
  }

  /**
   * Finds the Todo that caused a failure, even if it was created before the test: code may keep it
   * and throws it again, and the JVM keeps the message of one that was thrown while a class was
   * initialized.
   */
  static Optional<Todo> causeOf(Throwable thrown) {
    for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof Todo todo) {
        return Optional.of(todo);
      }
      Matcher recorded = RECORDED_BY_JVM.matcher(String.valueOf(t.getMessage()));
      if (t instanceof ExceptionInInitializerError && recorded.lookingAt()) {
        return Optional.of(new Todo(recorded.group("id"), recorded.group("message")));
      }
    }
    return Optional.empty();
  }

  /** Returns a mark of this moment, for {@link #madeSince}. */
  static long mark() {
    return MADE.mark();
  }

  /** Returns those created since the mark, on any thread, oldest first. */
  static List<Todo> madeSince(long mark) {
    return MADE.since(mark);
  }

  /**
   * Returns the outermost class around the caller of {@link #exercise}: its file has the same name.
   */
  private static Optional<String> caller() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::getClassName)
                    .dropWhile(Todo::isOurs)
                    .findFirst())
        .map(name -> name.substring(name.lastIndexOf('.') + 1))
        .map(name -> name.split("\\$")[0]);
  }

  private static boolean isOurs(String className) {
    return className.equals(Todo.class.getName());
  }
}
