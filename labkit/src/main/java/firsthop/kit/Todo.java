package firsthop.kit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the methods of a skeleton throw until a student fills them in: {@code throw
 * Todo.exercise("1.1");}.
 *
 * <p>A {@code Todo} registers itself when it is made. So a test that met an open exercise can be
 * told from one that met a wrong answer, whatever became of the exception: caught, swallowed, or
 * thrown on another thread.
 */
public final class Todo extends UnsupportedOperationException {
  private static final long serialVersionUID = 1L;

  /** How many are remembered; a loop that makes them for ever must not fill the memory. */
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
   * Makes the exception that says that an exercise is open.
   *
   * @param id the exercise, such as {@code 1.1}
   */
  public static Todo exercise(String id) {
    String where = caller().map(name -> ": fill in " + name).orElse("");
    Todo todo = new Todo(id, "exercise " + id + " is open" + where);
    MADE.add(todo);
    return todo;
  }

  /** Names the exercise that is open, such as {@code 1.1}. */
  public String id() {
    return id;
  }

  /**
   * Finds the Todo that has caused a failure, though it was made earlier: kept and thrown again, or
   * met while a class was initialized, of which the JVM keeps the text for later uses of the class.
   */
  static Optional<Todo> behind(Throwable thrown) {
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

  /** Notes the moment, for {@link #madeSince}. */
  static long mark() {
    return MADE.mark();
  }

  /** Gives those made since the mark, on any thread, oldest first. */
  static List<Todo> madeSince(long mark) {
    return MADE.since(mark);
  }

  /**
   * Names the class that called {@link #exercise}: the outermost one, after which its file is
   * named.
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
