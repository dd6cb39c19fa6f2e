package firsthop.kit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the interface that is the contract of an exercise.
 *
 * <p>The student's class has the same name with {@code My} before it, is in the same package and
 * has a public constructor without parameters.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Exercise {

  /** The id: lab and exercise, such as {@code 1.1}. */
  String id();

  /** The topic of the exercise in a few words. */
  String title();

  /** The section of the standard, such as {@code RFC 6943 §3.1.1}. */
  String rfc();
}
