package firsthop.grader.exam;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a hidden test whose caller owns its arrays. Each call to a {@code @Subject} fails if it
 * changes an argument. When a call has ended, every array of its arguments and of its result is
 * overwritten in the student's process: a subject that keeps such an array, or returns one twice,
 * answers wrongly from then on.
 *
 * <p>A contract has to say that the arrays belong to the caller.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CallerOwnsArrays {}
