package firsthop.grader.exam;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter whose type is a contract {@code X}. It gets a new {@code MyX} for each test:
 * from the candidate when an examiner runs the test, otherwise from the class path.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Subject {}
