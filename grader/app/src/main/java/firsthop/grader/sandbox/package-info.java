/**
 * The places where workers and candidates run: Docker containers or, for trusted code only, plain
 * processes.
 */
@NullMarked
package firsthop.grader.sandbox;

import org.jspecify.annotations.NullMarked;
