/**
 * The kit that the labs share: the annotations that describe an exercise, the {@link
 * firsthop.kit.Todo} that marks one as open, and the reports that tell a student after a run of the
 * public tests what to do next.
 *
 * <p>{@code Todo}, {@code Exercise}, {@code Points} and {@code Hint} need only the JDK. The other
 * classes need JUnit, which a lab has only for its tests.
 */
@NullMarked
package firsthop.kit;

import org.jspecify.annotations.NullMarked;
