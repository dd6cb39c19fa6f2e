package firsthop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TodoTest {

  @Test
  void names_the_exercise_and_the_class_to_fill_in() {
    assertThat(Todo.exercise("9.1")).hasMessage("exercise 9.1 is open: fill in TodoTest");
  }

  @Test
  void names_the_outermost_class_because_that_is_the_file() {
    Supplier<Todo> inLambda = () -> Todo.exercise("9.1");
    assertThat(inLambda.get()).hasMessageEndingWith("fill in TodoTest");
    assertThat(new Inner().todo).hasMessageEndingWith("fill in TodoTest");
  }

  @Test
  void registers_itself_when_it_is_made() {
    long before = Todo.mark();
    Todo made = Todo.exercise("9.1");
    assertThat(Todo.madeSince(before)).containsExactly(made);
    assertThat(Todo.madeSince(Todo.mark())).isEmpty();
  }

  @Test
  void registers_itself_from_any_thread() throws InterruptedException {
    long before = Todo.mark();
    Thread thread = new Thread(() -> Todo.exercise("9.2"));
    thread.start();
    thread.join();
    assertThat(Todo.madeSince(before)).extracting(Todo::id).containsExactly("9.2");
  }

  @Test
  void remembers_a_bounded_number() {
    long before = Todo.mark();
    for (int i = 0; i < 10_000; i++) {
      Todo.exercise("9.1");
    }
    assertThat(Todo.madeSince(before)).hasSizeBetween(1, 100);
  }

  private static final class Inner {
    final Todo todo = Todo.exercise("9.1");
  }
}
