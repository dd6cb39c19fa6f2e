package firsthop.grader.exam;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a hidden test that mostly waits, so that it may run beside others of its kind, each with
 * subjects, ports and hosts of its own, on one candidate.
 *
 * <p>Running beside others can only earn a verdict sooner: what does not pass so is asked again,
 * alone, and that counts. A test that looks at what all share, such as the number of the
 * candidate's sockets, or that keeps a processor busy, is not marked.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RunsInParallel {}
