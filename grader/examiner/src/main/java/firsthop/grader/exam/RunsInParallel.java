package firsthop.grader.exam;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a hidden test that mostly waits, so that it may run in parallel with other such tests on
 * one candidate. Each test has its own subjects, ports and hosts.
 *
 * <p>Running in parallel only saves time: a test that does not pass runs again, alone, and that
 * result counts. Do not mark a test that looks at shared state, such as the number of the
 * candidate's sockets, or that keeps a processor busy.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RunsInParallel {}
