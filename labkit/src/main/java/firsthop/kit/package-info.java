/**
 * What the labs are made with: the annotations that describe an exercise, the {@link
 * firsthop.kit.Todo} that marks one as open, and what turns a run of the public tests into
 * something that a student can act on.
 *
 * <p>{@code Todo}, {@code Exercise}, {@code Points} and {@code Hint} need nothing but the JDK. The
 * rest needs JUnit, which a lab has only for its tests.
 */
@NullMarked
package firsthop.kit;

import org.jspecify.annotations.NullMarked;
