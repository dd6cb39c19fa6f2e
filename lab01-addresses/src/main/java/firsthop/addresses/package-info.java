/**
 * Lab 1: addresses, the numbers that identify hosts.
 *
 * <p>Every interface here with {@link firsthop.kit.Exercise} is the contract of an exercise. You
 * fill in the class with the same name and {@code My} in front of it.
 */
@NullMarked
package firsthop.addresses;

import org.jspecify.annotations.NullMarked;
