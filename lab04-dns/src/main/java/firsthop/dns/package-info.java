/**
 * Lab 4: DNS, from a name to a connection.
 *
 * <p>Each interface with {@link firsthop.kit.Exercise} is the contract of an exercise. You write
 * the class that has the same name with {@code My} before it.
 */
@NullMarked
package firsthop.dns;

import org.jspecify.annotations.NullMarked;
