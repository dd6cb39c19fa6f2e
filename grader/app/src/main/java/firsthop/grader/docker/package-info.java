/**
 * The secure sandbox: workers and candidates in Docker containers. The containers of a bench share
 * one network namespace, which has only a loopback interface.
 */
@NullMarked
package firsthop.grader.docker;

import org.jspecify.annotations.NullMarked;
