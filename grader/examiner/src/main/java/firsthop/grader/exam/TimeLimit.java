package firsthop.grader.exam;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives a hidden test another time limit than {@value #DEFAULT_MILLIS} ms. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TimeLimit {
  /** The limit of a test without this annotation. */
  int DEFAULT_MILLIS = 4_000;

  /** The limit in milliseconds. */
  int value();
}
