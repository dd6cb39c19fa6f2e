/**
 * The sandbox that is a boundary: workers and candidates in Docker containers. A bench's containers
 * share one network namespace with nothing but a loopback interface in it.
 */
@NullMarked
package firsthop.grader.docker;

import org.jspecify.annotations.NullMarked;
