package firsthop.grader.exam;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a class of hidden tests. Each test is a plain {@code @Test} with {@link
 * firsthop.kit.Points}, {@link Clause} and, for the student, {@link firsthop.kit.Hint}. It gets the
 * object that it tests as a {@link Subject} parameter.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SubjectExtension.class)
public @interface Exam {
  /** The contract whose implementations are examined. */
  Class<?> value();
}
