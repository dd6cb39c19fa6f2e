/**
 * Lab 1: addresses, the numbers that hosts go by.
 *
 * <p>Every interface here with {@link firsthop.kit.Exercise} is the contract of an exercise. The
 * class of the same name with {@code My} before it is yours to fill in.
 */
@NullMarked
package firsthop.addresses;

import org.jspecify.annotations.NullMarked;
