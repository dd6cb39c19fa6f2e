/**
 * Builds the images of the grader's containers. An image has a Java runtime, the C library files
 * that it loads, and the jars of a role, and nothing else.
 */
@NullMarked
package firsthop.grader.image;

import org.jspecify.annotations.NullMarked;
