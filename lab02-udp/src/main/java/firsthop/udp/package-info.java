/**
 * Lab 2: UDP, datagrams from process to process.
 *
 * <p>Every interface here with {@link firsthop.kit.Exercise} is the contract of an exercise. The
 * class of the same name with {@code My} before it is yours to fill in.
 */
@NullMarked
package firsthop.udp;

import org.jspecify.annotations.NullMarked;
