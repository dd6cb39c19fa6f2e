/**
 * Lab 4: DNS, from a name to a connection.
 *
 * <p>Every interface here with {@link firsthop.kit.Exercise} is the contract of an exercise. The
 * class of the same name with {@code My} before it is yours to fill in.
 */
@NullMarked
package firsthop.dns;

import org.jspecify.annotations.NullMarked;
