package firsthop.kit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Marks a class of public tests for an exercise: {@code @ExerciseTest(Ipv4Codec.class)}.
 *
 * <p>Its tests are reported as open (skipped) as long as they meet a {@link Todo}; they fail with a
 * message for students; they end after {@link #seconds()}; the progress board counts them. All of
 * that works in an IDE as it does in the build.
 *
 * <p>The name of a test method is a sentence with underscores for spaces. {@code @Order} puts those
 * first that a student should make green first; the board names the first red one. Arguments of
 * parameterized tests must not be made by the student's code: JUnit asks for them where no
 * extension can see it.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(OpenExercises.class)
@Execution(ExecutionMode.SAME_THREAD)
@DisplayNameGeneration(Sentences.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public @interface ExerciseTest {

  /** The contract, an interface with {@link Exercise}. */
  Class<?> value();

  /**
   * How long one test, or one method around it, may take; there is no limit under a debugger. Once
   * a test of the exercise has run out of time, the others get a quarter of it.
   */
  int seconds() default 10;
}
