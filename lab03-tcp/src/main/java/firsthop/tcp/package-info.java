/**
 * Lab 3: TCP, a stream of bytes from process to process.
 *
 * <p>Every interface here with {@link firsthop.kit.Exercise} is the contract of an exercise. You
 * fill in the class with the same name and {@code My} in front of it.
 */
@NullMarked
package firsthop.tcp;

import org.jspecify.annotations.NullMarked;
