/**
 * Lab 2: UDP, datagrams from process to process.
 *
 * <p>Every interface with the annotation {@link firsthop.kit.Exercise} is the contract of an
 * exercise. You write the class with the same name and {@code My} in front.
 */
@NullMarked
package firsthop.udp;

import org.jspecify.annotations.NullMarked;
