package firsthop.grader.exam;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives a hidden test another time limit than {@value #DEFAULT_MILLIS} ms. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TimeLimit {
  /** What a test gets that says nothing: plenty for a call, little for a loop without end. */
  int DEFAULT_MILLIS = 4_000;

  /** The limit in milliseconds. */
  int value();
}
