/**
 * Lab 3: TCP, a stream of bytes from process to process.
 *
 * <p>Every interface here with {@link firsthop.kit.Exercise} is the contract of an exercise. The
 * class of the same name with {@code My} before it is yours to fill in.
 */
@NullMarked
package firsthop.tcp;

import org.jspecify.annotations.NullMarked;
