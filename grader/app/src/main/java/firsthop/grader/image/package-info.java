/**
 * The images that the grader's containers run from: a Java runtime, the C library files that it
 * loads, the jars of a role, and nothing else.
 */
@NullMarked
package firsthop.grader.image;

import org.jspecify.annotations.NullMarked;
