package firsthop.kit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Marks a class of public tests for an exercise: {@code @ExerciseTest(Ipv4Codec.class)}.
 *
 * <p>A test is reported as open (skipped) if it meets a {@link Todo}. A failure has a message for
 * students. Each test ends after {@link #seconds()} at the latest. The progress board counts the
 * tests. All of this works in an IDE as in the build.
 *
 * <p>The name of a test method is a sentence with underscores for spaces. {@code @Order} puts the
 * tests in the order in which a student should make them green; tests without it follow in the
 * order of the source. The student reads about the first red one. The student's code must not
 * create the arguments of parameterized tests, because no extension can intercept that.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(OpenExercises.class)
@Execution(ExecutionMode.SAME_THREAD)
@DisplayNameGeneration(Sentences.class)
@TestMethodOrder(HandoutOrder.class)
public @interface ExerciseTest {

  /** The contract, an interface with {@link Exercise}. */
  Class<?> value();

  /**
   * The time limit of each test, and of each setup or cleanup method. There is no limit under a
   * debugger. After a first time-out in the exercise, the next tests get a quarter of the time.
   * After a second one, the other tests do not run.
   */
  int seconds() default 10;
}
