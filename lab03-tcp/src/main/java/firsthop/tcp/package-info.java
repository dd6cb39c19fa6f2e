/**
 * Lab 3: TCP, a stream of bytes from process to process.
 *
 * <p>Every interface here with {@link firsthop.kit.Exercise} is the contract of an exercise. You
 * write the class that has the same name with {@code My} before it.
 */
@NullMarked
package firsthop.tcp;

import org.jspecify.annotations.NullMarked;
